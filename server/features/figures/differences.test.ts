import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { z } from 'zod';
import type { differenceRoutes } from '#contract/api/difference-routes.ts';
import { FIGURES, figureById } from '#core/figures/registry.ts';
import { defaultTenantId as tenantId } from '#server/database/default-tenant.ts';
import { storeDesk } from '#server/testing/store-desk.ts';
import { makeToken, testApi } from '#server/testing/test-api.ts';
import { testDatabase } from '#server/testing/test-database.ts';
import { randomDesk } from '#worlds/random-desk.ts';

type Differences = z.output<(typeof differenceRoutes)['listDifferences']['answer']>;
type Group = NonNullable<Differences['summary']>['groups'][number];

const database = await testDatabase();
const api = await testApi(database);
let lead = '';

before(async () => {
  await storeDesk(database, tenantId, randomDesk(5, 400));
  lead = (await makeToken(database, tenantId, { role: 'lead' })).token;
});

const period = 'from=2025-12-01&to=2026-06-01&by=month';

async function differences(figure: string, query: string): Promise<Differences> {
  const answer = await api.get(`/api/v1/figures/${figure}/differences?${query}`, lead);
  assert.equal(answer.status, 200, answer.text);
  return answer.json;
}

const cellOf = ({ split, from }: { split: string | null; from: string }): string => JSON.stringify([split, from]);
const sum = (groups: readonly Group[], of: 'counted' | 'successes' | 'amount' | 'base'): number =>
  groups.reduce((total, group) => total + group[of], 0);

const SECONDS = { minutes: 60, hours: 3600, days: 86_400 } as const;

/** The numbers of an answer that changes of facts add to; a time is told by the sum of its seconds. */
function sumsOf(figureId: string, row: NonNullable<Differences['summary']>['rows'][number]['after']) {
  const figure = figureById(figureId)!;
  const n = row?.n ?? 0;
  switch (figure.kind) {
    case 'share':
      return { counted: n, successes: row?.numerator ?? 0 };
    case 'count':
      return figure.sumOf === null ? { counted: n } : { counted: n, amount: row?.value ?? 0 };
    case 'duration':
      return { counted: n, amount: Math.round((row?.duration?.mean ?? 0) * n * SECONDS[figure.unit]) };
    case 'quotient':
      return { counted: n, amount: row?.numerator ?? 0, base: row?.denominator ?? 0 };
    case 'mean':
      return { counted: n, amount: row?.numerator ?? 0 };
    case 'rate':
      return { counted: n };
  }
}

describe('before and the changes add up to after', () => {
  for (const { id } of FIGURES) {
    for (const [split, asOf, asOf2] of [
      ['', '2026-03-10', ''],
      ['&split=team', '2026-02-01', '&asOf2=2026-05-20'],
    ]) {
      test(`${id}${split}, ${asOf} against ${asOf2 || 'now'}`, async () => {
        const { summary } = await differences(id, `${period}${split}&asOf=${asOf}${asOf2}`);
        const byCell = Map.groupBy(summary!.groups, cellOf);
        for (const row of summary!.rows) {
          const [was, is] = [sumsOf(id, row.before), sumsOf(id, row.after)];
          const own = byCell.get(cellOf(row)) ?? [];
          for (const name of Object.keys(is) as (keyof typeof is)[]) {
            assert.equal(was[name]! + sum(own, name), is[name], `${name} of ${cellOf(row)}`);
          }
          byCell.delete(cellOf(row));
        }
        assert.deepEqual([...byCell.keys()], []);
      });
    }
  }
});

test('the world of these tests tells all ways to change but one, which difference-causes.test.ts has', async () => {
  const found = new Set<string>();
  for (const id of ['unresolved_rate_pct', 'customer_wait_share_pct', 'lead_time_hours']) {
    for (const asOf of ['2026-01-20', '2026-02-10', '2026-03-05', '2026-04-01', '2026-05-01']) {
      const { summary } = await differences(id, `from=2025-12-01&to=2026-07-01&asOf=${asOf}`);
      for (const { change } of summary!.groups) found.add(change);
    }
  }
  assert.deepEqual([...found].sort(), ['joined', 'left', 'lost', 'won']);
});

test('pages tell each changed fact once, as many as the groups count', async () => {
  const query = `${period}&split=team&asOf=2026-03-10&asOf2=2026-05-20`;
  const whole = await differences('lead_time_hours', `${query}&limit=500`);
  const paged: Differences['facts'][number][] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: Differences = await differences('lead_time_hours', `${query}&limit=7${cursor && `&cursor=${cursor}`}`);
    assert.equal(page.summary === null, cursor !== '');
    paged.push(...page.facts);
    cursor = page.nextCursor;
  }
  assert.deepEqual(paged, whole.facts);
  assert.equal(
    paged.length,
    whole.summary!.groups.reduce((total, { facts }) => total + facts, 0),
  );
});

test('two instants at which the same is known do not differ', async () => {
  const { summary, facts } = await differences('resolution_sla_pct', `${period}&asOf=2026-06-30&asOf2=2026-06-30`);
  assert.deepEqual([summary!.groups, facts], [[], []]);
});

test('the later instant may not lie before the earlier', async () => {
  const { status, json } = await api.get(
    `/api/v1/figures/resolution_sla_pct/differences?${period}&asOf=2026-05-01&asOf2=2026-04-01`,
    lead,
  );
  assert.deepEqual([status, json.errors[0].pointer, json.errors[0].code], [400, '/asOf2', 'not_after_from']);
});
