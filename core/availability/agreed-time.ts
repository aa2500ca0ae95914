import type { Calendar } from '../calendar/calendar.ts';
import { openIntervals } from '../calendar/open-time.ts';
import type { Instant, Seconds } from '../time/instant.ts';
import { type Interval, unite } from '../time/interval.ts';

/** The agreed service time of a stretch of history, made ready to measure with. Times outside `span` count as closed. */
export interface AgreedTime {
  readonly span: Interval;
  /** Agreed seconds in `[start, end)`. */
  secondsIn(start: Instant, end: Instant): Seconds;
  /** The first agreed instant in `[start, end)`, or null. */
  firstIn(start: Instant, end: Instant): Instant | null;
}

/** Service hours of `calendar` within `span`, less what is taken out of the agreement. (kpi-spec 2, "AST") */
export function agreedTime(calendar: Calendar, span: Interval, removed: readonly Interval[]): AgreedTime {
  const open = span.end > span.start ? openIntervals(calendar, span.start, span.end) : [];
  const intervals = subtract(open, unite(removed));
  const secondsBefore = [0];
  for (const { start, end } of intervals) secondsBefore.push(secondsBefore.at(-1)! + end - start);
  const secondsUntil = (at: Instant): Seconds => {
    const index = firstEndingAfter(intervals, at);
    const inside = index < intervals.length ? Math.max(0, at - intervals[index]!.start) : 0;
    return secondsBefore[index]! + inside;
  };
  return {
    span,
    secondsIn: (start, end) => (end > start ? secondsUntil(end) - secondsUntil(start) : 0),
    firstIn: (start, end) => {
      const interval = intervals[firstEndingAfter(intervals, start)];
      const first = interval && (Math.max(interval.start, start) as Instant);
      return first !== undefined && first < end ? first : null;
    },
  };
}

/** Both in order and without overlaps. */
function subtract(intervals: readonly Interval[], removed: readonly Interval[]): Interval[] {
  const rest: Interval[] = [];
  let next = 0;
  for (const { start, end } of intervals) {
    let cursor = start;
    while (next < removed.length && removed[next]!.end <= start) next += 1;
    for (let i = next; i < removed.length && removed[i]!.start < end; i += 1) {
      if (removed[i]!.start > cursor) rest.push({ start: cursor, end: removed[i]!.start });
      cursor = Math.max(cursor, removed[i]!.end) as Instant;
    }
    if (cursor < end) rest.push({ start: cursor, end });
  }
  return rest;
}

function firstEndingAfter(intervals: readonly Interval[], at: Instant): number {
  let low = 0;
  let high = intervals.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (intervals[middle]!.end > at) high = middle;
    else low = middle + 1;
  }
  return low;
}
