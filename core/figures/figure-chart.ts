import { BASELINE_POINTS, segmentStarts } from '../statistics/baseline.ts';
import { type ChartSeries, type ControlChart, controlChart } from '../statistics/control-chart.ts';
import { pChart } from '../statistics/p-chart.ts';
import type { Side, SignalRule } from '../statistics/signals.ts';
import { uChart } from '../statistics/u-chart.ts';
import type { Instant } from '../time/instant.ts';
import { answerFigure, type FigureAnswer } from './answer.ts';
import { workingDaysOf } from './answer-values.ts';
import { type Series, seriesOf, sliceOf } from './chart-series.ts';
import type { Bound, CountFigure, Figure } from './definition.ts';
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

/**
 * Stretches of a chart with limits of their own. They follow each other without a gap; the limits of one end where a new
 * baseline was decided, and stay as they were drawn.
 */
export interface ChartSegment
  extends Pick<FigureChart, 'kind' | 'reason' | 'insteadOf' | 'center' | 'sigmaZ' | 'isProvisional' | 'baseline'> {
  /** The first period for which these limits hold. */
  readonly from: Instant;
  /** The end of the last one. */
  readonly to: Instant;
}

/** A chart with its segments. What the chart says of its limits is what the last one says. */
export interface SegmentedChart extends FigureChart {
  readonly segments: readonly ChartSegment[];
}

/**
 * The charts of a figure, one per split value. Limits begin anew with the first whole period at or after each of
 * `newBaselines`, and come from the usable periods that follow (kpi-spec G12: a recorded human decision).
 */
export async function chartFigure(
  query: FigureQuery,
  source: FigureSource,
  { newBaselines = [] }: { readonly newBaselines?: readonly Instant[] } = {},
): Promise<SegmentedChart[]> {
  const answers = await answerFigure(query, source);
  const sizes = await sizesOf(query, source);
  const starts = segmentStarts(query.edges, newBaselines);
  return [...Map.groupBy(answers, (answer) => answer.split)].map(([split, own]) =>
    chartOf(query, { split, answers: own, sizes: sizes?.get(split) ?? null, starts }),
  );
}

interface Charted {
  readonly split: string | null;
  readonly answers: readonly FigureAnswer[];
  /** What counts are divided by, period by period. */
  readonly sizes: readonly number[] | null;
  /** Places of the periods with which limits begin anew. */
  readonly starts: readonly number[];
}

function chartOf({ figure }: FigureQuery, { split, answers, sizes, starts }: Charted): SegmentedChart {
  const series = seriesOf(figure, { answers, sizes });
  const stretches = starts.map((start, place) => stretchOf(figure, sliceOf(series, start, starts[place + 1])));
  // Events too rare for limits are told as they are; beside limits they keep the measure of the limits.
  const isRare = stretches.every(({ reason }) => reason === 'rare_events');
  const values = isRare ? answers.map(({ value }) => value) : series.values;
  const limits = stretches.flatMap((stretch) => stretch.limits);
  const points = answers.map(({ from, to, bound }, i) => ({ from, to, bound, value: values[i]!, ...limits[i]! }));
  const segments = stretches.map(({ limits: _, signals: __, ...stretch }, place): ChartSegment => {
    const own = points.slice(starts[place], starts[place + 1]);
    const baseline = stretch.center === null ? null : baselineOf(own);
    return { from: own[0]!.from, to: own.at(-1)!.to, ...stretch, baseline };
  });
  const { from: _, to: __, ...last } = segments.at(-1)!;
  return {
    split,
    ...last,
    measure: isRare ? 'value' : series.measure,
    points,
    signals: stretches.flatMap(({ signals }, place) =>
      signals.map((signal) => ({ ...signal, index: signal.index + starts[place]! })),
    ),
    segments,
  };
}

/** What is said of periods that share their limits. */
interface Stretch extends Omit<ChartSegment, 'from' | 'to' | 'baseline'> {
  readonly limits: readonly Limits[];
  /** Places count from the first period of the stretch. */
  readonly signals: readonly ChartSignal[];
}

function stretchOf(figure: Figure, { of, values, scale }: Series): Stretch {
  const none: Stretch = {
    kind: 'none',
    reason: 'not_charted',
    insteadOf: null,
    center: null,
    sigmaZ: null,
    isProvisional: false,
    limits: values.map(() => NO_LIMITS),
    signals: [],
  };
  if (of === null) return none;
  const chart = controlChart(of);
  if (chart.kind === 'none') return { ...none, reason: 'rare_events' };
  return {
    kind: chart.kind,
    reason: chart.center === null ? 'too_few_points' : null,
    insteadOf: chart.kind === 'xmr' && (figure.chart === 'p' || figure.chart === 'u') ? figure.chart : null,
    center: chart.center === null ? null : scale * chart.center,
    sigmaZ: sigmaZOf(of),
    isProvisional: chart.isProvisional,
    limits: limitsOf(chart, values.length).map((limits) => scaled(limits ?? NO_LIMITS, scale)),
    signals: chart.signals,
  };
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
