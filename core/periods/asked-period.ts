import { earlier, type Instant, parseInstant } from '../time/instant.ts';
import type { Interval } from '../time/interval.ts';
import { addDays, parseLocalDate } from '../time/local-date.ts';
import { localDateAt, startOfDate, type Zone } from '../time/zone.ts';
import { firstDateOf, type Granularity, shiftPeriods } from './granularity.ts';

/*
 * The period in a question as people and programs write it: the same words mean the same at the command line and in
 * the API.
 */

/** The bounds of a period as they were written; each may be left out. */
export interface WrittenPeriod {
  readonly from?: string | undefined;
  /** The first instant after the period. */
  readonly to?: string | undefined;
}

/** So many periods of one length. */
export interface PeriodCount {
  readonly granularity: Granularity;
  readonly count: number;
}

/** What a period reaches back to when nobody says: this month and the eleven before it. */
export const TWELVE_MONTHS: PeriodCount = { granularity: 'month', count: 12 };
/** How many periods a chart shows when nobody says: enough for a baseline and for what came after it. */
export const CHARTED_PERIODS = 26;

/**
 * The instant that a text means: an instant with `Z` or an offset, or a local date, which stands for its first instant.
 * @throws RangeError when it is neither.
 */
export function momentIn(zone: Zone, text: string): Instant {
  return text.includes('T') ? parseInstant(text) : startOfDate(zone, parseLocalDate(text));
}

/**
 * The instant as of which a question is answered; left out: now. A later one means now: what has not happened yet
 * nobody knows, and clocks that merely run would count as breached.
 */
export function askedAsOf(asOf: Instant | undefined, now: Instant): Instant {
  return asOf === undefined ? now : earlier(asOf, now);
}

/**
 * The period in a question. Without an end it goes up to the end of today; without a beginning it is the last `back`
 * that touch what lies before its end. It may be empty or end before it begins: that is for the caller to refuse.
 * @throws RangeError for a bound that is no moment.
 */
export function askedPeriod(
  zone: Zone,
  { from, to }: WrittenPeriod,
  { now, back }: { readonly now: Instant; readonly back: PeriodCount },
): Interval {
  const end = to === undefined ? startOfDate(zone, addDays(localDateAt(zone, now), 1)) : momentIn(zone, to);
  return { start: from === undefined ? firstOf(zone, end, back) : momentIn(zone, from), end };
}

/** The start of the `count` periods of which the last holds the instant before `end`. */
function firstOf(zone: Zone, end: Instant, { granularity, count }: PeriodCount): Instant {
  const last = firstDateOf(granularity, localDateAt(zone, (end - 1) as Instant));
  return startOfDate(zone, shiftPeriods(granularity, last, 1 - count));
}
