import { type AttributeChart, attributeChart, type CountedPeriod } from './attribute-chart.ts';

/** Chart of shares (count of size, both whole), as fractions clipped to 0..1. (Shewhart; kpi-spec G12) */
export function pChart(periods: readonly CountedPeriod[], baselinePoints?: number): AttributeChart<'p'> {
  return attributeChart(periods, baselinePoints, {
    kind: 'p',
    varianceAt: (center) => center * (1 - center),
    largestValue: 1,
  });
}
