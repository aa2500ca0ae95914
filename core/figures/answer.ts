import { openDates } from '../calendar/open-time.ts';
import { neededRanks, quantileFrom, quantileRanks } from '../statistics/quantile.ts';
import { poissonLimits, rateOf } from '../statistics/rate.ts';
import { proportion } from '../statistics/wilson.ts';
import { type Instant, SECONDS_PER_DAY } from '../time/instant.ts';
import type { DurationFigure, Figure } from './definition.ts';
import { type FigureQuery, stockPoints } from './query.ts';
import type { FigureSource, RankedRow, TallyRow } from './tally.ts';

/** Why a value is null: no facts at all, or none whose source witnesses what the figure needs. */
export type NullReason = 'no_cases' | 'not_recorded';

/** One figure for one period and one split value. Percent and durations in the figure's unit. */
export interface FigureAnswer {
  readonly split: string | null;
  readonly from: Instant;
  readonly to: Instant;
  /** Null when there is no data, never 0 (kpi-spec G6). */
  readonly value: number | null;
  readonly reason: NullReason | null;
  /** Facts counted: the cases, or the denominator of a share. */
  readonly n: number;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** 95 % interval (kpi-spec G10). */
  readonly low: number | null;
  readonly high: number | null;
  /** Whether half the interval of a share exceeds ten points. */
  readonly wide: boolean | null;
  readonly undecided: number;
  readonly excluded: number;
  readonly excludedBy: Readonly<Record<string, number>>;
  readonly immature: number;
  /** Durations only: the value is the median. */
  readonly duration: DurationAnswer | null;
}

export interface DurationAnswer {
  readonly median: number | null;
  readonly mean: number | null;
  readonly p90: number | null;
  readonly longest: number | null;
}

const UNIT_SECONDS = { minutes: 60, hours: 3600, days: SECONDS_PER_DAY } as const;

interface Group {
  readonly period: number;
  readonly split: string | null;
  readonly rows: readonly TallyRow[];
  readonly undecided: number;
}

/** Computes a figure from either source. Rows are ordered by split value, then period; without data there are rows too. */
export async function answerFigure(query: FigureQuery, source: FigureSource): Promise<FigureAnswer[]> {
  const groups = await groupsOf(query, source);
  const { figure } = query;
  if (figure.kind === 'duration') return durationAnswers(query, figure, groups, source);
  if (figure.kind === 'rate') return rateAnswers(query, groups, source);
  return groups.map((group) => ({ ...frame(query, group), ...valuesOf(figure, group) }));
}

async function groupsOf(query: FigureQuery, source: FigureSource): Promise<Group[]> {
  const [rows, undecided] = await Promise.all([source.tally(query), source.undecided(query)]);
  const splits = new Set<string | null>(query.split === null ? [null] : []);
  for (const row of [...rows, ...undecided]) splits.add(row.split);
  const periods = query.edges.length - 1;
  return [...splits].sort(bySplit).flatMap((split) =>
    Array.from({ length: periods }, (_, period) => ({
      period,
      split,
      rows: rows.filter((row) => row.period === period && row.split === split),
      undecided: sum(undecided, (row) => (row.split === split && row.edgesBefore <= period + 1 ? row.facts : 0)),
    })),
  );
}

function bySplit(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return a < b ? -1 : a > b ? 1 : 0;
}

type Values = Pick<FigureAnswer, 'value' | 'reason' | 'n' | 'numerator' | 'denominator' | 'low' | 'high' | 'wide'>;

/** All of an answer but its value. */
function frame({ edges, split }: FigureQuery, group: Group): Omit<FigureAnswer, keyof Values> {
  const excludedBy: Record<string, number> = {};
  for (const { reason, facts } of group.rows) {
    if (reason !== null) excludedBy[reason] = (excludedBy[reason] ?? 0) + facts;
  }
  return {
    split: split === null ? null : (group.split ?? '(none)'),
    from: edges[group.period]!,
    to: edges[group.period + 1]!,
    undecided: group.undecided,
    excluded: sum(Object.values(excludedBy), (facts) => facts),
    excludedBy,
    immature: sum(countedRows(group), (row) => row.immature),
    duration: null,
  };
}

const NO_VALUE: Values = {
  value: null,
  reason: null,
  n: 0,
  numerator: null,
  denominator: null,
  low: null,
  high: null,
  wide: null,
};

function valuesOf(figure: Exclude<Figure, DurationFigure | { kind: 'rate' }>, group: Group): Values {
  const counted = countedRows(group);
  const n = sum(counted, (row) => row.facts);
  const reason = reasonOf(group, n);
  switch (figure.kind) {
    case 'count': {
      if (reason === 'not_recorded') return { ...NO_VALUE, reason };
      const value = figure.sumOf === null ? n : sum(counted, (row) => row.firstSum);
      return { ...NO_VALUE, value, n, ...(figure.interval === 'poisson' ? poissonLimits(value) : {}) };
    }
    case 'share': {
      const numerator = sum(counted, (row) => row.successes);
      const { valuePct, lowPct, highPct, isWide } = proportion(numerator, n);
      const interval = figure.interval === 'wilson' ? { low: lowPct, high: highPct, wide: isWide } : {};
      return { ...NO_VALUE, value: valuePct, reason, n, numerator, denominator: n, ...interval };
    }
    case 'quotient': {
      const numerator = sum(counted, (row) => row.firstSum);
      const denominator = sum(counted, (row) => row.secondSum);
      const value = denominator === 0 ? null : (100 * numerator) / denominator;
      return { ...NO_VALUE, value, reason: value === null ? (reason ?? 'no_cases') : null, n, numerator, denominator };
    }
  }
}

async function rateAnswers(
  query: FigureQuery,
  groups: readonly Group[],
  source: FigureSource,
): Promise<FigureAnswer[]> {
  const { figure } = query;
  const isPerTechnician = figure.kind === 'rate' && figure.per === 'technician_day';
  const technicianDays = isPerTechnician ? await source.technicianDays(query) : [];
  const points = stockPoints(query);
  return groups.map((group) => {
    const n = sum(countedRows(group), (row) => row.facts);
    const denominator = isPerTechnician
      ? sum(technicianDays, (row) => (row.period === group.period && row.split === group.split ? row.days : 0))
      : openDates(query.calendar, query.edges[group.period]!, points[group.period]!).length;
    const missing = n === 0 && reasonOf(group, n) === 'not_recorded';
    const { rate, low, high } = missing
      ? { rate: null, low: null, high: null }
      : rateOf({ events: n, exposure: denominator });
    const reason = missing ? 'not_recorded' : rate === null ? 'no_cases' : null;
    return { ...frame(query, group), ...NO_VALUE, value: rate, reason, n, numerator: n, denominator, low, high };
  });
}

async function durationAnswers(
  query: FigureQuery,
  figure: DurationFigure,
  groups: readonly Group[],
  source: FigureSource,
): Promise<FigureAnswer[]> {
  const wanted = groups.flatMap((group) => {
    const n = sum(countedRows(group), (row) => row.facts);
    if (n === 0) return [];
    const ranks = [...neededRanks(quantileRanks(n, 0.5)), ...neededRanks(quantileRanks(n, 0.9)), n - 1];
    return [{ period: group.period, split: group.split, ranks: [...new Set(ranks)] }];
  });
  const ranked = wanted.length === 0 ? [] : await source.ranked(query, wanted);
  const secondsAt = new Map(ranked.map((row) => [keyOf(row), row.seconds]));
  const unit = UNIT_SECONDS[figure.unit];
  return groups.map((group) => {
    const counted = countedRows(group);
    const n = sum(counted, (row) => row.facts);
    const valueAt = (rank: number): number => {
      const seconds = secondsAt.get(keyOf({ ...group, rank }));
      if (seconds === undefined) throw new Error(`${figure.id}: rank ${rank} of ${n} was not delivered`);
      return seconds / unit;
    };
    const median = quantileFrom(quantileRanks(n, 0.5), valueAt);
    const mean = n === 0 ? null : sum(counted, (row) => row.firstSum) / n / unit;
    const p90 = n === 0 ? null : quantileFrom(quantileRanks(n, 0.9), valueAt).value;
    return {
      ...frame(query, group),
      ...NO_VALUE,
      value: median.value,
      reason: reasonOf(group, n),
      n,
      low: median.low,
      high: median.high,
      duration: { median: median.value, mean, p90, longest: n === 0 ? null : valueAt(n - 1) },
    };
  });
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

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  let total = 0;
  for (const item of items) total += of(item);
  return total;
}
