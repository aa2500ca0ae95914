import type { Calendar } from '../calendar/calendar.ts';
import { openIntervals } from '../calendar/open-time.ts';
import { earlier, type Instant, type Seconds } from '../time/instant.ts';
import { addDays, formatLocalDate, type LocalDate, parseLocalDate, weekdayOf } from '../time/local-date.ts';
import { localDateAt, startOfDate, type Zone } from '../time/zone.ts';

/** Why the service is closed: outside the hours of that day, a weekend, a holiday, or another plan for that date. */
export const CLOSED_REASONS = ['outside_hours', 'weekend', 'holiday', 'exception'] as const;
export type ClosedReason = (typeof CLOSED_REASONS)[number];

/** Open time of one local date inside a stretch. */
export interface OpenDay {
  readonly kind: 'open';
  /** `2026-03-06`, local to the calendar. */
  readonly date: string;
  readonly windows: readonly { readonly from: Instant; readonly until: Instant }[];
  /** The windows' seconds together. */
  readonly usedSeconds: Seconds;
  /** The date has hours of its own in the calendar. */
  readonly isException: boolean;
}

/** Closed time from one open window to the next, or to the edge of the stretch. */
export interface ClosedTime {
  readonly kind: 'closed';
  readonly from: Instant;
  readonly until: Instant;
  /**
   * Each with its local dates: of more than `MOST_DATES` the first ones and the last. Outside hours is named only when
   * there is no better reason.
   */
  readonly reasons: readonly { readonly reason: ClosedReason; readonly dates: readonly string[] }[];
}

/** Days in the middle that are counted, not told: the stretch has too many of them. */
export interface DaysLeftOut {
  readonly kind: 'left_out';
  readonly from: Instant;
  readonly until: Instant;
  readonly days: number;
  readonly usedSeconds: Seconds;
}

export type TimePart = OpenDay | ClosedTime | DaysLeftOut;

/** More windows than this are no account that anybody reads. */
export const MOST_WINDOWS = 400;
export const MOST_DATES = 20;

/**
 * `[from, until)` laid out by local dates: open days, closed time between them, in order. The used seconds of all parts
 * together are the open seconds of the stretch. Of more than `MOST_WINDOWS` windows the first and the last are told.
 */
export function layOutTime(calendar: Calendar, from: Instant, until: Instant): TimePart[] {
  const days = until > from ? openDays(calendar, from, until) : [];
  const told = withinBound(days);
  const reasonOn = closedReasonOf(calendar);
  const parts: TimePart[] = [];
  let cursor = from;
  const close = (next: Instant): void => {
    if (next > cursor) parts.push(closedTime(calendar.zone, { from: cursor, until: next }, reasonOn));
  };
  for (const part of told) {
    close(startOf(part));
    parts.push(part);
    cursor = endOf(part);
  }
  close(until);
  return parts;
}

function openDays(calendar: Calendar, from: Instant, until: Instant): OpenDay[] {
  const { zone, definition } = calendar;
  const exceptions = new Set(definition.exceptions.map(({ date }) => date));
  const byDate = new Map<LocalDate, { from: Instant; until: Instant }[]>();
  for (const { start, end } of openIntervals(calendar, from, until)) {
    for (let cursor = start; cursor < end; ) {
      const date = dateAt(zone, cursor);
      const stop = earlier(end, startOfDate(zone, addDays(date, 1)));
      const windows = byDate.get(date);
      if (windows) windows.push({ from: cursor, until: stop });
      else byDate.set(date, [{ from: cursor, until: stop }]);
      cursor = stop;
    }
  }
  return [...byDate].map(([date, windows]) => ({
    kind: 'open',
    date: formatLocalDate(date),
    windows,
    usedSeconds: windows.reduce((sum, window) => sum + window.until - window.from, 0),
    isException: exceptions.has(formatLocalDate(date)),
  }));
}

function withinBound(days: readonly OpenDay[]): readonly (OpenDay | DaysLeftOut)[] {
  const count = days.reduce((sum, { windows }) => sum + windows.length, 0);
  if (count <= MOST_WINDOWS) return days;
  const head = daysWithin(days, MOST_WINDOWS / 2);
  const tail = daysWithin(days.toReversed(), MOST_WINDOWS / 2);
  const middle = days.slice(head, days.length - tail);
  const leftOut: DaysLeftOut = {
    kind: 'left_out',
    from: startOf(middle[0]!),
    until: endOf(middle.at(-1)!),
    days: middle.length,
    usedSeconds: middle.reduce((sum, { usedSeconds }) => sum + usedSeconds, 0),
  };
  return [...days.slice(0, head), leftOut, ...days.slice(days.length - tail)];
}

/** How many of the first days have no more than `limit` windows together. */
function daysWithin(days: readonly OpenDay[], limit: number): number {
  let windows = 0;
  const over = days.findIndex((day) => {
    windows += day.windows.length;
    return windows > limit;
  });
  return over < 0 ? days.length : over;
}

type ReasonOn = (date: LocalDate) => ClosedReason;

/** Tells for a date on which nothing is open why that is so. */
export function closedReasonOf({ definition }: Calendar): ReasonOn {
  const exceptions = new Set(definition.exceptions.map(({ date }) => parseLocalDate(date)));
  const holidays = new Set(definition.holidays.map(parseLocalDate));
  return (date) => {
    if (exceptions.has(date)) return 'exception';
    if (holidays.has(date)) return 'holiday';
    const weekday = weekdayOf(date);
    const isWeekend = (weekday === 'sat' || weekday === 'sun') && !definition.weekly[weekday]?.length;
    return isWeekend ? 'weekend' : 'outside_hours';
  };
}

function closedTime(
  zone: Zone,
  { from, until }: { readonly from: Instant; readonly until: Instant },
  reasonOn: ReasonOn,
): ClosedTime {
  const found = new Map<ClosedReason, string[]>();
  const last = dateAt(zone, (until - 1) as Instant);
  for (let date = dateAt(zone, from); date <= last; date = addDays(date, 1)) {
    const reason = reasonOn(date);
    const text = formatLocalDate(date);
    const dates = found.get(reason);
    if (!dates) found.set(reason, [text]);
    else if (dates.length < MOST_DATES) dates.push(text);
    else dates[MOST_DATES - 1] = text;
  }
  if (found.size > 1) found.delete('outside_hours');
  return { kind: 'closed', from, until, reasons: [...found].map(([reason, dates]) => ({ reason, dates })) };
}

/** Once a date has begun, a clock that is set back over midnight does not bring the day before again. */
export function dateAt(zone: Zone, at: Instant): LocalDate {
  const shown = localDateAt(zone, at);
  const next = addDays(shown, 1);
  return startOfDate(zone, next) <= at ? next : shown;
}

function startOf(part: OpenDay | DaysLeftOut): Instant {
  return part.kind === 'open' ? part.windows[0]!.from : part.from;
}

function endOf(part: OpenDay | DaysLeftOut): Instant {
  return part.kind === 'open' ? part.windows.at(-1)!.until : part.until;
}
