import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { COCKPIT_FIGURES } from '#core/figures/cockpit-groups.ts';
import { dimensionsOf } from '#core/figures/figure-dimension.ts';
import type { FigureQuery } from '#core/figures/query.ts';
import { FIGURES } from '#core/figures/registry.ts';
import type { FigureSource, Tally } from '#core/figures/tally.ts';
import { type Instant, parseInstant } from '#core/time/instant.ts';
import { zoneOf } from '#core/time/zone.ts';
import { defaultTenantId as tenantId } from '#server/database/default-tenant.ts';
import { inTenant } from '#server/platform/database.ts';
import { storeDesk } from '#server/testing/store-desk.ts';
import { testDatabase } from '#server/testing/test-database.ts';
import { randomDesk } from '#worlds/random-desk.ts';
import { figuresRead } from './ask-tile.ts';
import { queryOf, readLastEventAt, sqlSource } from './index.ts';
import { statementRunner } from './sql-source.ts';
import { tallyTogether } from './tally-together.ts';

const database = await testDatabase();
const edges = ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'].map((date) => parseInstant(`${date}T00:00:00Z`));
const NOW = parseInstant('2027-01-01T00:00:00Z');
/** Those of the cockpit, with the ones that stand beside them. */
const HEADLINES = new Set(COCKPIT_FIGURES.flatMap(figuresRead));
const PAST = parseInstant('2026-02-20T12:00:00Z');

before(() => storeDesk(database, tenantId, randomDesk(99, 300)));

const planOf = (asOf: Instant, over: Partial<FigureQuery> = {}): FigureQuery[] =>
  FIGURES.map((figure) => ({
    ...queryOf({ figure, edges, asOf, split: null, where: [], zone: zoneOf('Europe/Berlin') }),
    ...over,
  }));

interface Sources {
  readonly alone: FigureSource;
  readonly together: FigureSource;
  /** Texts of the statements that the second one ran. */
  readonly ran: readonly string[];
}

async function withSources(plan: readonly FigureQuery[], work: (sources: Sources) => Promise<void>): Promise<void> {
  await inTenant(database.app, tenantId, async (db) => {
    const lastEventAt = await readLastEventAt(db, tenantId);
    const alone = sqlSource(db, { tenantId, lastEventAt });
    const ran: string[] = [];
    const run = statementRunner(db, tenantId);
    const together = tallyTogether(alone, plan, {
      run: (query, statement, extra) => {
        ran.push(statement.text);
        return run(query, statement, extra);
      },
      lastEventAt,
    });
    await work({ alone, together, ran });
  });
}

/** Rows come in any order. */
function sorted({ rows, undecided }: Tally): unknown {
  const texts = (all: readonly unknown[]): string[] => all.map((row) => JSON.stringify(row)).sort();
  return { rows: texts(rows), undecided: texts(undecided) };
}

async function assertSame(plan: readonly FigureQuery[]): Promise<void> {
  await withSources(plan, async ({ alone, together }) => {
    for (const query of plan) {
      assert.deepEqual(sorted(await together.tally(query)), sorted(await alone.tally(query)), query.figure.id);
    }
  });
}

describe('every figure has the tally that it has alone', () => {
  test('as of now', () => assertSame(planOf(NOW)));
  test('as of a past instant', () => assertSame(planOf(PAST)));

  test('split and filtered', async () => {
    const where = [{ dimension: 'priority', value: '3' }] as const;
    const plan = planOf(NOW, { split: 'team', where });
    assert.ok(FIGURES.every(({ of }) => dimensionsOf(of).includes('team') && dimensionsOf(of).includes('priority')));
    await assertSame(plan);
  });
});

test('figures over the same facts are read by one statement', async () => {
  const plan = planOf(NOW).filter(({ figure }) => figure.of === 'resolution');
  await withSources(plan, async ({ together, ran }) => {
    for (const query of plan) await together.tally(query);
    assert.ok(plan.length > 2);
    assert.equal(ran.length, 1);
  });
});

test('a question that nobody planned is answered as well', async () => {
  const [planned] = planOf(NOW);
  await withSources([planned!], async ({ alone, together, ran }) => {
    const other = { ...planned!, edges: edges.slice(1) };
    assert.deepEqual(sorted(await together.tally(other)), sorted(await alone.tally(other)));
    assert.equal(ran.length, 0);
  });
});

test('the headline figures find all that they ask of the facts of a period in an index', async () => {
  const plan = planOf(NOW).filter(({ figure }) => HEADLINES.has(figure));
  await withSources(plan, async ({ together, ran }) => {
    for (const query of plan) await together.tally(query);
    const read = ran.filter((text) => text.includes('cross join lateral (\n  select\n'));
    assert.ok(read.length > 4);
    for (const text of read) {
      const [, table] = /from (fact_\w+) as f/.exec(text)!;
      const asked = new Set(Array.from(text.matchAll(/\bf\.(\w+)/g), ([, column]) => column!));
      const { rows } = await sql<{ indexdef: string }>`
        select indexdef from pg_indexes where tablename = ${table} and indexdef like '%INCLUDE%'`.execute(database.app);
      const missing = rows.map(({ indexdef }) => [...asked].filter((column) => !indexdef.includes(column)));
      assert.ok(
        missing.some((columns) => columns.length === 0),
        `${table}: no index has ${missing.join(' and none ')}`,
      );
    }
  });
});
