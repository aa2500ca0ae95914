import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { foldFacts } from '#core/facts/fold-facts.ts';
import { arraySource, type TicketFact } from '#core/figures/array-source.ts';
import { chartFigure as chartOf } from '#core/figures/figure-chart.ts';
import { compareFigure as comparisonOf } from '#core/figures/figure-comparison.ts';
import { FIGURES, figureById } from '#core/figures/registry.ts';
import { shownFrom } from '#core/figures/shown-chart.ts';
import { wholePeriodEdges } from '#core/periods/period-edges.ts';
import { earlier, formatInstant, parseInstant } from '#core/time/instant.ts';
import { zoneOf } from '#core/time/zone.ts';
import { defaultTenantId } from '#server/database/default-tenant.ts';
import { storeDesk } from '#server/testing/store-desk.ts';
import { testDatabase } from '#server/testing/test-database.ts';
import { randomDesk } from '#worlds/random-desk.ts';
import { type ChartQuestion, type ComparisonQuestion, chartFigure, compareFigure, queryOf } from './index.ts';

const database = await testDatabase();
const desk = randomDesk(99, 400);
const arrays = arraySource(
  desk.histories.flatMap((events, index): TicketFact[] =>
    foldFacts(events, desk.versions).versions.map((version) => ({ ...version, ticketId: String(index) })),
  ),
);
/** When the first ticket of the desk was opened. */
const firstAt = desk.histories.map(([opened]) => opened!.at).reduce(earlier);
const zone = zoneOf('Europe/Berlin');
const at = (date: string) => parseInstant(`${date}T00:00:00Z`);

const shared = { asOf: at('2026-05-10'), split: 'priority', where: [], zone } as const;
const comparison: Omit<ComparisonQuestion, 'figure'> = {
  ...shared,
  granularity: 'month',
  anchor: at('2026-03-10'),
  comparison: 'previous',
};
const charted: Omit<ChartQuestion, 'figure'> = {
  ...shared,
  granularity: 'week',
  from: at('2025-11-20'),
  to: at('2026-07-01'),
};

/** The sums of logarithms come in another order from a database. */
function rounded(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, part: unknown) => (typeof part === 'number' ? Number(part.toPrecision(9)) : part)),
  );
}

describe('comparisons and charts by SQL are those by arrays', () => {
  before(() => storeDesk(database, defaultTenantId, desk));

  for (const figure of FIGURES) {
    test(`${figure.id}, one month against the one before`, async () => {
      const { edges: _, ...query } = queryOf({ ...shared, figure, edges: [at('2026-02-01'), at('2026-04-01')] });
      const { granularity, anchor, comparison: against } = comparison;
      const asked = { ...query, granularity, anchor, comparison: against, recordedFrom: firstAt };
      const expected = await comparisonOf(asked, arrays);
      const found = await compareFigure(database.app, defaultTenantId, { ...comparison, figure });
      assert.deepEqual(rounded(found), rounded(expected));
    });

    test(`${figure.id} week by week`, async () => {
      const found = await chartFigure(database.app, defaultTenantId, { ...charted, figure });
      const edges = wholePeriodEdges(zone, 'week', at('2025-11-30'), shared.asOf);
      assert.deepEqual(rounded(found), rounded(await chartOf(queryOf({ ...shared, figure, edges }), arrays)));
    });
  }

  const created = figureById('tickets_created_count')!;

  test('a period that ended before the first ticket is nothing to compare with', async () => {
    const question = { ...comparison, figure: created, split: null };
    const ask = async (anchor: string) => {
      const found = await compareFigure(database.app, defaultTenantId, { ...question, anchor: at(anchor) });
      assert.ok(found.kind === 'compared');
      return [found.windows.reference, found.rows[0]!.reference, found.rows[0]!.change].map((part) => part !== null);
    };
    assert.deepEqual(await ask('2025-12-10'), [false, false, false]);
    assert.deepEqual(await ask('2026-01-10'), [true, true, true]);
  });

  test('a chart begins with the first ticket and ends with the last week that is over', async () => {
    const [chart] = await chartFigure(database.app, defaultTenantId, { ...charted, figure: created, split: null });
    assert.equal(formatInstant(chart!.points[0]!.from), '2025-11-30T23:00:00Z');
    assert.equal(formatInstant(chart!.points.at(-1)!.to), '2026-05-03T22:00:00Z');
  });

  test('limits and signals of a week are the same whatever part of the course is asked for', async () => {
    const [whole] = await chartFigure(database.app, defaultTenantId, { ...charted, figure: created, split: null });
    const from = at('2026-04-01');
    const [part] = await chartFigure(database.app, defaultTenantId, { ...charted, figure: created, split: null, from });
    assert.ok(whole!.center !== null && part!.points.length > 3);
    assert.deepEqual(part, shownFrom(whole!, from));
  });

  test('a split of too many values for the whole course is charted by what is shown of it', async () => {
    const asked = { ...charted, figure: created, from: at('2026-04-01') };
    const whole = await chartFigure(database.app, defaultTenantId, asked);
    const part = await chartFigure(database.app, defaultTenantId, { ...asked, mostRows: 30 });
    const valuesOf = (charts: typeof whole) => charts.map(({ points }) => points.map(({ value }) => value));
    assert.deepEqual(valuesOf(part), valuesOf(whole));
    assert.ok(whole.some(({ center }) => center !== null) && part.every(({ center }) => center === null));
  });

  test('no chart without a ticket, and none without a period that is over', async () => {
    const other = '00000000-0000-7000-8000-0000000000ff';
    assert.deepEqual(await chartFigure(database.app, other, { ...charted, figure: created }), []);
    const young = { ...charted, figure: created, asOf: at('2025-12-03') };
    assert.deepEqual(await chartFigure(database.app, defaultTenantId, young), []);
  });
});
