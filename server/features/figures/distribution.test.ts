import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { foldFacts } from '#core/facts/fold-facts.ts';
import { answerFigure } from '#core/figures/answer.ts';
import { arraySource, type TicketFact } from '#core/figures/array-source.ts';
import { classBoundsOf, withClasses } from '#core/figures/distribution.ts';
import { FIGURES } from '#core/figures/registry.ts';
import { parseInstant } from '#core/time/instant.ts';
import { zoneOf } from '#core/time/zone.ts';
import { defaultTenantId as tenantId } from '#server/database/default-tenant.ts';
import { storeDesk } from '#server/testing/store-desk.ts';
import { makeToken, TEST_NOW, testApi } from '#server/testing/test-api.ts';
import { testDatabase } from '#server/testing/test-database.ts';
import { randomDesk } from '#worlds/random-desk.ts';
import { queryOf } from './index.ts';

const database = await testDatabase();
const api = await testApi(database);
const desk = randomDesk(21, 300);
const arrays = arraySource(
  desk.histories.flatMap((events, index): TicketFact[] =>
    foldFacts(events, desk.versions).versions.map((version) => ({ ...version, ticketId: String(index) })),
  ),
);
const durations = FIGURES.filter((figure) => figure.kind === 'duration');
let reader = '';

before(async () => {
  await storeDesk(database, tenantId, desk);
  reader = (await makeToken(database, tenantId, { role: 'reader' })).token;
});

const ask = (id: string) =>
  api.get(`/api/v1/figures/${id}/distribution?from=2026-02-01&to=2026-05-01&by=month&split=priority`, reader);

describe('how durations are spread', () => {
  assert.equal(durations.length, 4);
  for (const figure of durations) {
    test(`${figure.id}: by SQL as by arrays, and all of them are n`, async () => {
      const dates = ['2026-01-31T23:00', '2026-02-28T23:00', '2026-03-31T22:00', '2026-04-30T22:00'];
      const edges = dates.map((date) => parseInstant(`${date}:00Z`));
      const zone = zoneOf('Europe/Berlin');
      const asked = { edges, asOf: TEST_NOW, split: 'priority', where: [], zone } as const;
      const expected = await answerFigure(queryOf({ ...asked, figure: withClasses(figure) }), arrays);
      const { json } = await ask(figure.id);
      assert.deepEqual(json.bounds, classBoundsOf(figure));
      assert.deepEqual(
        json.rows.map(({ split, n, counts, median }: Record<string, unknown>) => [split, n, counts, median]),
        expected.map(({ split, n, duration }) => [split, n, duration!.classes, duration!.median]),
      );
      assert.ok(expected.some(({ n }) => n > 0));
      for (const { n, counts } of json.rows as { n: number; counts: number[] }[]) {
        assert.equal(
          counts.reduce((all, facts) => all + facts, 0),
          n,
        );
      }
    });
  }

  test('has neither classes nor rows for what is no time', async () => {
    const { bounds, rows } = (await ask('reopen_rate_pct')).json;
    assert.deepEqual([bounds, rows], [[], []]);
  });
});
