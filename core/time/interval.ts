import { earlier, type Instant, later } from './instant.ts';

/** Half-open stretch of time `[start, end)`; `end` may be `NEVER`. */
export interface Interval {
  readonly start: Instant;
  readonly end: Instant;
}

/** Sorts, drops empty intervals and unites those that overlap or touch. */
export function unite(intervals: readonly Interval[]): Interval[] {
  const sorted = intervals.filter((i) => i.end > i.start).sort((a, b) => a.start - b.start);
  const united: { start: Instant; end: Instant }[] = [];
  for (const { start, end } of sorted) {
    const last = united.at(-1);
    if (last && start <= last.end) last.end = later(last.end, end);
    else united.push({ start, end });
  }
  return united;
}

/** The part of `interval` inside `[start, end)`, or null when there is none. */
export function clip(interval: Interval, start: Instant, end: Instant): Interval | null {
  const clipped = { start: later(interval.start, start), end: earlier(interval.end, end) };
  return clipped.end > clipped.start ? clipped : null;
}
