import type { UsablePoint } from './baseline.ts';

/**
 * Signals on control charts (kpi-spec G12): points strictly beyond the limits, runs of eight, and for individuals three
 * of four near a limit. Gaps are left out and break no run. Points on a line are not beyond it, and "on" forgives the
 * rounding of floating point: 1e-12 of the largest value.
 */
export type SignalRule = 'beyond_limits' | 'mr_beyond' | 'near_limit_3_of_4' | 'run_8';

export interface Signal {
  /** Place in the series, gaps included. */
  readonly index: number;
  readonly rule: SignalRule;
  /** Which way it points; a moving range points nowhere. */
  readonly side: Side | null;
}

export type Side = 'above' | 'below';

/** A point with the lines that hold for it. Limits are those before clipping to the possible values. */
export interface JudgedPoint extends UsablePoint {
  readonly center: number;
  readonly upper: number;
  readonly lower: number;
}

const RUN_LENGTH = 8;
const ROUNDING = 1e-12;

/** Points strictly outside their limits. */
export function beyondLimits(points: readonly JudgedPoint[]): Signal[] {
  const scale = scaleOf(points);
  return points.flatMap(({ index, value, upper, lower }): Signal[] => {
    if (isAbove(value, upper, scale)) return [{ index, rule: 'beyond_limits', side: 'above' }];
    if (isAbove(lower, value, scale)) return [{ index, rule: 'beyond_limits', side: 'below' }];
    return [];
  });
}

/** The eighth and every further consecutive point strictly on one side of the centre; a point on it ends the run. */
export function runsOfEight(points: readonly JudgedPoint[]): Signal[] {
  const scale = scaleOf(points);
  const signals: Signal[] = [];
  let side: Side | null = null;
  let length = 0;
  for (const { index, value, center } of points) {
    const here: Side | null = isAbove(value, center, scale) ? 'above' : isAbove(center, value, scale) ? 'below' : null;
    length = here === null ? 0 : here === side ? length + 1 : 1;
    side = here;
    if (side && length >= RUN_LENGTH) signals.push({ index, rule: 'run_8', side });
  }
  return signals;
}

/** The point and at least two of the three before it beyond half way from centre to limit, on the same side. */
export function threeOfFourNearLimit(points: readonly JudgedPoint[]): Signal[] {
  const scale = scaleOf(points);
  const sides = points.map(({ value, center, upper, lower }): Side | null => {
    if (isAbove(value, (center + upper) / 2, scale)) return 'above';
    return isAbove((center + lower) / 2, value, scale) ? 'below' : null;
  });
  return points.flatMap(({ index }, position): Signal[] => {
    const side = sides[position]!;
    const before = sides.slice(Math.max(0, position - 3), position);
    const isSignal = side !== null && before.filter((other) => other === side).length >= 2;
    return isSignal ? [{ index, rule: 'near_limit_3_of_4', side }] : [];
  });
}

/** Moving ranges above their limit, reported at the later point. A range never looks across a gap. */
export function movingRangesBeyond(points: readonly UsablePoint[], limit: number): Signal[] {
  const scale = scaleOf(points);
  return points.flatMap(({ index, value }, position): Signal[] => {
    const previous = points[position - 1];
    const isNeighbour = previous !== undefined && previous.index === index - 1;
    const isBeyond = isNeighbour && isAbove(Math.abs(value - previous.value), limit, scale);
    return isBeyond ? [{ index, rule: 'mr_beyond', side: null }] : [];
  });
}

/** By place in the series, then by the rule's name. */
export function inOrder(signals: readonly Signal[]): Signal[] {
  return [...signals].sort((a, b) => a.index - b.index || (a.rule < b.rule ? -1 : 1));
}

function isAbove(value: number, line: number, scale: number): boolean {
  return value - line > ROUNDING * scale;
}

function scaleOf(points: readonly UsablePoint[]): number {
  return points.reduce((largest, { value }) => Math.max(largest, Math.abs(value)), 0);
}
