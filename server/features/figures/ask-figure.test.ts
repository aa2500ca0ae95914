import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { foldFacts } from '#core/facts/fold-facts.ts';
import { answerFigure } from '#core/figures/answer.ts';
import { arraySource, type TicketFact } from '#core/figures/array-source.ts';
import { dimensionsOf } from '#core/figures/figure-dimension.ts';
import { FIGURES } from '#core/figures/registry.ts';
import { type Instant, parseInstant } from '#core/time/instant.ts';
import { zoneOf } from '#core/time/zone.ts';
import { defaultTenantId } from '#server/database/default-tenant.ts';
import { storeDesk } from '#server/testing/store-desk.ts';
import { testDatabase } from '#server/testing/test-database.ts';
import { randomDesk } from '#worlds/random-desk.ts';
import { askFigure, type FigureQuestion, queryOf } from './index.ts';

const database = await testDatabase();
const desk = randomDesk(99, 400);
const facts = desk.histories.flatMap((events, index): TicketFact[] =>
  foldFacts(events, desk.versions).versions.map((version) => ({ ...version, ticketId: String(index) })),
);
const arrays = arraySource(facts);

const question: Omit<FigureQuestion, 'figure'> = {
  edges: ['2026-01-01', '2026-02-01', '2026-03-01'].map((date) => parseInstant(`${date}T00:00:00Z`)),
  asOf: parseInstant('2026-04-01T00:00:00Z'),
  split: null,
  where: [],
  zone: zoneOf('Europe/Berlin'),
};

/** Before, inside and after the periods, on an edge, at an event and long after all events. */
const asOfs: Instant[] = [
  '2025-12-20T10:00:00Z',
  '2026-01-17T09:30:00Z',
  '2026-02-01T00:00:00Z',
  '2026-02-20T23:59:59Z',
  '2026-05-01T12:00:00Z',
  '2027-01-01T00:00:00Z',
].map(parseInstant);
asOfs.push(desk.histories.find((events) => events.length > 4)!.at(-1)!.at);

/** Sums of logarithms are added in another order by a database, so they are compared as numbers that were measured. */
function assertNear(actual: unknown, expected: unknown, path: string): void {
  if (typeof actual === 'number' && typeof expected === 'number') {
    assert.ok(
      Math.abs(actual - expected) <= 1e-9 * Math.max(1, Math.abs(expected)),
      `${path}: ${actual} / ${expected}`,
    );
  } else if (actual !== null && typeof actual === 'object' && expected !== null && typeof expected === 'object') {
    assert.deepEqual(Object.keys(actual).sort(), Object.keys(expected).sort(), path);
    for (const [name, value] of Object.entries(actual)) {
      assertNear(value, (expected as Record<string, unknown>)[name], `${path}.${name}`);
    }
  } else assert.equal(actual, expected, path);
}

describe('a figure by SQL is the figure by arrays', () => {
  before(() => storeDesk(database, defaultTenantId, desk));

  for (const figure of FIGURES) {
    for (const split of [null, ...dimensionsOf(figure.of)]) {
      test(`${figure.id} split by ${split ?? 'nothing'}, as of any instant`, async () => {
        for (const asOf of asOfs) {
          const asked = { ...question, figure, split, asOf };
          const answers = await askFigure(database.app, defaultTenantId, asked);
          assertNear(answers, await answerFigure(queryOf(asked), arrays), `${figure.id} ${asOf}`);
        }
      });
    }
  }

  /** Clocks at risk are rare, so a stock is taken every six hours of two months. */
  const often = Array.from({ length: 241 }, (_, index) => (question.edges[0]! + index * 6 * 3600) as Instant);

  for (const figure of FIGURES.filter(({ basis }) => basis === 'stock')) {
    test(`${figure.id} every six hours`, async () => {
      const asked = { ...question, figure, edges: often };
      const answers = await askFigure(database.app, defaultTenantId, asked);
      assertNear(answers, await answerFigure(queryOf(asked), arrays), figure.id);
    });
  }

  test('the random desk has something in every figure, so that the comparison says something', async () => {
    for (const figure of FIGURES) {
      const edges = figure.basis === 'stock' ? often : question.edges;
      const answers = await askFigure(database.app, defaultTenantId, { ...question, figure, edges });
      assert.ok(
        answers.some(({ n }) => n > 0),
        figure.id,
      );
      for (const { name } of figure.beside) {
        assert.ok(
          answers.some(({ beside }) => beside[name]!.n > 0),
          `${figure.id} ${name}`,
        );
      }
    }
  });

  test('another tenant sees nothing of it', async () => {
    const other = '00000000-0000-7000-8000-0000000000ff';
    for (const figure of FIGURES) {
      const answers = await askFigure(database.app, other, { ...question, figure });
      assert.ok(answers.every((answer) => answer.n === 0 && answer.excluded === 0 && answer.undecided === 0));
    }
  });
});
