import { type Instant, SECONDS_PER_DAY, type Seconds } from '../time/instant.ts';
import { clip, type Interval, unite } from '../time/interval.ts';
import { addDays, type LocalDate } from '../time/local-date.ts';
import { localDateAt, startOfDate } from '../time/zone.ts';
import type { Calendar, CalendarYear } from './calendar.ts';

/** A calendar that is not open within ten years of asking never is: a configuration error, not a deadline. */
const SEARCH_LIMIT: Seconds = 3653 * SECONDS_PER_DAY;

/** Whether the service is open at that instant. */
export function isOpen(calendar: Calendar, at: Instant): boolean {
  const year = calendar.yearAt(at);
  const index = firstEndingAfter(year, at);
  return index < year.ends.length && year.starts[index]! <= at;
}

/** Open seconds in `[from, to)`, less the union of `pauses`. 0 when `to` is not after `from`. (kpi-spec 1.2) */
export function openSeconds(calendar: Calendar, from: Instant, to: Instant, pauses: readonly Interval[] = []): Seconds {
  if (to <= from) return 0;
  let sum = openSecondsBetween(calendar, from, to);
  for (const pause of unite(pauses)) {
    const part = clip(pause, from, to);
    if (part) sum -= openSecondsBetween(calendar, part.start, part.end);
  }
  return sum;
}

/**
 * The earliest instant at or after `start` by which `seconds` open seconds outside `pauses` have passed. What is used
 * up at closing time is due at closing time, not next morning. Null when that is more than ten years away.
 */
export function addOpenSeconds(
  calendar: Calendar,
  start: Instant,
  seconds: Seconds,
  pauses: readonly Interval[] = [],
): Instant | null {
  let remaining = seconds;
  let cursor = start;
  for (const pause of unite(pauses)) {
    if (pause.end <= cursor) continue;
    const open = pause.start > cursor ? openSecondsBetween(calendar, cursor, pause.start) : 0;
    if (open >= remaining) break;
    remaining -= open;
    cursor = pause.end;
    if (!Number.isFinite(cursor)) return null;
  }
  return addWithoutPauses(calendar, cursor, remaining, (start + SEARCH_LIMIT) as Instant);
}

/** The open intervals inside `[from, to)`, in order. */
export function openIntervals(calendar: Calendar, from: Instant, to: Instant): Interval[] {
  const intervals: Interval[] = [];
  for (let year = calendar.yearAt(from); ; year = calendar.yearAt(year.end)) {
    for (let i = firstEndingAfter(year, from); i < year.starts.length && year.starts[i]! < to; i += 1) {
      const part = clip({ start: year.starts[i]!, end: year.ends[i]! }, from, to);
      if (part) intervals.push(part);
    }
    if (year.end >= to) return unite(intervals);
  }
}

/** The local dates in `[from, to)` on which the calendar is open for at least a second. */
export function openDates(calendar: Calendar, from: Instant, to: Instant): LocalDate[] {
  const dates: LocalDate[] = [];
  if (to <= from) return dates;
  const last = localDateAt(calendar.zone, (to - 1) as Instant);
  for (let date = localDateAt(calendar.zone, from); date <= last; date = addDays(date, 1)) {
    const start = Math.max(from, startOfDate(calendar.zone, date)) as Instant;
    const end = Math.min(to, startOfDate(calendar.zone, addDays(date, 1))) as Instant;
    if (openSeconds(calendar, start, end) > 0) dates.push(date);
  }
  return dates;
}

function openSecondsBetween(calendar: Calendar, from: Instant, to: Instant): Seconds {
  let year = calendar.yearAt(from);
  let sum = -openUntil(year, from);
  while (year.end < to) {
    sum += year.openSecondsUntil.at(-1) ?? 0;
    year = calendar.yearAt(year.end);
  }
  return sum + openUntil(year, to);
}

function addWithoutPauses(calendar: Calendar, start: Instant, seconds: Seconds, limit: Instant): Instant | null {
  if (seconds <= 0) return start;
  let year = calendar.yearAt(start);
  let wanted = seconds + openUntil(year, start);
  while (wanted > (year.openSecondsUntil.at(-1) ?? 0)) {
    wanted -= year.openSecondsUntil.at(-1) ?? 0;
    if (year.end > limit) return null;
    year = calendar.yearAt(year.end);
  }
  const index = firstReaching(year.openSecondsUntil, wanted);
  const due = (year.ends[index]! - (year.openSecondsUntil[index]! - wanted)) as Instant;
  return due > limit ? null : due;
}

/** Open seconds from the start of the year to `at`, which lies in the year or at its end. */
function openUntil(year: CalendarYear, at: Instant): Seconds {
  const index = firstEndingAfter(year, at);
  const before = index === 0 ? 0 : year.openSecondsUntil[index - 1]!;
  if (index === year.ends.length) return before;
  return before + Math.max(0, at - year.starts[index]!);
}

function firstEndingAfter(year: CalendarYear, at: Instant): number {
  return firstReaching(year.ends, at + 1);
}

function firstReaching(ascending: readonly number[], wanted: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! >= wanted) high = middle;
    else low = middle + 1;
  }
  return low;
}
