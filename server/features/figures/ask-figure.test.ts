import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { FIGURES } from '#core/figures/registry.ts';
import { parseInstant } from '#core/time/instant.ts';
import { zoneOf } from '#core/time/zone.ts';
import { defaultTenantId } from '#server/database/default-tenant.ts';
import { storeDesk } from '#server/testing/store-desk.ts';
import { testDatabase } from '#server/testing/test-database.ts';
import { randomDesk } from '#worlds/random-desk.ts';
import { askFigure, type FigureQuestion, factsBehind } from './index.ts';

const database = await testDatabase();

const question: Omit<FigureQuestion, 'figure'> = {
  edges: ['2026-01-01', '2026-02-01', '2026-03-01'].map((date) => parseInstant(`${date}T00:00:00Z`)),
  asOf: parseInstant('2026-04-01T00:00:00Z'),
  split: 'team',
  where: [],
  zone: zoneOf('Europe/Berlin'),
};

describe('a figure and the tickets behind it', () => {
  before(() => storeDesk(database, defaultTenantId, randomDesk(99, 400)));

  for (const figure of FIGURES) {
    test(`${figure.id}: rows counted and rows left out are the numbers, period by period and team by team`, async () => {
      const answers = await askFigure(database.app, defaultTenantId, { ...question, figure });
      const page = { limit: 10_000, offset: 0 };
      const rows = await factsBehind(database.app, defaultTenantId, { ...question, figure }, page);
      for (const answer of answers) {
        const own = rows.filter(
          (row) => question.edges[row.period] === answer.from && (row.split ?? '(none)') === answer.split,
        );
        assert.equal(own.filter((row) => row.reason === null).length, answer.n);
        assert.equal(own.filter((row) => row.reason !== null).length, answer.excluded);
        if (figure.kind === 'share') {
          assert.equal(own.filter((row) => row.reason === null && row.success).length, answer.numerator);
        }
      }
      const inAnswers = answers.reduce((sum, answer) => sum + answer.n + answer.excluded, 0);
      assert.equal(rows.length, inAnswers);
    });
  }

  test('pages of rows join up to all rows', async () => {
    const figure = FIGURES.find(({ id }) => id === 'tickets_created_count')!;
    const all = await factsBehind(database.app, defaultTenantId, { ...question, figure }, { limit: 10_000, offset: 0 });
    const first = await factsBehind(database.app, defaultTenantId, { ...question, figure }, { limit: 30, offset: 0 });
    const rest = await factsBehind(
      database.app,
      defaultTenantId,
      { ...question, figure },
      { limit: 10_000, offset: 30 },
    );
    assert.ok(all.length > 30);
    assert.deepEqual([...first, ...rest], all);
  });

  test('another tenant sees nothing of it', async () => {
    const other = '00000000-0000-7000-8000-0000000000ff';
    for (const figure of FIGURES) {
      const answers = await askFigure(database.app, other, { ...question, figure, split: null });
      assert.ok(answers.every((answer) => answer.n === 0 && answer.excluded === 0 && answer.undecided === 0));
    }
  });
});
