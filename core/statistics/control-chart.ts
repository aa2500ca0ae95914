import type { AttributeChart, CountedPeriod } from './attribute-chart.ts';
import { pChart } from './p-chart.ts';
import { uChart } from './u-chart.ts';
import { type XmrChart, xmrChart } from './xmr.ts';

/** What a chart is to be drawn of, one entry per period. */
export type ChartSeries =
  | { readonly kind: 'measured'; readonly values: readonly (number | null)[] }
  | { readonly kind: 'counted'; readonly values: readonly (number | null)[] }
  | { readonly kind: 'share'; readonly periods: readonly CountedPeriod[] }
  | { readonly kind: 'rate'; readonly periods: readonly CountedPeriod[] };

/** Events too rare for a chart of counts: the time line of events is shown instead. */
export interface NoChart {
  readonly kind: 'none';
  readonly reason: 'rare_events';
}

export type ControlChart = XmrChart | AttributeChart<'p'> | AttributeChart<'u'> | NoChart;

/** Above this the months are not alike, and limits from chance alone are too narrow. */
const LARGEST_SIGMA_Z = 1.5;

const SMALLEST_MEAN_COUNT = 1;

/**
 * The chart that fits the data (kpi-spec G12): individuals for measured values and counts; p for shares and u for rates
 * unless they are overdispersed, then individuals of the ratio. A mean count per period below 1 in counts or rates gives
 * no chart.
 */
export function controlChart(series: ChartSeries, baselinePoints?: number): ControlChart {
  switch (series.kind) {
    case 'measured':
      return xmrChart(series.values, baselinePoints);
    case 'counted': {
      const chart = xmrChart(series.values, baselinePoints);
      return isRare(chart.center) ? { kind: 'none', reason: 'rare_events' } : chart;
    }
    case 'share': {
      const chart = pChart(series.periods, baselinePoints);
      return isOverdispersed(chart.sigmaZ) ? ratioChart(series.periods, baselinePoints) : chart;
    }
    case 'rate': {
      const chart = uChart(series.periods, baselinePoints);
      if (isRare(chart.meanCount)) return { kind: 'none', reason: 'rare_events' };
      return isOverdispersed(chart.sigmaZ) ? ratioChart(series.periods, baselinePoints) : chart;
    }
  }
}

/** Whether the mean count per period is too small for a chart of counts. */
export function isRare(meanCount: number | null): boolean {
  return meanCount !== null && meanCount < SMALLEST_MEAN_COUNT;
}

/** Whether periods scatter too much for limits that know only chance. */
export function isOverdispersed(sigmaZ: number | null): boolean {
  return sigmaZ !== null && sigmaZ > LARGEST_SIGMA_Z;
}

function ratioChart(periods: readonly CountedPeriod[], baselinePoints?: number): XmrChart {
  const ratios = periods.map(({ count, size }) => (count === null || size === null || size <= 0 ? null : count / size));
  return xmrChart(ratios, baselinePoints);
}
