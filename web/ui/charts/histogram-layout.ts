import { scaleLinear } from 'd3-scale';
import { CHART_LINE, textWidth } from './text-width.ts';
import { roundStep } from './value-scale.ts';

/** A class of durations, from `from` to below `to`; null: without an end. */
export interface HistogramClass {
  readonly from: number;
  readonly to: number | null;
  readonly count: number;
  readonly href?: string | null;
}

export interface HistogramMarker {
  readonly value: number;
  readonly text: string;
}

export interface HistogramInput {
  readonly classes: readonly HistogramClass[];
  readonly markers: readonly HistogramMarker[];
  readonly width: number;
  readonly height: number;
  readonly countText: (count: number) => string;
  /** The bound of a class, without its unit. */
  readonly boundText: (value: number) => string;
  readonly unitText: string;
}

export interface HistogramLayout {
  readonly left: number;
  readonly right: number;
  readonly axisY: number;
  readonly top: number;
  readonly grid: readonly { readonly y: number; readonly text: string }[];
  readonly bars: readonly {
    readonly of: HistogramClass;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    /** The count above the bar, where the bar is wide enough. */
    readonly text: string;
  }[];
  readonly bounds: readonly { readonly x: number; readonly text: string }[];
  readonly markers: readonly {
    readonly x: number;
    readonly top: number;
    readonly text: string;
    readonly textX: number;
    readonly anchor: 'start' | 'end';
    readonly y: number;
  }[];
}

const FOOT = 24;
const AIR = 8;
/** Between a stroke and its words. */
const WORDS = 6;

/**
 * Bars from zero, a column of the same width for each class: the bounds of classes of durations grow, and columns as
 * wide as their hours would hide most cases in the first pixels. Markers stand where their value lies in its class.
 */
export function histogramLayout(input: HistogramInput): HistogramLayout {
  const { classes, markers, width, height, countText } = input;
  const most = Math.max(1, ...classes.map(({ count }) => count));
  const axisY = height - FOOT;
  const top = markers.length * CHART_LINE + 20;
  const step = Math.max(1, roundStep(0, most, { most: Math.max(3, Math.floor((axisY - top) / 36) + 1), unit: '' }));
  const highest = Math.ceil(most / step) * step;
  const ticks = Array.from({ length: highest / step + 1 }, (_, index) => index * step);
  const left = Math.max(...ticks.map((tick) => textWidth(countText(tick)))) + AIR;
  const right = width - 1;
  const column = (right - left) / Math.max(1, classes.length);
  const y = scaleLinear([0, highest], [axisY, top]);
  const gap = Math.min(4, column * 0.16);
  return {
    left,
    right,
    axisY,
    top,
    grid: ticks.map((tick) => ({ y: y(tick), text: countText(tick) })),
    bars: classes.map((of, index) => ({
      of,
      x: left + column * index + gap / 2,
      y: y(of.count),
      width: column - gap,
      height: axisY - y(of.count),
      text: textWidth(countText(of.count)) <= column && of.count > 0 ? countText(of.count) : '',
    })),
    bounds: boundsOf(input, { left, column }),
    markers: markersOf(input, { left, right, column }),
  };
}

interface Columns {
  readonly left: number;
  readonly column: number;
}

/** Under the edges between classes; every second or third where they have no room. The unit follows the last one. */
function boundsOf(
  { classes, boundText, unitText }: HistogramInput,
  { left, column }: Columns,
): HistogramLayout['bounds'] {
  const edges = [
    ...classes.map(({ from }) => from),
    ...classes.slice(-1).flatMap(({ to }) => (to === null ? [] : [to])),
  ];
  const texts = edges.map(boundText);
  // The last one is the widest where the unit follows it.
  const widest = Math.max(0, ...texts.map((text) => textWidth(text)), textWidth(`${texts.at(-1)} ${unitText}`)) + AIR;
  const every = Math.max(1, Math.ceil(widest / column));
  const last = Math.floor((edges.length - 1) / every) * every;
  return texts.flatMap((text, index) => {
    if (index % every !== 0) return [];
    return [{ x: left + column * index, text: index === last && unitText !== '' ? `${text}\u202f${unitText}` : text }];
  });
}

function markersOf(
  { classes, markers }: HistogramInput,
  { left, right, column }: Columns & { readonly right: number },
): HistogramLayout['markers'] {
  const placed = markers.flatMap(({ value, text }) => {
    const at = placeIn(classes, value);
    return at === null ? [] : [{ x: left + column * at, text }];
  });
  return placed.map(({ x, text }, index) => {
    const others = placed.filter((_, at) => at !== index).map((other) => other.x);
    const anchor = sideOf({ x, width: textWidth(text) }, { right, others });
    // The leftmost marker has the lowest words, so that its line runs through no words of others.
    const row = placed.filter((other, at) => other.x > x || (other.x === x && at > index)).length;
    const y = 12 + row * CHART_LINE;
    return { x, text, anchor, textX: x + (anchor === 'start' ? WORDS : -WORDS), top: y - 9, y };
  });
}

/** The side of its stroke on which a marker has its words: inside, and if it can be across no other stroke. */
function sideOf(
  { x, width }: { readonly x: number; readonly width: number },
  { right, others }: { readonly right: number; readonly others: readonly number[] },
): 'start' | 'end' {
  const reach = { start: x + WORDS + width, end: x - WORDS - width };
  const fits = { start: reach.start <= right, end: reach.end >= 0 };
  const isFree = {
    start: !others.some((other) => other > x && other <= reach.start),
    end: !others.some((other) => other < x && other >= reach.end),
  };
  if (fits.start && (isFree.start || !fits.end)) return 'start';
  return fits.end ? 'end' : 'start';
}

/** Where a value lies among the classes, in columns from the left; in the middle of a class without an end. */
function placeIn(classes: readonly HistogramClass[], value: number): number | null {
  const index = classes.findLastIndex(({ from }) => value >= from);
  const one = classes[index];
  if (!one) return null;
  if (one.to === null) return index + 0.5;
  return index + Math.min(1, (value - one.from) / (one.to - one.from));
}
