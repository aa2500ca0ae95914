import type { Chart } from './chart.ts';
import { type ChartFigure, measuredOf, possibleValues } from './chart-figure.ts';
import { valueScale } from './value-scale.ts';

/** One scale for several charts, from a round value to a round value: it is told in words. */
export function sharedDomain(
  charts: readonly Chart[],
  { figure, target }: { readonly figure: ChartFigure; readonly target: number | null },
): readonly [low: number, high: number] {
  const values = charts.flatMap(({ points }) => points).flatMap(({ value, lower, upper }) => [value, lower, upper]);
  const shown = [...values, target].filter((value) => value !== null);
  const measured = measuredOf(figure, charts[0] ?? { measure: 'value' });
  // The height only decides how fine the round values are: ten steps at most.
  const { low, high } = valueScale(shown, {
    top: 0,
    bottom: 180,
    possible: possibleValues({ ...figure, ...measured }),
    unit: measured.unit,
  });
  return [low, high];
}
