import { type AttributeChart, attributeChart, type CountedPeriod } from './attribute-chart.ts';

/** Chart of events per exposure; the exposure may be fractional, limits are clipped at 0. (Shewhart; kpi-spec G12) */
export function uChart(periods: readonly CountedPeriod[], baselinePoints?: number): AttributeChart<'u'> {
  return attributeChart(periods, baselinePoints, {
    kind: 'u',
    varianceAt: (center) => center,
    largestValue: Number.POSITIVE_INFINITY,
  });
}
