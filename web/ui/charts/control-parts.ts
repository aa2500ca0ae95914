import type { Granularity } from '#core/periods/granularity.ts';
import type { Chart, ChartSegment } from './chart.ts';
import type { MonthNames, PeriodStart } from './period-axis.ts';
import type { PointMark } from './point-marks.ts';
import type { PossibleValues, ValueScale } from './value-scale.ts';

/* What goes into the layout of a control chart and what comes out of it. */

/** Words of the drawing, ready to be set. */
export interface ControlTexts {
  readonly tick: (value: number, scale: ValueScale) => string;
  /** A bare value, for narrow charts. */
  readonly value: (value: number) => string;
  readonly upper: (value: number) => string;
  readonly lower: (value: number) => string;
  readonly mean: (value: number) => string;
  readonly promise: (value: number) => string;
  /** From long to short; the first that fits is taken. */
  readonly baseline: (segment: ChartSegment, isLast: boolean) => readonly string[];
}

export interface ControlInput {
  readonly chart: Pick<Chart, 'points'>;
  readonly segments: readonly ChartSegment[];
  readonly marks: readonly (PointMark | null)[];
  readonly starts: readonly PeriodStart[];
  readonly granularity: Granularity;
  readonly monthNames: MonthNames;
  readonly width: number;
  readonly height: number;
  /** What was promised for each point; null where nothing was. */
  readonly promises: readonly (number | null)[];
  readonly possible: PossibleValues;
  readonly unit: string;
  readonly texts: ControlTexts;
  /** Days of the epoch on which the columns begin, and the day after the last one. */
  readonly edgeDays: readonly number[];
  readonly notes: readonly { readonly day: number; readonly text: string }[];
  /** Words at one point: the first line is what it is. */
  readonly callout: { readonly index: number; readonly lines: readonly string[] } | null;
  readonly isLastRunning: boolean;
}

export interface EdgeLabel {
  readonly kind: 'limit' | 'mean' | 'promise';
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly leader: string;
}

export interface Callout {
  readonly lines: readonly string[];
  readonly x: number;
  /** Baseline of the first line. */
  readonly y: number;
  readonly anchor: 'start' | 'end';
  readonly leader: string;
}

export interface Bracket {
  readonly path: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle';
}

/** The place of the first period that begins at `from` or later. */
export function indexOf({ points }: Pick<Chart, 'points'>, from: string): number {
  return Math.max(
    0,
    points.findIndex((point) => point.from >= from),
  );
}
