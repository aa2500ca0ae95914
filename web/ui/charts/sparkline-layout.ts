import type { Chart } from './chart.ts';
import type { Place } from './place-callout.ts';
import type { PointMark } from './point-marks.ts';
import { bandPath, type DrawnPeriod, linePath } from './stepped-paths.ts';
import { textWidth } from './text-width.ts';
import type { PossibleValues } from './value-scale.ts';

export interface SparklineInput {
  readonly chart: Pick<Chart, 'points' | 'center'>;
  readonly marks: readonly (PointMark | null)[];
  readonly width: number;
  readonly height: number;
  readonly target: number | null;
  /** What stands beside the stroke of the promise, or beside the centre where nothing is promised. */
  readonly edgeText: string;
  /** How far chance alone may have moved the last value. */
  readonly interval: readonly [low: number, high: number] | null;
  readonly possible: PossibleValues;
  readonly isLastRunning: boolean;
  /** Shared by small multiples; left out, the scale is that of the values. */
  readonly domain?: readonly [low: number, high: number] | undefined;
}

export interface SparklineLayout {
  readonly band: string;
  readonly center: { readonly x1: number; readonly x2: number; readonly y: number } | null;
  readonly line: string;
  readonly running: string | null;
  readonly marks: readonly (PointMark & Place & { readonly isLast: boolean })[];
  readonly whisker: { readonly x: number; readonly y1: number; readonly y2: number } | null;
  /** The stroke of the promise; `pinned` when it lies beyond the picture. */
  readonly promise: StrokeLayout | null;
  readonly text: { readonly x: number; readonly y: number } | null;
  /** No value at all: a dotted line from here to there. */
  readonly gap: { readonly x1: number; readonly x2: number; readonly y: number } | null;
}

interface StrokeLayout {
  readonly x1: number;
  readonly x2: number;
  readonly y: number;
  readonly pinned: 'top' | 'bottom' | null;
}

const PAD_X = 4;
const PAD_Y = 5;
/** Half of the stroke of a promise. */
const STROKE = 9;
const TEXT_AIR = 4;
/** A promise further away than this many times the range of the values would flatten them. */
const FARTHEST = 1.5;

/** The small chart of a tile: usual range, values, promise. */
export function sparklineLayout(input: SparklineInput): SparklineLayout {
  const { chart, width, height, target, edgeText, interval, isLastRunning } = input;
  const edge = edgeText === '' ? STROKE : STROKE + TEXT_AIR + textWidth(edgeText);
  const right = width - edge;
  const count = Math.max(1, chart.points.length);
  const step = count > 1 ? (right - 2 * PAD_X) / (count - 1) : 0;
  const x = (index: number) => (count > 1 ? PAD_X + index * step : right - PAD_X);
  const domain = input.domain ?? domainOf(input);
  const y = clampedScale(domain, [height - PAD_Y, PAD_Y]);
  const drawn = drawnPeriods(input, x, y);
  const last = chart.points.length - 1;
  const isEmpty = drawn.every(({ value }) => value === null);
  const edgeX = x(Math.max(last, 0));
  const half = step / 2;
  const room = { left: Math.max(0, x(0) - half), right: Math.min(edgeX + STROKE, edgeX + half) };
  const promise =
    target === null || isEmpty ? null : { x1: edgeX - STROKE, x2: edgeX + STROKE, ...strokeAt(target, domain, y) };
  const textY = promise?.y ?? (chart.center === null ? height / 2 : y(chart.center));
  const lastY = drawn.at(-1)?.value ?? null;
  return {
    band: bandPath(drawn, half, room),
    center: chart.center === null ? null : { x1: room.left, x2: room.right, y: y(chart.center) },
    line: linePath(isLastRunning ? drawn.slice(0, -1) : drawn),
    running: isLastRunning ? linePath(drawn.slice(-2)) : null,
    marks: input.marks.flatMap((mark, index) => {
      const value = drawn[index]?.value ?? null;
      if (!mark || value === null) return [];
      const isAlone = drawn[index - 1]?.value == null && drawn[index + 1]?.value == null;
      const isLast = index === last || (isAlone && mark.shape === 'dot');
      return [{ ...mark, x: x(index), y: value, isLast }];
    }),
    whisker: interval && lastY !== null ? { x: edgeX, y1: y(interval[0]), y2: y(interval[1]) } : null,
    promise,
    text:
      edgeText === '' || isEmpty
        ? null
        : { x: edgeX + STROKE + TEXT_AIR, y: Math.min(height - 3, Math.max(11, textY + 4)) },
    gap: isEmpty ? { x1: PAD_X, x2: right, y: Math.round(height / 2) + 0.5 } : null,
  };
}

/** From the lowest to the highest of what is shown; a promise far away does not stretch it. */
export function domainOf({
  chart,
  target,
  interval,
  possible,
}: Pick<SparklineInput, 'chart' | 'target' | 'interval' | 'possible'>): [low: number, high: number] {
  const shown = chart.points.flatMap(({ value, lower, upper }) => [value, lower, upper]);
  const numbers = [...shown, chart.center, ...(interval ?? [])].filter((value) => value !== null);
  if (numbers.length === 0) return [0, 1];
  const low = Math.max(possible.low ?? -Infinity, Math.min(...numbers));
  const high = Math.min(possible.high ?? Infinity, Math.max(...numbers));
  if (!(high > low)) return [low - 1, low + 1];
  const reach = FARTHEST * (high - low);
  if (target === null || target < low - reach || target > high + reach) return [low, high];
  return [Math.min(low, target), Math.max(high, target)];
}

type Heights = (value: number) => number;

function strokeAt(
  target: number,
  [low, high]: readonly [number, number],
  y: Heights,
): Pick<StrokeLayout, 'y' | 'pinned'> {
  return { y: y(target), pinned: target > high ? 'top' : target < low ? 'bottom' : null };
}

function drawnPeriods({ chart }: SparklineInput, x: (index: number) => number, y: Heights): DrawnPeriod[] {
  const at = (value: number | null) => (value === null ? null : y(value));
  return chart.points.map(({ value, lower, upper }, index) => ({
    x: x(index),
    value: at(value),
    lower: at(lower),
    upper: at(upper),
  }));
}

/** The scales of the library bring numbers and colours along; the first page has a line to draw and nothing else. */
function clampedScale(
  [least, most]: readonly [number, number],
  [bottom, top]: readonly [number, number],
): (value: number) => number {
  const span = most - least;
  return (value) => {
    const share = span === 0 ? 0.5 : Math.min(1, Math.max(0, (value - least) / span));
    return bottom + share * (top - bottom);
  };
}
