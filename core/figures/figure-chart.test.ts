import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { compileCalendar } from '../calendar/calendar.ts';
import { alwaysOpen } from '../calendar/definition.ts';
import type { FactRow } from '../facts/kinds.ts';
import { type Instant, NEVER, parseInstant, SECONDS_PER_DAY } from '../time/instant.ts';
import { zoneOf } from '../time/zone.ts';
import { arraySource, type TicketFact } from './array-source.ts';
import type { Figure } from './definition.ts';
import { chartFigure, type SegmentedChart } from './figure-chart.ts';
import { figureById } from './registry.ts';
import { DEFAULT_FIGURE_SETTINGS } from './settings.ts';

const START = parseInstant('2026-01-05T00:00:00Z');
const WEEK = 7 * SECONDS_PER_DAY;

const HEADER = {
  team: null,
  service: null,
  priority: null,
  channel: null,
  level: null,
  type: null,
  agreement: null,
  excludedAs: null,
  hasStates: true,
  hasReplies: true,
  hasLevels: true,
  hasContacts: true,
  hasEscalations: true,
  hasClosing: true,
};

type Counts = readonly { readonly of: number; readonly active: number }[];

/** Tickets created in each week, so many of them still active. */
function created(weeks: Counts): TicketFact[] {
  return weeks.flatMap(({ of, active }, week) =>
    Array.from({ length: of }, (_, i): TicketFact => {
      const at = (START + week * WEEK + 3600 * (i + 1)) as Instant;
      const own = { isActive: i < active, isCancelled: false };
      const row = { ...HEADER, factKey: 'opening', at, createdAt: at, ...own } as FactRow<'creation'>;
      return { kind: 'creation', row, knownFrom: at, knownTo: NEVER, ticketId: `${week}/${i}` };
    }),
  );
}

async function chartOf(figure: Figure, weeks: Counts, newBaselines: readonly Instant[] = []): Promise<SegmentedChart> {
  const edges = Array.from({ length: weeks.length + 1 }, (_, week) => (START + week * WEEK) as Instant);
  const charts = await chartFigure(
    {
      figure,
      edges,
      asOf: edges.at(-1)!,
      split: null,
      where: [],
      settings: DEFAULT_FIGURE_SETTINGS,
      zone: zoneOf('UTC'),
      calendar: compileCalendar(alwaysOpen('UTC')),
    },
    arraySource(created(weeks)),
    { newBaselines },
  );
  assert.equal(charts.length, 1);
  return charts[0]!;
}

const counts = (...numbers: readonly number[]): Counts => numbers.map((of) => ({ of, active: 0 }));
const createdCount = figureById('tickets_created_count')!;
/** A share over creations that is charted; the one of the product is not, for it falls with age. */
const shareOfActive: Figure = { ...figureById('unresolved_rate_pct')!, chart: 'p' };

describe('a chart', () => {
  test('of counts is a u chart per working day', async () => {
    const chart = await chartOf(createdCount, counts(14, 15, 13, 14, 16, 12, 14, 14, 15, 13));
    assert.deepEqual([chart.kind, chart.measure, chart.reason], ['u', 'per_working_day', null]);
    assert.equal(chart.points[0]!.value, 2);
    assert.equal(chart.center, 2);
    assert.equal(chart.points[0]!.upper, 2 + 3 * Math.sqrt(2 / 7));
    assert.deepEqual(chart.signals, []);
  });

  test('of counts that scatter more than chance explains is an XmR chart of their rate, and says so', async () => {
    const chart = await chartOf(createdCount, counts(90, 10, 80, 5, 95, 12, 70, 8, 99, 15));
    assert.deepEqual([chart.kind, chart.insteadOf], ['xmr', 'u']);
    assert.ok(chart.sigmaZ! > 1.5);
    assert.equal(chart.points[0]!.value, 90 / 7);
    assert.equal(chart.points[0]!.upper, chart.points[9]!.upper);
  });

  test('of fewer than one case a period is none, and says so', async () => {
    const chart = await chartOf(createdCount, counts(0, 1, 0, 0, 1, 0, 0, 1, 0, 0));
    assert.deepEqual([chart.kind, chart.reason, chart.center], ['none', 'rare_events', null]);
  });

  test('of fewer than eight periods has points and no limits', async () => {
    const chart = await chartOf(createdCount, counts(14, 15, 13, 14, 16, 12, 14));
    assert.equal(chart.reason, 'too_few_points');
    assert.equal(chart.points.length, 7);
    assert.ok(chart.points.every(({ value, upper, lower }) => value !== null && upper === null && lower === null));
  });

  test('of fewer than twelve periods is provisional, of twelve it is not', async () => {
    const eleven = counts(14, 15, 13, 14, 16, 12, 14, 14, 15, 13, 14);
    assert.equal((await chartOf(createdCount, eleven)).isProvisional, true);
    assert.equal((await chartOf(createdCount, [...eleven, ...counts(14)])).isProvisional, false);
  });

  test('keeps the limits of its first twenty periods, whatever comes later', async () => {
    const calm = Array.from({ length: 20 }, (_, week) => 14 + (week % 3));
    const before = await chartOf(createdCount, counts(...calm));
    const after = await chartOf(createdCount, counts(...calm, 60));
    assert.equal(after.center, before.center);
    assert.deepEqual(after.baseline, before.baseline);
    assert.equal(after.baseline!.points, 20);
    assert.deepEqual(after.signals, [{ index: 20, rule: 'beyond_limits', side: 'above' }]);
  });

  test('of a share is a p chart in percent, with limits that follow from the cases of each period', async () => {
    const weeks = [4, 6, 5, 4, 6, 5, 5, 4, 6, 5].map((active, week) => ({ of: week === 9 ? 200 : 50, active }));
    const chart = await chartOf(shareOfActive, weeks);
    assert.deepEqual([chart.kind, chart.measure], ['p', 'value']);
    assert.equal(chart.points[0]!.value, 8);
    assert.ok(chart.points[9]!.upper! - chart.center! < chart.points[0]!.upper! - chart.center!);
  });

  test('has a gap where a share has no cases', async () => {
    const weeks = [4, 6, 5, 4, 6, 5, 5, 4, 6, 5].map((active, week) => ({ of: week === 3 ? 0 : 50, active }));
    const chart = await chartOf(shareOfActive, weeks);
    assert.deepEqual([chart.points[3]!.value, chart.points[3]!.upper], [null, null]);
    assert.equal(chart.baseline!.points, 9);
  });

  test('of a figure that is not charted has its points and says so', async () => {
    const chart = await chartOf(figureById('unresolved_rate_pct')!, counts(14, 15));
    assert.deepEqual([chart.kind, chart.reason, chart.points.length], ['none', 'not_charted', 2]);
  });
});

describe('a chart with a new baseline', () => {
  const weeks = counts(...Array(10).fill(14), ...Array(10).fill(28));
  const begin = (START + 10 * WEEK) as Instant;

  test('has limits from each stretch, and signals that do not look across', async () => {
    const old = await chartOf(createdCount, weeks);
    const chart = await chartOf(createdCount, weeks, [begin]);
    assert.deepEqual(
      [old.signals.length > 0, chart.signals, chart.segments.map(({ center }) => center), chart.center],
      [true, [], [2, 4], 4],
    );
    assert.deepEqual(chart.segments[1]!.from, begin);
  });

  test('keeps its measure where events of one stretch are too rare for limits', async () => {
    const rare = counts(...Array(10).fill(0), ...Array(10).fill(28));
    const chart = await chartOf(createdCount, rare, [begin]);
    assert.deepEqual(
      [chart.segments.map(({ reason }) => reason), chart.measure, chart.points[0]!.value, chart.points[10]!.value],
      [['rare_events', null], 'per_working_day', 0, 4],
    );
  });

  test('names the place of a signal among all points', async () => {
    const chart = await chartOf(createdCount, counts(...Array(10).fill(14), ...Array(20).fill(28), 70), [begin]);
    assert.deepEqual(chart.signals, [{ index: 30, rule: 'beyond_limits', side: 'above' }]);
  });
});
