import {
  addDays,
  datePartsOf,
  formatLocalDate,
  type LocalDate,
  localDate,
  parseLocalDate,
} from '../time/local-date.ts';
import { firstDateOf, type Granularity, shiftPeriods } from './granularity.ts';
import { isoWeekOf, mondayOf } from './iso-week.ts';

/*
 * A period as one word of an address: `2026`, `2026-Q2`, `2026-06`, `2026-W23`, `2026-06-05`, or any stretch of days
 * `2026-06-05..2026-06-12`, last day included.
 */

/** A stretch of local dates; `to` is the first date after it. */
export interface DatePeriod {
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Null: no whole period of the calendar. */
  readonly granularity: Granularity | null;
}

const SHAPES = /^(\d{4})(?:-(?:Q([1-4])|W(\d{2})|(\d{2})(?:-(\d{2}))?))?$/;

/** The period that a word means; null when it means none, such as `2026-13` or a stretch that ends before it begins. */
export function parsePeriodToken(token: string): DatePeriod | null {
  const [first, last, ...more] = token.split('..');
  if (last !== undefined) {
    if (more.length > 0) return null;
    const from = dateOf(first!);
    const end = dateOf(last);
    if (from === null || end === null || end < from) return null;
    return { from, to: addDays(end, 1), granularity: null };
  }
  const match = SHAPES.exec(token);
  if (match === null) return null;
  const [, yearText, quarter, week, month, day] = match;
  const year = Number(yearText);
  if (day !== undefined) {
    const date = dateOf(token);
    return date === null ? null : whole('day', date);
  }
  if (quarter !== undefined) return whole('quarter', localDate(year, 3 * Number(quarter) - 2, 1));
  if (month !== undefined) {
    return Number(month) >= 1 && Number(month) <= 12 ? whole('month', localDate(year, Number(month), 1)) : null;
  }
  if (week === undefined) return whole('year', localDate(year, 1, 1));
  const monday = mondayOf({ year, week: Number(week) });
  return monday === null ? null : whole('week', monday);
}

/** The word for the whole period of that length that contains the date. */
export function periodTokenOf(granularity: Granularity, date: LocalDate): string {
  const first = firstDateOf(granularity, date);
  const { year, month } = datePartsOf(first);
  switch (granularity) {
    case 'day':
      return formatLocalDate(first);
    case 'week': {
      const week = isoWeekOf(first);
      return `${week.year}-W${String(week.week).padStart(2, '0')}`;
    }
    case 'month':
      return formatLocalDate(first).slice(0, 7);
    case 'quarter':
      return `${year}-Q${(month + 2) / 3}`;
    case 'year':
      return String(year);
  }
}

function whole(granularity: Granularity, first: LocalDate): DatePeriod {
  return { from: first, to: shiftPeriods(granularity, first, 1), granularity };
}

function dateOf(text: string): LocalDate | null {
  try {
    return parseLocalDate(text);
  } catch {
    return null;
  }
}
