import type { Calendar } from '../calendar/calendar.ts';
import { openIntervals } from '../calendar/open-time.ts';
import type { TicketState } from '../ticket/state.ts';
import { earlier, type Instant, later, type Seconds } from '../time/instant.ts';
import { addDays, formatLocalDate, type LocalDate } from '../time/local-date.ts';
import { startOfDate } from '../time/zone.ts';
import type { DeadlineAccount, DeadlineStretch } from './deadline.ts';
import { foldDays } from './fold-days.ts';
import { type ClosedReason, closedReasonOf, dateAt } from './open-days.ts';

/** What service hours were to a clock: counted, resting for one of three reasons, still to come, or never needed. */
export const PIECE_KINDS = ['counted', 'paused', 'resolved', 'withdrawn', 'ahead', 'unused'] as const;
export type PieceKind = (typeof PIECE_KINDS)[number];

/** Service hours on one date without a change; `seconds` are those between its ends. */
export interface DayPiece {
  readonly kind: PieceKind;
  readonly from: Instant;
  readonly until: Instant;
  readonly seconds: Seconds;
  /** The state in which the clock rested; null unless it did. */
  readonly state: TicketState | null;
}

/** Business seconds by what they were to the clock. */
export type SecondsByPiece = Readonly<Record<PieceKind, Seconds>>;

/** One local date, whether or not the service was open on it. */
export interface ClockDay {
  readonly kind: 'day';
  /** `2026-03-06`, local to the zone of the drawing. */
  readonly date: string;
  readonly from: Instant;
  readonly until: Instant;
  /** All service hours of the date, those outside the drawn time too. */
  readonly hours: readonly { readonly from: Instant; readonly until: Instant }[];
  /** Why nothing is open on this date; null when something is. */
  readonly closed: ClosedReason | null;
  /** The date has hours of its own in the calendar. */
  readonly isException: boolean;
  readonly pieces: readonly DayPiece[];
  readonly seconds: SecondsByPiece;
}

/** Days that are summed, not told one by one. */
export interface FoldedDays {
  readonly kind: 'folded';
  /** First and last date. */
  readonly date: string;
  readonly lastDate: string;
  readonly from: Instant;
  readonly until: Instant;
  readonly days: number;
  readonly seconds: SecondsByPiece;
}

export interface DayByDay {
  readonly timeZone: string;
  /**
   * The instant that was promised: due, or due until it was missed, or due when the clock stopped. Null while the clock
   * rests, when it stopped resting, and without a target.
   */
  readonly promisedAt: Instant | null;
  /** Every date from the start to the promise, the stop or `at`, whichever is last, in order and without a gap. */
  readonly days: readonly (ClockDay | FoldedDays)[];
}

interface Span {
  readonly kind: PieceKind;
  readonly state: TicketState | null;
  readonly from: Instant;
  readonly until: Instant;
  readonly calendar: Calendar;
}

/**
 * An account laid out by local dates, for a drawing.
 *
 * 1. Counted seconds of all days together are the elapsed seconds of the account; those ahead are what is left of its
 *    target while it has a due instant.
 * 2. Pieces lie inside the service hours of their date and do not overlap.
 * 3. Once a clock has stopped for good, the time since is not drawn.
 *
 * `calendars`: every version that the account names. A rest is drawn in the hours that the clock ran by before it.
 */
export function dayByDay(account: DeadlineAccount, calendars: ReadonlyMap<string, Calendar>): DayByDay {
  const calendar = calendars.get(account.calendarId)!;
  const promisedAt = promisedInstant(account);
  const spans = spansOf(account, calendars, promisedAt);
  const end = later(spans.at(-1)?.until ?? account.start.at, promisedAt ?? account.start.at);
  return {
    timeZone: calendar.zone.id,
    promisedAt,
    days: foldDays(daysOf(spans, calendar, { from: account.start.at, until: end })),
  };
}

function promisedInstant({ projection, breach, story, stoppedAt }: DeadlineAccount): Instant | null {
  if (breach) return breach.at;
  if (projection.dueAt !== null) return projection.dueAt;
  const hasEnded = stoppedAt !== null || story.findLast(({ kind }) => kind !== 'moment')?.kind === 'withdrawn';
  if (!hasEnded) return null;
  const end = story.findLast(
    (entry) => entry.kind === 'moment' && ['answered', 'resolved', 'withdrawn'].includes(entry.cause.kind),
  );
  return (end?.kind === 'moment' && end.before?.dueAt) || null;
}

function spansOf(
  account: DeadlineAccount,
  calendars: ReadonlyMap<string, Calendar>,
  promisedAt: Instant | null,
): Span[] {
  const stretches: DeadlineStretch[] = account.story.filter((entry) => entry.kind !== 'moment');
  const last = stretches.findLastIndex(({ kind }) => kind === 'running' || kind === 'paused');
  let calendarId = stretches.find((stretch) => stretch.kind === 'running')?.calendarId ?? account.calendarId;
  const spans = stretches.slice(0, last + 1).map((stretch): Span => {
    if (stretch.kind === 'running') calendarId = stretch.calendarId;
    const { from, until } = stretch;
    const calendar = calendars.get(calendarId)!;
    return stretch.kind === 'running'
      ? { kind: 'counted', state: null, from, until, calendar }
      : { kind: stretch.kind, state: stretch.state, from, until, calendar };
  });
  const from = spans.at(-1)?.until ?? account.start.at;
  const calendar = calendars.get(account.ahead?.calendarId ?? calendarId)!;
  const isOver = promisedAt === null || promisedAt <= from;
  return isOver
    ? spans
    : [...spans, { kind: account.ahead ? 'ahead' : 'unused', state: null, from, until: promisedAt, calendar }];
}

function daysOf(
  spans: readonly Span[],
  fallback: Calendar,
  { from, until }: { readonly from: Instant; readonly until: Instant },
): ClockDay[] {
  const { zone } = fallback;
  const days: ClockDay[] = [];
  const lastDate = dateAt(zone, (until > from ? until - 1 : from) as Instant);
  let next = 0;
  for (let date = dateAt(zone, from); date <= lastDate; date = addDays(date, 1)) {
    const edges = { from: startOfDate(zone, date), until: startOfDate(zone, addDays(date, 1)) };
    while (next < spans.length && spans[next]!.until <= edges.from) next += 1;
    const within: Span[] = [];
    for (let i = next; i < spans.length && spans[i]!.from < edges.until; i += 1) within.push(spans[i]!);
    days.push(dayOf(date, edges, { spans: within, fallback }));
  }
  return days;
}

function dayOf(
  date: LocalDate,
  { from, until }: { readonly from: Instant; readonly until: Instant },
  { spans, fallback }: { readonly spans: readonly Span[]; readonly fallback: Calendar },
): ClockDay {
  const calendar = spans[0]?.calendar ?? fallback;
  const hours = windowsIn(calendar, from, until);
  const pieces = spans.flatMap((span) =>
    windowsIn(span.calendar, later(span.from, from), earlier(span.until, until)).map(
      (window): DayPiece => ({ kind: span.kind, ...window, seconds: window.until - window.from, state: span.state }),
    ),
  );
  const text = formatLocalDate(date);
  return {
    kind: 'day',
    date: text,
    from,
    until,
    hours,
    closed: hours.length > 0 || pieces.length > 0 ? null : closedReasonOf(calendar)(date),
    isException: calendar.definition.exceptions.some((exception) => exception.date === text),
    pieces,
    seconds: secondsOf(pieces),
  };
}

function windowsIn(calendar: Calendar, from: Instant, until: Instant): { from: Instant; until: Instant }[] {
  if (until <= from) return [];
  return openIntervals(calendar, from, until).map(({ start, end }) => ({ from: start, until: end }));
}

function secondsOf(pieces: readonly DayPiece[]): SecondsByPiece {
  const sums = Object.fromEntries(PIECE_KINDS.map((kind) => [kind, 0])) as Record<PieceKind, Seconds>;
  for (const { kind, seconds } of pieces) sums[kind] += seconds;
  return sums;
}
