import { scaleLinear } from 'd3-scale';

/** The vertical scale of a chart: where a value stands, and the round values that are written beside it. */
export interface ValueScale {
  readonly y: (value: number) => number;
  readonly ticks: readonly number[];
  readonly low: number;
  readonly high: number;
  /** Decimals that tell the ticks apart. */
  readonly decimals: number;
}

/** Values that the measure can have at all: no share is above 100, few things are below 0. */
export interface PossibleValues {
  readonly low: number | null;
  readonly high: number | null;
}

export interface ValueScaleOptions {
  /** Pixels of the highest and of the lowest value. */
  readonly top: number;
  readonly bottom: number;
  readonly possible?: PossibleValues;
  readonly unit?: string;
}

/** Least pixels between two ticks, and the fewest that still are a scale. */
const PIXELS_PER_TICK = 30;
const MOST_TICKS = 7;
const FEWEST_TICKS = 3;

/** Steps that read as round on a clock, in the unit; what is coarser is counted in tens again. */
const CLOCK_STEPS: Readonly<Record<string, readonly number[]>> = {
  minutes: [1, 2, 5, 10, 15, 30, 60, 120, 180, 240, 360, 720, 1440],
  hours: [0.25, 0.5, 1, 2, 3, 4, 6, 8, 12, 24, 48, 72, 120, 240],
};

/**
 * A scale that ends on round values and shows 4 to 7 of them where the height allows it. It need not begin at zero, and
 * never goes where no value can be. Equal values, or none, get a scale of some width around them.
 */
export function valueScale(values: readonly number[], options: ValueScaleOptions): ValueScale {
  const { top, bottom, possible = { low: null, high: null }, unit = '' } = options;
  const [low, high] = widened(values, possible);
  const most = Math.max(FEWEST_TICKS, Math.min(MOST_TICKS, Math.floor((bottom - top) / PIXELS_PER_TICK) + 1));
  const step = roundStep(low, high, { most, unit });
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => tidy((first + i) * step, step));
  const ends = [ticks[0]!, ticks.at(-1)!] as const;
  return {
    y: scaleLinear(ends, [bottom, top]),
    ticks,
    low: ends[0],
    high: ends[1],
    decimals: decimalsOf(step),
  };
}

/** The smallest round step with at most so many ticks from below `low` to above `high`. */
export function roundStep(
  low: number,
  high: number,
  { most, unit }: { readonly most: number; readonly unit: string },
): number {
  const fits = (step: number) => Math.ceil(high / step - 1e-9) - Math.floor(low / step + 1e-9) < most;
  const steps = CLOCK_STEPS[unit];
  const onClock = steps && high - low >= 2 * steps[0]! ? steps.find(fits) : undefined;
  if (onClock !== undefined) return onClock;
  const power = 10 ** Math.floor(Math.log10((high - low) / most));
  return [1, 2, 5, 10, 20, 50, 100].map((factor) => factor * power).find(fits) ?? high - low;
}

function widened(values: readonly number[], { low: least, high: most }: PossibleValues): readonly [number, number] {
  const inside = values.map((value) => Math.min(most ?? Infinity, Math.max(least ?? -Infinity, value)));
  if (inside.length === 0) return [least ?? 0, most ?? (least ?? 0) + 1];
  const [low, high] = [Math.min(...inside), Math.max(...inside)];
  if (high > low) return [low, high];
  const room = Math.abs(high) * 0.1 || 1;
  return [Math.max(least ?? low - room, low - room), Math.min(most ?? high + room, high + room)];
}

/** Without the dust of floating point: 0.30000000000000004 is 0.3. */
function tidy(value: number, step: number): number {
  return Number(value.toFixed(decimalsOf(step))) + 0;
}

function decimalsOf(step: number): number {
  if (step === 0.25) return 2;
  return Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
}
