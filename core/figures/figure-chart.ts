import { BASELINE_POINTS } from '../statistics/baseline.ts';
import { type ChartSeries, type ControlChart, controlChart } from '../statistics/control-chart.ts';
import { pChart } from '../statistics/p-chart.ts';
import type { Side, SignalRule } from '../statistics/signals.ts';
import { uChart } from '../statistics/u-chart.ts';
import type { Instant } from '../time/instant.ts';
import { answerFigure, type FigureAnswer } from './answer.ts';
import { workingDaysOf } from './answer-values.ts';
import type { Bound, CountFigure } from './definition.ts';
import type { FigureQuery } from './query.ts';
import type { FigureSource } from './tally.ts';

/** A figure period by period with the limits of chance (kpi-spec G12), for one split value. */
export interface FigureChart {
  readonly split: string | null;
  readonly kind: 'p' | 'u' | 'xmr' | 'none';
  /** Why there are no limits; null when there are. */
  readonly reason: 'not_charted' | 'rare_events' | 'too_few_points' | null;
  /** What the points say: the value of the figure, or its count per something. */
  readonly measure: 'value' | 'per_working_day' | 'per_hundred';
  /** The chart that the figure asks for, when periods scatter too much for it. */
  readonly insteadOf: 'p' | 'u' | null;
  readonly center: number | null;
  readonly points: readonly ChartPoint[];
  readonly signals: readonly ChartSignal[];
  /** How many times as far the baseline of a p or u chart scatters as chance explains. */
  readonly sigmaZ: number | null;
  /** Fewer than twelve points made the limits. */
  readonly isProvisional: boolean;
  /** From the first to the last period that made the limits. */
  readonly baseline: { readonly from: Instant; readonly to: Instant; readonly points: number } | null;
}

/** One period: null where it cannot be used. */
export interface ChartPoint {
  readonly from: Instant;
  readonly to: Instant;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly bound: Bound | null;
}

export interface ChartSignal {
  /** Place among the points. */
  readonly index: number;
  readonly rule: SignalRule;
  readonly side: Side | null;
}

/** The charts of a figure, one per split value. */
export async function chartFigure(query: FigureQuery, source: FigureSource): Promise<FigureChart[]> {
  const answers = await answerFigure(query, source);
  const sizes = await sizesOf(query, source);
  return [...Map.groupBy(answers, (answer) => answer.split)].map(([split, own]) =>
    chartOf(query, { split, answers: own, sizes: sizes?.get(split) ?? null }),
  );
}

interface Charted {
  readonly split: string | null;
  readonly answers: readonly FigureAnswer[];
  /** What counts are divided by, period by period. */
  readonly sizes: readonly number[] | null;
}

function chartOf({ figure }: FigureQuery, { split, answers, sizes }: Charted): FigureChart {
  const values = answers.map(({ value }) => value);
  const plain = (of: readonly (number | null)[]): ChartPoint[] =>
    answers.map(({ from, to, bound }, i) => ({ from, to, bound, value: of[i]!, lower: null, upper: null }));
  const empty: FigureChart = {
    split,
    kind: 'none',
    reason: 'not_charted',
    measure: 'value',
    insteadOf: null,
    center: null,
    points: plain(values),
    signals: [],
    sigmaZ: null,
    isProvisional: false,
    baseline: null,
  };
  if (figure.chart === 'none') return empty;
  const series = seriesOf(figure.chart, { figure, answers, sizes });
  const chart = controlChart(series.of);
  if (chart.kind === 'none') return { ...empty, reason: 'rare_events' };
  const limits = limitsOf(chart, answers.length);
  const points = plain(series.values).map((point, i) => ({
    ...point,
    ...scaled(limits[i] ?? NO_LIMITS, series.scale),
  }));
  return {
    ...empty,
    kind: chart.kind,
    reason: chart.center === null ? 'too_few_points' : null,
    measure: series.measure,
    insteadOf: chart.kind === 'xmr' && figure.chart !== 'xmr' ? figure.chart : null,
    center: chart.center === null ? null : series.scale * chart.center,
    points,
    signals: chart.signals,
    sigmaZ: sigmaZOf(series.of),
    isProvisional: chart.isProvisional,
    baseline: chart.center === null ? null : baselineOf(points),
  };
}

interface Series {
  readonly of: ChartSeries;
  /** Values of the points in the unit of the figure. */
  readonly values: readonly (number | null)[];
  readonly measure: FigureChart['measure'];
  /** From the chart's numbers to the figure's: shares are fractions there and percent here. */
  readonly scale: number;
}

function seriesOf(
  kind: 'p' | 'u' | 'xmr',
  { figure, answers, sizes }: Omit<Charted, 'split'> & { readonly figure: FigureQuery['figure'] },
): Series {
  const values = answers.map(({ value }) => value);
  if (kind === 'xmr') {
    // A balance goes below zero: that its mean is small does not make what it balances rare.
    const isCounted = figure.kind === 'count' && figure.sumOf === null;
    return { of: { kind: isCounted ? 'counted' : 'measured', values }, values, measure: 'value', scale: 1 };
  }
  const isCount = figure.kind === 'count';
  const periods = answers.map(({ value, numerator, denominator }, i) =>
    isCount
      ? { count: value, size: sizes?.[i] ?? null }
      : { count: value === null ? null : numerator, size: denominator },
  );
  const scale = kind === 'p' ? 100 : 1;
  const ratios = periods.map(({ count, size }) =>
    count === null || size === null || size <= 0 ? null : (scale * count) / size,
  );
  const measure = !isCount ? 'value' : figure.per === 'working_day' ? 'per_working_day' : 'per_hundred';
  return { of: { kind: kind === 'p' ? 'share' : 'rate', periods }, values: ratios, measure, scale };
}

interface Limits {
  readonly lower: number | null;
  readonly upper: number | null;
}

const NO_LIMITS: Limits = { lower: null, upper: null };

function limitsOf(chart: Exclude<ControlChart, { kind: 'none' }>, length: number): readonly (Limits | null)[] {
  if (chart.kind !== 'xmr') return chart.points;
  return Array.from({ length }, () => ({ lower: chart.lower, upper: chart.upper }));
}

function scaled({ lower, upper }: Limits, scale: number): Limits {
  return { lower: lower === null ? null : scale * lower, upper: upper === null ? null : scale * upper };
}

function sigmaZOf(series: ChartSeries): number | null {
  if (series.kind === 'share') return pChart(series.periods).sigmaZ;
  return series.kind === 'rate' ? uChart(series.periods).sigmaZ : null;
}

function baselineOf(points: readonly ChartPoint[]): FigureChart['baseline'] {
  const used = points.filter(({ value }) => value !== null).slice(0, BASELINE_POINTS);
  const [first, last] = [used[0], used.at(-1)];
  return first && last ? { from: first.from, to: last.to, points: used.length } : null;
}

/** What the counts of a u chart are divided by, by split value; null for figures that bring their own denominator. */
async function sizesOf(
  query: FigureQuery,
  source: FigureSource,
): Promise<{ get(split: string | null): readonly number[] | undefined } | null> {
  const { figure } = query;
  if (figure.kind !== 'count' || figure.chart !== 'u') return null;
  if (figure.per === 'working_day') {
    const days = workingDaysOf(query);
    return { get: () => days };
  }
  const others = await answerFigure({ ...query, figure: hundredOf(figure) }, source);
  const bySplit = Map.groupBy(others, (answer) => answer.split);
  return { get: (split) => bySplit.get(split)?.map(({ n }) => n / 100) };
}

function hundredOf({ id, per }: CountFigure) {
  if (per === 'working_day') throw new Error(`${id} is counted per working day`);
  return per.hundredOf;
}
