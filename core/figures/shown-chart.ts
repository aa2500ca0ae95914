import type { Instant } from '../time/instant.ts';
import type { SegmentedChart } from './figure-chart.ts';

/**
 * The part of a chart from a period on. Points, signals and segments before it are left away; limits and the baselines
 * that made them stay as they are, so that what a chart says of a period does not depend on how much of it is shown. A
 * baseline may lie before the first point. Null when no period is left.
 */
export function shownFrom(chart: SegmentedChart, from: Instant): SegmentedChart | null {
  const hidden = chart.points.findIndex((point) => point.from >= from);
  if (hidden < 0) return null;
  const first = chart.points[hidden]!.from;
  return {
    ...chart,
    points: chart.points.slice(hidden),
    signals: chart.signals
      .filter(({ index }) => index >= hidden)
      .map((signal) => ({ ...signal, index: signal.index - hidden })),
    segments: chart.segments
      .filter(({ to }) => to > first)
      .map((segment) => (segment.from < first ? { ...segment, from: first } : segment)),
  };
}
