import type { Side, SignalRule } from '../statistics/signals.ts';
import type { Instant } from '../time/instant.ts';
import type { Better } from './definition.ts';
import type { FigureChart, SegmentedChart } from './figure-chart.ts';

/** Whether what happened is good, by the direction of the figure. */
export type Tone = 'better' | 'worse' | 'neutral';

/** What a control chart says of one of its periods, in the measure of the chart. */
export interface TileSignal {
  readonly rule: SignalRule;
  readonly side: Side;
  readonly tone: Tone;
  readonly measure: FigureChart['measure'];
  /** The point of the period. */
  readonly value: number;
  readonly center: number;
  readonly lower: number;
  readonly upper: number;
  /** How far it lies from the centre, as a multiple of a third of the way to the limit; null where that way is none. */
  readonly sigmas: number | null;
  /** How many usable periods in a row lie on this side of the centre, this one the last. */
  readonly inARow: number;
}

/** The rules in the order of their weight: of those that fired at a period the first is told. */
const RULES: readonly SignalRule[] = ['beyond_limits', 'run_8', 'near_limit_3_of_4', 'mr_beyond'];

/** A chart whose limits may begin anew within it. */
type SignalledChart = FigureChart & Partial<Pick<SegmentedChart, 'segments'>>;

/** The signal of the period that begins at `from`; null without one, without limits, and while the period runs. */
export function signalAt(
  chart: SignalledChart,
  from: Instant,
  { better }: { readonly better: Better },
): TileSignal | null {
  const index = chart.points.findIndex((point) => point.from === from);
  const point = chart.points[index];
  const { center } = chart;
  if (!point || point.value === null || center === null || point.lower === null || point.upper === null) return null;
  const { value, lower, upper } = point;
  const fired = chart.signals.filter((signal) => signal.index === index);
  const rule = RULES.find((one) => fired.some((signal) => signal.rule === one));
  if (rule === undefined) return null;
  const side = fired.find((signal) => signal.rule === rule)?.side ?? sideOfJump(chart, index);
  const sigma = (side === 'above' ? upper - center : center - lower) / 3;
  return {
    rule,
    side,
    tone: toneOf(side, better),
    measure: chart.measure,
    value,
    center,
    lower,
    upper,
    sigmas: sigma > 0 ? Math.abs(value - center) / sigma : null,
    inARow: runUpTo(chart, index),
  };
}

/** Whether a value on that side is good. */
export function toneOf(side: Side, better: Better): Tone {
  if (better === 'neutral') return 'neutral';
  return (side === 'above') === (better === 'higher') ? 'better' : 'worse';
}

/** A moving range points nowhere by itself: it is told by the way the value went. */
function sideOfJump({ points }: FigureChart, index: number): Side {
  return points[index]!.value! >= (points[index - 1]?.value ?? 0) ? 'above' : 'below';
}

/** A run is one around the same centre: what lies before a new baseline is no part of it. */
function runUpTo({ points, center, segments = [] }: SignalledChart, index: number): number {
  const since = segments.at(-1)?.from ?? points[0]!.from;
  const isAbove = points[index]!.value! > center!;
  let length = 0;
  for (const { value, from } of points.slice(0, index + 1).reverse()) {
    if (from < since) break;
    if (value === null) continue;
    if (value === center || value > center! !== isAbove) break;
    length += 1;
  }
  return length;
}
