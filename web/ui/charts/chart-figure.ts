import type { Format, Measured } from '#web/shell/format.ts';
import type { Chart } from './chart.ts';
import type { ChartWords } from './period-words.ts';
import type { Better } from './point-marks.ts';
import type { PossibleValues } from './value-scale.ts';

/** What of a figure decides how its chart is drawn: any figure of the API fits. */
export interface ChartFigure extends Measured {
  readonly better: Better;
}

/** How the points are written. A chart may count per working day or per hundred; then the unit of the figure is gone. */
export function measuredOf({ unit, digits }: Measured, { measure }: Pick<Chart, 'measure'>): Measured {
  return measure === 'value' ? { unit, digits } : { unit: measure, digits: 1 };
}

/** Shares lie between 0 and 100, everything else above 0, unless it has been below: a balance. */
export function possibleValues({ unit }: Measured, { points }: Pick<Chart, 'points'>): PossibleValues {
  if (unit === 'percent') return { low: 0, high: 100 };
  const isSigned = points.some(({ value }) => value !== null && value < 0);
  return { low: isSigned ? null : 0, high: null };
}

/** A value as it stands in a tight place: no decimals where there are none, `95` and not `95,0`. */
export function tightText(value: number, measured: Measured, format: Format): string {
  if (measured.unit === 'hours') return format.value(value, measured);
  return Number.isInteger(value) ? format.whole(value) : format.value(value, measured);
}

/** How far two values are apart: shares in points. */
export function distanceText(distance: number, measured: Measured, { say, format }: ChartWords): string {
  if (measured.unit === 'percent') return say('desk.charts.percentPoints', { value: format.decimal(distance, 1) });
  return format.withUnit(distance, measured);
}
