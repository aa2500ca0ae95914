import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { FIGURES } from '#core/figures/registry.ts';
import { parseInstant } from '#core/time/instant.ts';
import { zoneOf } from '#core/time/zone.ts';
import { defaultTenantId as tenantId } from '#server/database/default-tenant.ts';
import { storeDesk } from '#server/testing/store-desk.ts';
import { makeToken, TEST_NOW, testApi } from '#server/testing/test-api.ts';
import { testDatabase } from '#server/testing/test-database.ts';
import { randomDesk } from '#worlds/random-desk.ts';
import { chartFigure } from '../figures/index.ts';

const database = await testDatabase();
const api = await testApi(database);
let reader = '';

before(async () => {
  await storeDesk(database, tenantId, randomDesk(11, 120));
  reader = (await makeToken(database, tenantId, { role: 'reader' })).token;
});

interface TimelessChart {
  readonly points: readonly Record<'value' | 'lower' | 'upper', number | null>[];
  readonly segments: readonly { readonly center: number | null; readonly reason: string | null }[];
}

/** All of a chart but its instants, which the answer writes in another way. */
function timeless<Chart extends TimelessChart>({ points, segments, ...chart }: Chart) {
  return {
    ...{ ...chart, signals: null, baseline: null },
    points: points.map(({ value, lower, upper }) => [value, lower, upper]),
    segments: segments.map(({ center, reason }) => [center, reason]),
  };
}

const period = 'from=2025-12-01&to=2026-07-01';
const get = (path: string) => api.get(`/api/v1/figures${path}`, reader);

for (const figure of FIGURES) {
  test(`the chart of ${figure.id} is that of the figure itself`, async () => {
    const zone = zoneOf('Europe/Berlin');
    const [from, to] = [parseInstant('2025-11-30T23:00:00Z'), parseInstant('2026-06-30T22:00:00Z')];
    const question = { figure, granularity: 'week', from, to, asOf: TEST_NOW, split: 'team', where: [], zone } as const;
    const expected = await chartFigure(database.app, tenantId, question);
    const answer = await get(`/${figure.id}/chart?${period}&by=week&split=team`);
    assert.equal(answer.status, 200, answer.text);
    const { charts } = answer.json as { charts: TimelessChart[] };
    assert.deepEqual(charts.map(timeless), expected.map(timeless));
  });
}

test('a chart goes month by month unless asked otherwise, and shows whole periods that are over', async () => {
  const { json } = await get('/tickets_created_count/chart?from=2026-03-15&to=2026-09-01');
  assert.deepEqual(
    [json.by, json.charts[0].points.map((point: { from: string }) => point.from)],
    ['month', ['2026-03-31T22:00:00Z', '2026-04-30T22:00:00Z', '2026-05-31T22:00:00Z']],
  );
});

test('a signal and a baseline name instants of their points', async () => {
  const { json } = await get(`/backlog_open_count/chart?${period}&by=week`);
  const [chart] = json.charts;
  const starts = new Set(chart.points.map((point: { from: string }) => point.from));
  assert.ok(chart.signals.length > 0);
  assert.ok([chart.baseline, ...chart.signals].every(({ from }: { from: string }) => starts.has(from)));
});

test('a figure that is not charted says so', async () => {
  const { json } = await get(`/unresolved_rate_pct/chart?${period}`);
  assert.deepEqual([json.charts[0].kind, json.charts[0].reason], ['none', 'not_charted']);
});
