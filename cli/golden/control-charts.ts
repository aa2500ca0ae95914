import * as z from 'zod';
import type { AttributeChart } from '#core/statistics/attribute-chart.ts';
import { pChart } from '#core/statistics/p-chart.ts';
import type { Signal } from '#core/statistics/signals.ts';
import { uChart } from '#core/statistics/u-chart.ts';
import { xmrChart } from '#core/statistics/xmr.ts';
import type { VectorKind } from './vector-kind.ts';

const series = z.array(z.number().nullable());
const caseShape = z.discriminatedUnion('chart', [
  z.object({ chart: z.literal('xmr'), values: series, baseline_n: z.number().optional() }),
  z.object({ chart: z.enum(['p', 'u']), counts: series, sizes: series, baseline_n: z.number().optional() }),
]);

/** Limits and signals of control charts. */
export const controlChartsKind: VectorKind = {
  name: 'control_charts',
  isCase: ({ chart }) => chart === 'xmr' || chart === 'p' || chart === 'u',
  got: (vector) => {
    const question = caseShape.parse(vector);
    if (question.chart === 'xmr') return xmrFields(question.values, question.baseline_n);
    const periods = question.counts.map((count, i) => ({ count, size: question.sizes[i] ?? null }));
    return attributeFields((question.chart === 'p' ? pChart : uChart)(periods, question.baseline_n));
  },
};

function xmrFields(values: readonly (number | null)[], baselinePoints?: number): unknown {
  const chart = xmrChart(values, baselinePoints);
  return {
    center: chart.center,
    ucl: chart.upper,
    lcl: chart.lower,
    mr_mean: chart.movingRangeMean,
    mr_ucl: chart.movingRangeUpper,
    signals: pairsOf(chart.signals),
    n_used: chart.usedCount,
    provisional: chart.isProvisional,
  };
}

function attributeFields(chart: AttributeChart<'p' | 'u'>): unknown {
  return {
    center: chart.center,
    points: chart.points.map((point) => point && { value: point.value, ucl: point.upper, lcl: point.lower }),
    signals: pairsOf(chart.signals),
    sigma_z: chart.sigmaZ,
    n_used: chart.usedCount,
    provisional: chart.isProvisional,
  };
}

function pairsOf(signals: readonly Signal[]): unknown {
  return signals.map(({ index, rule }) => [index, rule]);
}
