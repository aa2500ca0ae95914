import { openDates } from '../calendar/open-time.ts';
import { meanOf } from '../statistics/mean.ts';
import { neededRanks, quantileFrom, quantileRanks } from '../statistics/quantile.ts';
import { poissonLimits, rateOf } from '../statistics/rate.ts';
import { sampleOfSums } from '../statistics/sample.ts';
import { proportion } from '../statistics/wilson.ts';
import { SECONDS_PER_DAY } from '../time/instant.ts';
import type { DurationFigure, DurationUnit, Figure, RateFigure } from './definition.ts';
import { type FigureQuery, stockPoints } from './query.ts';
import type { FigureSource, RankedRow, TallyRow } from './tally.ts';

/** Why a value is null: no facts at all, none whose source witnesses what the figure needs, or a period yet to come. */
export type NullReason = 'no_cases' | 'not_recorded' | 'not_begun';

/** The value of a figure and what belongs to it. */
export interface Values {
  /** Null when there is no data, never 0 (kpi-spec G6). */
  readonly value: number | null;
  readonly reason: NullReason | null;
  /** Facts counted; the denominator of a share. */
  readonly n: number;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** 95 % interval (kpi-spec G10). */
  readonly low: number | null;
  readonly high: number | null;
  /** Whether half the interval of a share exceeds ten points. */
  readonly wide: boolean | null;
  /** Standard deviation of a mean. */
  readonly deviation: number | null;
  /** Durations only: the value is the median. */
  readonly duration: DurationAnswer | null;
}

export interface DurationAnswer {
  readonly median: number | null;
  readonly mean: number | null;
  readonly p90: number | null;
  readonly longest: number | null;
  /** Facts in each class of the definition; null when it has none. */
  readonly classes: readonly number[] | null;
}

/** The facts of one period and one split value. */
export interface Group {
  readonly period: number;
  readonly split: string | null;
  readonly rows: readonly TallyRow[];
  readonly undecided: number;
}

export const UNIT_SECONDS: Readonly<Record<DurationUnit, number>> = {
  minutes: 60,
  hours: 3600,
  days: SECONDS_PER_DAY,
};

const NO_VALUE: Values = {
  value: null,
  reason: null,
  n: 0,
  numerator: null,
  denominator: null,
  low: null,
  high: null,
  wide: null,
  deviation: null,
  duration: null,
};

/** What is known of a period that has not begun. */
export const NOT_BEGUN: Values = { ...NO_VALUE, reason: 'not_begun' };

/** The values of groups, in their order. */
export async function valuesOfGroups(
  query: FigureQuery,
  groups: readonly Group[],
  source: FigureSource,
): Promise<Values[]> {
  const { figure } = query;
  if (figure.kind === 'duration') return durations(query, figure, groups, source);
  if (figure.kind === 'rate') return rates(query, figure, groups, source);
  return groups.map((group) => sumsOf(figure, group));
}

function sumsOf(figure: Exclude<Figure, DurationFigure | RateFigure>, group: Group): Values {
  const counted = countedRows(group);
  const n = sum(counted, (row) => row.facts);
  const reason = reasonOf(group, n);
  const first = sum(counted, (row) => row.firstSum);
  const second = sum(counted, (row) => row.secondSum);
  switch (figure.kind) {
    case 'count': {
      if (reason === 'not_recorded') return { ...NO_VALUE, reason };
      const value = figure.sumOf === null ? n : first;
      return { ...NO_VALUE, value, n, ...(figure.interval === 'poisson' ? poissonLimits(value) : {}) };
    }
    case 'share': {
      const numerator = sum(counted, (row) => row.successes);
      const { valuePct, lowPct, highPct, isWide } = proportion(numerator, n);
      const interval = figure.interval === 'wilson' ? { low: lowPct, high: highPct, wide: isWide } : {};
      return { ...NO_VALUE, value: valuePct, reason, n, numerator, denominator: n, ...interval };
    }
    case 'mean': {
      const sample = sampleOfSums({ n, sum: BigInt(first), sumOfSquares: BigInt(second) });
      const { mean, standardDeviation, low, high } = meanOf(sample);
      const spread = { low, high, deviation: standardDeviation };
      return { ...NO_VALUE, value: mean, reason, n, numerator: first, denominator: n, ...spread };
    }
    case 'quotient': {
      const value = second === 0 ? null : (100 * first) / second;
      const missing = value === null ? (reason ?? 'no_cases') : null;
      return { ...NO_VALUE, value, reason: missing, n, numerator: first, denominator: second };
    }
  }
}

async function rates(
  query: FigureQuery,
  figure: RateFigure,
  groups: readonly Group[],
  source: FigureSource,
): Promise<Values[]> {
  const isPerTechnician = figure.per === 'technician_day';
  const technicianDays = isPerTechnician ? await source.technicianDays(query) : [];
  const workingDays = isPerTechnician ? [] : workingDaysOf(query);
  return groups.map((group) => {
    const n = sum(countedRows(group), (row) => row.facts);
    const denominator = isPerTechnician
      ? sum(technicianDays, (row) => (row.period === group.period && row.split === group.split ? row.days : 0))
      : workingDays[group.period]!;
    const missing = n === 0 && reasonOf(group, n) === 'not_recorded';
    const { rate, low, high } = missing
      ? { rate: null, low: null, high: null }
      : rateOf({ events: n, exposure: denominator });
    const reason = missing ? 'not_recorded' : rate === null ? 'no_cases' : null;
    return { ...NO_VALUE, value: rate, reason, n, numerator: n, denominator, low, high };
  });
}

/** Working days of the reporting calendar in each period, up to as_of. */
export function workingDaysOf(query: FigureQuery): number[] {
  const points = stockPoints(query);
  return points.map((point, period) => openDates(query.calendar, query.edges[period]!, point).length);
}

async function durations(
  query: FigureQuery,
  figure: DurationFigure,
  groups: readonly Group[],
  source: FigureSource,
): Promise<Values[]> {
  const secondsAt = await secondsOf(query, groups, source);
  const unit = UNIT_SECONDS[figure.unit];
  return groups.map((group) => {
    const counted = countedRows(group);
    const n = sum(counted, (row) => row.facts);
    const valueAt = (rank: number): number => {
      const seconds = secondsAt(group, rank);
      if (seconds === undefined) throw new Error(`${figure.id}: rank ${rank} of ${n} was not delivered`);
      return seconds / unit;
    };
    const median = quantileFrom(quantileRanks(n, 0.5), valueAt);
    const mean = n === 0 ? null : sum(counted, (row) => row.firstSum) / n / unit;
    const p90 = n === 0 ? null : quantileFrom(quantileRanks(n, 0.9), valueAt).value;
    const longest = n === 0 ? null : valueAt(n - 1);
    const duration = { median: median.value, mean, p90, longest, classes: classesOf(figure, counted) };
    const { value, low, high } = median;
    return { ...NO_VALUE, value, reason: reasonOf(group, n), n, low, high, duration };
  });
}

type SecondsAt = (group: Group, rank: number) => number | undefined;

/** Order statistics from what came with the tally; else those that the values need are asked for, of all groups at once. */
async function secondsOf(query: FigureQuery, groups: readonly Group[], source: FigureSource): Promise<SecondsAt> {
  const hasSeconds = groups.every((group) => countedRows(group).every(({ sorted }) => sorted !== null));
  if (hasSeconds) return (group, rank) => countedRows(group)[0]?.sorted?.[rank];
  const wanted = groups.flatMap((group) => {
    const n = sum(countedRows(group), (row) => row.facts);
    if (n === 0) return [];
    const ranks = [...neededRanks(quantileRanks(n, 0.5)), ...neededRanks(quantileRanks(n, 0.9)), n - 1];
    return [{ period: group.period, split: group.split, ranks: [...new Set(ranks)] }];
  });
  const ranked = wanted.length === 0 ? [] : await source.ranked(query, wanted);
  const seconds = new Map(ranked.map((row) => [keyOf(row), row.seconds]));
  return (group, rank) => seconds.get(keyOf({ ...group, rank }));
}

/** Facts at least so old, less those at least as old as the next class says. */
function classesOf({ classes }: DurationFigure, counted: readonly TallyRow[]): number[] | null {
  if (classes === null) return null;
  const atLeast = classes.map((_, index) => sum(counted, (row) => row.atLeast[index]!));
  return atLeast.map((facts, index) => facts - (atLeast[index + 1] ?? 0));
}

function keyOf({ period, split, rank }: Pick<RankedRow, 'period' | 'split' | 'rank'>): string {
  return JSON.stringify([period, split, rank]);
}

function countedRows(group: Group): TallyRow[] {
  return group.rows.filter((row) => row.reason === null);
}

function reasonOf(group: Group, n: number): NullReason | null {
  if (n > 0) return null;
  return group.rows.some((row) => row.reason === 'not_recorded') ? 'not_recorded' : 'no_cases';
}

export function sum<T>(items: readonly T[], of: (item: T) => number): number {
  let total = 0;
  for (const item of items) total += of(item);
  return total;
}
