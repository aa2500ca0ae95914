import type { Instant } from '../time/instant.ts';
import { type Interval, unite } from '../time/interval.ts';

/** A stretch of time during which one impact holds. */
export interface ImpactStretch extends Interval {
  /** Above 0 up to 1. */
  readonly impact: number;
}

/** The impact over time: stretches in order that do not overlap. Where there is none, the impact is 0. */
export type ImpactTimeline = readonly ImpactStretch[];

/** The impact of overlapping records: the largest at each instant, never the sum. (kpi-spec 2.2) */
export function impactTimeline(records: readonly ImpactStretch[]): ImpactTimeline {
  const edges = records
    .flatMap(({ start, end, impact }) => [
      { at: start, impact, step: 1 },
      { at: end, impact, step: -1 },
    ])
    .sort((a, b) => a.at - b.at);
  const running = new Map<number, number>();
  const stretches: ImpactStretch[] = [];
  edges.forEach(({ at, impact, step }, index) => {
    running.set(impact, (running.get(impact) ?? 0) + step);
    const next = edges[index + 1]?.at ?? at;
    const largest = largestRunning(running);
    if (next > at && largest > 0) stretches.push({ start: at, end: next, impact: largest });
  });
  return stretches;
}

/** The maximal connected times during which the impact is at least `threshold`. */
export function timesDown(timeline: ImpactTimeline, threshold: number): Interval[] {
  return unite(timeline.filter(({ impact }) => impact >= threshold).map(({ start, end }) => ({ start, end })));
}

/** Impacts of several timelines at once: `combine` gets one impact for each, in their order. */
export function combineTimelines(
  timelines: readonly ImpactTimeline[],
  combine: (impacts: readonly number[]) => number,
): ImpactTimeline {
  const edges = [...new Set(timelines.flat().flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const positions = timelines.map(() => 0);
  const impactsAt = (at: Instant) =>
    timelines.map((timeline, i) => {
      while (positions[i]! < timeline.length && timeline[positions[i]!]!.end <= at) positions[i]! += 1;
      const stretch = timeline[positions[i]!];
      return stretch && stretch.start <= at ? stretch.impact : 0;
    });
  return edges.flatMap((start, index) => {
    const end = edges[index + 1];
    const impact = end === undefined ? 0 : combine(impactsAt(start));
    return end === undefined || impact === 0 ? [] : [{ start, end, impact }];
  });
}

function largestRunning(running: ReadonlyMap<number, number>): number {
  let largest = 0;
  for (const [impact, count] of running) if (count > 0 && impact > largest) largest = impact;
  return largest;
}
