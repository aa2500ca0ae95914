import type { z } from 'zod';
import type { chartShape } from '#contract/api/chart-shapes.ts';

type Plain = z.output<typeof chartShape>;

/** A figure period by period with the limits of chance, as the server tells it. */
export interface Chart extends Plain {
  /** Left out: the limits of the chart hold for all of it. */
  readonly segments?: readonly ChartSegment[];
}

export type ChartPoint = Chart['points'][number];

export type ChartSignal = Chart['signals'][number];

/** Periods that share limits. A recorded new baseline begins another segment; the limits before it stay as drawn. */
export interface ChartSegment {
  /** The first period for which these limits hold. */
  readonly from: string;
  readonly center: number | null;
  readonly baseline: Chart['baseline'];
  readonly isProvisional: boolean;
}

/** The segments of a chart, one where there are no others. */
export function segmentsOf({ segments, points, center, baseline, isProvisional }: Chart): readonly ChartSegment[] {
  if (segments && segments.length > 0) return segments;
  return [{ from: points[0]?.from ?? '', center, baseline, isProvisional }];
}

/** The chart since its limits began: what it says of now does not follow from limits that hold no longer. */
export function sinceLastLimits(chart: Chart): Chart {
  const from = segmentsOf(chart).at(-1)!.from;
  return { ...chart, points: chart.points.filter((point) => point.from >= from) };
}
