import type { Box } from './place-callout.ts';
import { textWidth } from './text-width.ts';
import { type PossibleValues, type ValueScale, valueScale } from './value-scale.ts';

/** Below this width labels at the right edge are bare numbers; their words stand under the chart. */
const NARROW_WIDTH = 520;

/** Under the plot: letters of months, and years. */
const AXIS_ROWS = 38;
/** Between plot and axis, for the bracket of the baseline. */
const BRACKET_ROOM = 28;
const TICK_AIR = 8;
/** From the plot to a label: the line that leads there. */
export const LEADER = 16;

export interface ControlFrame {
  readonly isNarrow: boolean;
  readonly plot: Box;
  readonly axisY: number;
  readonly step: number;
  readonly scale: ValueScale;
  /** The middle of a column. */
  readonly xOf: (index: number) => number;
}

export interface ControlFrameOptions {
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  readonly values: readonly number[];
  readonly possible: PossibleValues;
  readonly unit: string;
  readonly tickText: (value: number, scale: ValueScale) => string;
  /** What will stand at the right edge. */
  readonly rightTexts: readonly string[];
  readonly noteRows: number;
  readonly hasBracket: boolean;
}

export function isNarrow(width: number): boolean {
  return width < NARROW_WIDTH;
}

/** Where everything stands: margins follow from the texts that stand in them. */
export function controlFrame(options: ControlFrameOptions): ControlFrame {
  const { width, height, columns, values, possible, unit, tickText, rightTexts, noteRows, hasBracket } = options;
  const axisY = height - AXIS_ROWS;
  const top = noteRows * 16 + 14;
  const bottom = axisY - (hasBracket ? BRACKET_ROOM : 0);
  const scale = valueScale(values, { top, bottom, possible, unit });
  const left = Math.max(...scale.ticks.map((tick) => textWidth(tickText(tick, scale)))) + TICK_AIR;
  const wanted = Math.max(0, ...rightTexts.map((text) => textWidth(text))) + LEADER + 4;
  const right = width - Math.min(wanted, width * 0.45);
  const step = (right - left) / Math.max(1, columns);
  return {
    isNarrow: isNarrow(width),
    plot: { left, top, right, bottom },
    axisY,
    step,
    scale,
    xOf: (index) => left + step * (index + 0.5),
  };
}
