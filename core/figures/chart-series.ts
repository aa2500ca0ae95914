import type { ChartSeries } from '../statistics/control-chart.ts';
import type { FigureAnswer } from './answer.ts';
import type { Figure } from './definition.ts';

/** What a chart of a figure is drawn of, one entry per period. */
export interface Series {
  /** Null when the figure has no chart of limits. */
  readonly of: ChartSeries | null;
  /** Values of the points in the unit of the figure. */
  readonly values: readonly (number | null)[];
  /** What the values say: the value of the figure, or its count per something. */
  readonly measure: 'value' | 'per_working_day' | 'per_hundred';
  /** From the chart's numbers to the figure's: shares are fractions there and percent here. */
  readonly scale: number;
}

/** The series of a figure; `sizes` is what the counts of a u chart are divided by. */
export function seriesOf(
  figure: Figure,
  { answers, sizes }: { readonly answers: readonly FigureAnswer[]; readonly sizes: readonly number[] | null },
): Series {
  const values = answers.map(({ value }) => value);
  const { chart } = figure;
  if (chart === 'none') return { of: null, values, measure: 'value', scale: 1 };
  if (chart === 'xmr') {
    // A balance goes below zero: that its mean is small does not make what it balances rare.
    const isCounted = figure.kind === 'count' && figure.sumOf === null;
    return { of: { kind: isCounted ? 'counted' : 'measured', values }, values, measure: 'value', scale: 1 };
  }
  const isCount = figure.kind === 'count';
  const periods = answers.map(({ value, numerator, denominator }, i) =>
    isCount
      ? { count: value, size: sizes?.[i] ?? null }
      : { count: value === null ? null : numerator, size: denominator },
  );
  const scale = chart === 'p' ? 100 : 1;
  const ratios = periods.map(({ count, size }) =>
    count === null || size === null || size <= 0 ? null : (scale * count) / size,
  );
  const measure = !isCount ? 'value' : figure.per === 'working_day' ? 'per_working_day' : 'per_hundred';
  return { of: { kind: chart === 'p' ? 'share' : 'rate', periods }, values: ratios, measure, scale };
}

/** The part of a series from a place up to another, or to its end. */
export function sliceOf({ of, values, ...series }: Series, start: number, end?: number): Series {
  return { ...series, values: values.slice(start, end), of: of && slicedChart(of, start, end) };
}

function slicedChart(of: ChartSeries, start: number, end?: number): ChartSeries {
  return 'periods' in of
    ? { ...of, periods: of.periods.slice(start, end) }
    : { ...of, values: of.values.slice(start, end) };
}
