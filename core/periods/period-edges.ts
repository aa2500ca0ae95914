import type { Instant } from '../time/instant.ts';
import { startOfDate, type Zone } from '../time/zone.ts';
import { type Granularity, shiftPeriods } from './granularity.ts';
import { periodAt, periodFrom } from './period.ts';

/**
 * Cuts `[from, to)` at every local midnight on which a period begins. Slice i is `[edges[i], edges[i + 1])`; the first
 * begins at `from` and the last ends at `to`, so both may be shorter than their period. No slice is empty: a local date
 * that a zone skipped has none. No edges when `to` is not after `from`.
 */
export function periodEdges(zone: Zone, granularity: Granularity, from: Instant, to: Instant): Instant[] {
  if (to <= from) return [];
  const edges = [from];
  let first = periodAt(zone, granularity, from).firstDate;
  for (;;) {
    first = shiftPeriods(granularity, first, 1);
    const edge = startOfDate(zone, first);
    if (edge >= to) return [...edges, to];
    if (edge > edges.at(-1)!) edges.push(edge);
  }
}

/** The edges of the whole periods that lie inside `[from, to)`; fewer than two edges when there is none. */
export function wholePeriodEdges(zone: Zone, granularity: Granularity, from: Instant, to: Instant): Instant[] {
  let period = periodAt(zone, granularity, from);
  if (period.start < from) period = periodFrom(zone, granularity, shiftPeriods(granularity, period.firstDate, 1));
  const edges = [period.start];
  while (period.end <= to) {
    if (period.end > edges.at(-1)!) edges.push(period.end);
    period = periodFrom(zone, granularity, shiftPeriods(granularity, period.firstDate, 1));
  }
  return edges;
}
