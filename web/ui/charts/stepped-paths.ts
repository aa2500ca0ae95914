import { area, line } from 'd3-shape';

/** One period as drawn: the middle of its column, and heights; null where there is nothing. */
export interface DrawnPeriod {
  readonly x: number;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

interface Step {
  readonly x: number;
  readonly low: number | null;
  readonly high: number | null;
}

const bandOf = area<Step>()
  .digits(1)
  .defined(({ low, high }) => low !== null && high !== null)
  .x(({ x }) => x)
  .y0(({ low }) => low!)
  .y1(({ high }) => high!);

const edgeOf = line<{ readonly x: number; readonly y: number | null }>()
  .digits(1)
  .defined(({ y }) => y !== null)
  .x(({ x }) => x)
  .y(({ y }) => y!);

/** Where steps may be drawn; left out, half a step reaches over the first and the last period. */
export interface StepRoom {
  readonly left: number;
  readonly right: number;
}

/** The usual range: between the limits, a step for each period, open where there are none. */
export function bandPath(periods: readonly DrawnPeriod[], half: number, room?: StepRoom): string {
  const steps = periods.flatMap(({ x, lower: low, upper: high }): Step[] => [
    { x: Math.max(x - half, room?.left ?? -Infinity), low, high },
    { x: Math.min(x + half, room?.right ?? Infinity), low, high },
  ]);
  return bandOf(steps) ?? '';
}

/** The edge of the usual range as steps. */
export function limitPath(periods: readonly DrawnPeriod[], half: number, edge: 'lower' | 'upper'): string {
  return stepPath(
    periods.map(({ x, [edge]: y }) => ({ x, y })),
    half,
  );
}

/** A height for each period as steps, a gap where there is none. */
export function stepPath(steps: readonly { readonly x: number; readonly y: number | null }[], half: number): string {
  return edgeOf(steps.flatMap(({ x, y }) => [x - half, x + half].map((at) => ({ x: at, y })))) ?? '';
}

/** The data line; a missing value is a gap. */
export function linePath(periods: readonly Pick<DrawnPeriod, 'x' | 'value'>[]): string {
  return edgeOf(periods.map(({ x, value: y }) => ({ x, y }))) ?? '';
}
