import type { Format, Measured } from '#web/shell/format.ts';
import type { Chart } from './chart.ts';
import type { ChartWords } from './period-words.ts';
import type { Better } from './point-marks.ts';
import type { PossibleValues } from './value-scale.ts';

/** What of a figure decides how its chart is drawn: any figure of the API fits. */
export interface ChartFigure extends Measured {
  readonly better: Better;
  /** What kind of facts it counts. */
  readonly counts: string;
}

/** How the points are written. A chart may count per working day or per hundred; then the unit of the figure is gone. */
export function measuredOf({ unit, digits }: Measured, { measure }: Pick<Chart, 'measure'>): Measured {
  return measure === 'value' ? { unit, digits } : { unit: measure, digits: 1 };
}

/** Shares lie between 0 and 100, everything else above 0, but for movements: what goes out is taken from what comes in. */
export function possibleValues({ unit, counts }: Pick<ChartFigure, 'unit' | 'counts'>): PossibleValues {
  if (unit === 'percent') return { low: 0, high: 100 };
  return { low: counts === 'movement' ? null : 0, high: null };
}

/** A value with what it is counted by: `19,3 je 100 entschiedene Fristen`, else with its unit. */
export function measuredText(
  value: number,
  measured: Measured,
  { say, format }: Pick<ChartWords, 'say' | 'format'>,
): string {
  const { unit } = measured;
  if (unit !== 'per_working_day' && unit !== 'per_hundred') return format.withUnit(value, measured);
  return say(`desk.cockpit.measure.${unit}`, { value: format.value(value, measured) });
}

/** How values that stand in one scale are written, and the unit behind them. */
export interface Scaled {
  readonly unit: string;
  /** Hours and minutes, which have no decimals. */
  readonly isClock: boolean;
  readonly text: (value: number) => string;
  /** In a tight place: no decimals where there are none. */
  readonly tight: (value: number) => string;
}

/** Values of one scale have one unit: minutes are hours as soon as one of them is long, as in sentences. */
export function scaledWith(values: readonly number[], measured: Measured, format: Format): Scaled {
  const longest = Math.max(0, ...values.map(Math.abs));
  const { unit } = format.told([longest], measured);
  const isClock = measured.unit === 'hours' || unit !== format.unit(measured);
  const text = (value: number): string => format.told([value, longest], measured).values[0]!;
  return { unit, isClock, text, tight: isClock ? text : (value) => tightText(value, measured, format) };
}

/** A value as it stands in a tight place: no decimals where there are none, `95` and not `95,0`. */
export function tightText(value: number, measured: Measured, format: Format): string {
  if (measured.unit === 'hours') return format.value(value, measured);
  return Number.isInteger(value) ? format.whole(value) : format.value(value, measured);
}

/** A promise in a tight place: its unit is that of the value beside it, but for minutes, which may be told in hours. */
export function promiseText(value: number, measured: Measured, format: Format): string {
  return measured.unit === 'minutes' ? format.tight(value, measured) : tightText(value, measured, format);
}

/** How far two values are apart: shares in points. */
export function distanceText(distance: number, measured: Measured, { say, format }: ChartWords): string {
  if (measured.unit === 'percent') return say('desk.charts.percentPoints', { value: format.decimal(distance, 1) });
  return format.withUnit(distance, measured);
}
