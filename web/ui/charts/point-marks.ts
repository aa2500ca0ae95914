import type { Chart, ChartSignal } from './chart.ts';

/**
 * How a point is drawn. Every mark has a shape of its own, so that a chart reads in one ink: *diamond* beyond a limit,
 * *ring* part of a run, *jump* (an empty diamond) further from the point before than chance explains, *hollow* not over
 * or not final, *dot* everything else.
 */
export type MarkShape = 'dot' | 'hollow' | 'ring' | 'diamond' | 'jump';

/** Whether the signal is for the better; neutral where the figure has no good side, and without a signal. */
export type Tone = 'better' | 'worse' | 'neutral';

export interface PointMark {
  readonly shape: MarkShape;
  readonly tone: Tone;
}

export type Better = 'higher' | 'lower' | 'neutral';

/** A run of points on one side of the centre, or near a limit: from the first to the last of them. */
export interface Run {
  readonly first: number;
  readonly last: number;
  readonly side: 'above' | 'below';
  readonly rule: 'run_8' | 'near_limit_3_of_4';
  /** Points that have a value. */
  readonly points: number;
}

const LENGTHS = { run_8: 8, near_limit_3_of_4: 4 } as const;

/** By the direction of the figure, never by the arrow. */
export function toneOf(side: 'above' | 'below' | null, better: Better): Tone {
  if (side === null || better === 'neutral') return 'neutral';
  return (side === 'above') === (better === 'higher') ? 'better' : 'worse';
}

/** The marks of all points; null where there is no value. */
export function marksOf(
  { points, signals }: Pick<Chart, 'points' | 'signals'>,
  better: Better,
  { isLastRunning = false }: { readonly isLastRunning?: boolean } = {},
): (PointMark | null)[] {
  const marks = points.map(({ value, bound }, index): PointMark | null => {
    if (value === null) return null;
    const isHollow = bound !== null || (isLastRunning && index === points.length - 1);
    return { shape: isHollow ? 'hollow' : 'dot', tone: 'neutral' };
  });
  const mark = (index: number, shape: MarkShape, side: 'above' | 'below' | null): void => {
    if (marks[index]) marks[index] = { shape, tone: toneOf(side, better) };
  };
  const placed = placedSignals({ points, signals });
  const beyond = placed.filter(({ rule }) => rule === 'beyond_limits');
  for (const { index, rule } of placed) {
    // The way back from a point beyond the limits is the same jump told twice.
    if (rule === 'mr_beyond' && !beyond.some((other) => other.index === index - 1)) mark(index, 'jump', null);
  }
  for (const { first, last, side, rule } of runsOf({ points, signals })) {
    for (let index = first; index <= last; index++) if (isPartOf(index)) mark(index, 'ring', side);
    function isPartOf(index: number): boolean {
      return rule === 'run_8' || isNear(points[index]!, side);
    }
  }
  for (const { index, side } of beyond) mark(index, 'diamond', side);
  return marks;
}

/** All runs. The eighth point and every later one carry a signal, so a run begins seven points before its first. */
export function runsOf({ points, signals }: Pick<Chart, 'points' | 'signals'>): Run[] {
  const runs: Run[] = [];
  for (const { index, rule, side } of placedSignals({ points, signals })) {
    if ((rule !== 'run_8' && rule !== 'near_limit_3_of_4') || side === null) continue;
    const first = backFrom(points, index, LENGTHS[rule] - 1);
    const open = runs.findLast((run) => run.rule === rule && run.side === side && run.last >= first);
    const whole = { first: open?.first ?? first, last: index };
    const run = { ...whole, side, rule, points: valuesIn(points, whole) };
    if (open) runs[runs.indexOf(open)] = run;
    else runs.push(run);
  }
  return runs;
}

/** Signals with their place among the points; those of periods that are not shown are left out. */
export function placedSignals({
  points,
  signals,
}: Pick<Chart, 'points' | 'signals'>): (ChartSignal & { readonly index: number })[] {
  const places = new Map(points.map(({ from }, index) => [from, index]));
  return signals.flatMap((signal) => {
    const index = places.get(signal.from);
    return index === undefined ? [] : [{ ...signal, index }];
  });
}

/** So many points with a value before `index`; gaps break no run. */
function backFrom(points: Chart['points'], index: number, count: number): number {
  let at = index;
  for (let left = count; left > 0 && at > 0; ) {
    at -= 1;
    if (points[at]!.value !== null) left -= 1;
  }
  return at;
}

function valuesIn(points: Chart['points'], { first, last }: Pick<Run, 'first' | 'last'>): number {
  return points.slice(first, last + 1).filter(({ value }) => value !== null).length;
}

/** Beyond half way from the middle to the limit. */
function isNear({ value, lower, upper }: Chart['points'][number], side: 'above' | 'below'): boolean {
  if (value === null || lower === null || upper === null) return false;
  const [middle, half] = [(lower + upper) / 2, (upper - lower) / 4];
  return side === 'above' ? value > middle + half : value < middle - half;
}
