import { type Instant, SECONDS_PER_DAY } from '../time/instant.ts';
import type { Interval } from '../time/interval.ts';
import { addDays, datePartsOf, daysInMonth, isDate, type LocalDate, localDate } from '../time/local-date.ts';
import { startOfDate, type Zone } from '../time/zone.ts';
import { type Granularity, shiftMonths, shiftPeriods } from './granularity.ts';
import { isoWeekOf, mondayOf } from './iso-week.ts';
import { type Period, periodAt, periodFrom } from './period.ts';

/**
 * What a period is compared with (kpi-spec G11).
 *
 * 1. A period still running at `asOf` is cut there, and compared with the same local part of the reference period:
 *    same day for days, weeks and months; same month, day and time for quarters and years.
 * 2. A position that the reference does not have means the end of that month or period.
 * 3. ISO week 53 without counterpart has no reference; neither has 29 February in the year before.
 */
export const COMPARISONS = ['previous', 'same_last_year', 'ytd'] as const;
export type Comparison = (typeof COMPARISONS)[number];

export interface ComparisonQuestion {
  readonly zone: Zone;
  readonly granularity: Granularity;
  /** Any instant of the current period. */
  readonly anchor: Instant;
  /** Nothing at or after it is known. */
  readonly asOf: Instant;
  readonly comparison: Comparison;
}

export type ComparisonAnswer = ComparisonWindows | ComparisonRefused;

export interface ComparisonWindows {
  readonly kind: 'windows';
  /** Cut at asOf; empty when asOf is its first instant or earlier. */
  readonly current: Interval;
  readonly isPartial: boolean;
  /** The end the current period has when it is complete. */
  readonly currentFullEnd: Instant;
  readonly reference: Interval | null;
}

/** Year to date compares years and nothing else. */
export interface ComparisonRefused {
  readonly kind: 'refused';
  readonly code: 'year_to_date_needs_years';
  readonly granularity: Granularity;
}

/** The window of the current period and that of its reference. */
export function comparisonWindows(question: ComparisonQuestion): ComparisonAnswer {
  const { zone, granularity, anchor, asOf, comparison } = question;
  if (comparison === 'ytd' && granularity !== 'year') {
    return { kind: 'refused', code: 'year_to_date_needs_years', granularity };
  }
  const current = periodAt(zone, granularity, anchor);
  const isPartial = asOf < current.end;
  const firstDate = referenceDate(granularity, current.firstDate, comparison);
  const reference = firstDate === null ? null : periodFrom(zone, granularity, firstDate);
  const end = isPartial ? (Math.max(asOf, current.start) as Instant) : current.end;
  return {
    kind: 'windows',
    current: { start: current.start, end },
    isPartial,
    currentFullEnd: current.end,
    reference: reference && {
      start: reference.start,
      end: isPartial ? samePosition(zone, end, current, reference) : reference.end,
    },
  };
}

/** A desk opens after midnight, and a month may begin with a long weekend. */
const QUIET_START = { least: SECONDS_PER_DAY, share: 0.1, most: 3 * SECONDS_PER_DAY };

/**
 * The reference, if there are records from its beginning on: what was recorded in part would make every change look like
 * growth. The first ticket may come a tenth of the period late, at least a day and at most three.
 */
export function recordedReference(reference: Interval | null, recordedFrom: Instant): Interval | null {
  if (reference === null || reference.end <= recordedFrom) return null;
  const { least, share, most } = QUIET_START;
  const quiet = Math.max(least, Math.min(most, share * (reference.end - reference.start)));
  return recordedFrom - reference.start <= quiet ? reference : null;
}

function referenceDate(granularity: Granularity, first: LocalDate, comparison: Comparison): LocalDate | null {
  if (comparison === 'previous') return shiftPeriods(granularity, first, -1);
  if (granularity === 'week') {
    const { year, week } = isoWeekOf(first);
    return mondayOf({ year: year - 1, week });
  }
  const { year, month, day } = datePartsOf(first);
  return isDate(year - 1, month, day) ? localDate(year - 1, month, day) : null;
}

/** The instant that lies in `reference` where `at` lies in `current`, by the local clock. */
function samePosition(zone: Zone, at: Instant, current: Period, reference: Period): Instant {
  const shown = Math.max(zone.localSecondsAt(at), current.firstDate * SECONDS_PER_DAY);
  const date = Math.floor(shown / SECONDS_PER_DAY) as LocalDate;
  const counterpart = sameDate(date, current, reference);
  const position = counterpart.exists
    ? zone.firstInstantOf(counterpart.date * SECONDS_PER_DAY + (shown - date * SECONDS_PER_DAY))
    : startOfDate(zone, counterpart.date);
  return Math.min(position, reference.end) as Instant;
}

/** The date at the same place of the reference period, or the day after the month that lacks it. */
function sameDate(date: LocalDate, current: Period, reference: Period): { exists: boolean; date: LocalDate } {
  if (current.granularity === 'day' || current.granularity === 'week') {
    return { exists: true, date: addDays(reference.firstDate, date - current.firstDate) };
  }
  const at = datePartsOf(date);
  const first = datePartsOf(current.firstDate);
  const month = shiftMonths(reference.firstDate, (at.year - first.year) * 12 + at.month - first.month);
  const parts = datePartsOf(month);
  const exists = at.day <= daysInMonth(parts.year, parts.month);
  return { exists, date: exists ? addDays(month, at.day - 1) : shiftMonths(month, 1) };
}
