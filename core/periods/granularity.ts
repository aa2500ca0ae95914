import { addDays, datePartsOf, type LocalDate, localDate, WEEKDAYS, weekdayOf } from '../time/local-date.ts';

/** Lengths of reporting periods. Weeks are those of ISO 8601 and begin on Monday. */
export const GRANULARITIES = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type Granularity = (typeof GRANULARITIES)[number];

/** The first date of the period that contains `date`. */
export function firstDateOf(granularity: Granularity, date: LocalDate): LocalDate {
  const { year, month } = datePartsOf(date);
  switch (granularity) {
    case 'day':
      return date;
    case 'week':
      return addDays(date, -WEEKDAYS.indexOf(weekdayOf(date)));
    case 'month':
      return localDate(year, month, 1);
    case 'quarter':
      return localDate(year, month - ((month - 1) % 3), 1);
    case 'year':
      return localDate(year, 1, 1);
  }
}

/** The first date of the period `count` periods after the one that begins on `first`; before it when negative. */
export function shiftPeriods(granularity: Granularity, first: LocalDate, count: number): LocalDate {
  switch (granularity) {
    case 'day':
      return addDays(first, count);
    case 'week':
      return addDays(first, 7 * count);
    case 'month':
      return shiftMonths(first, count);
    case 'quarter':
      return shiftMonths(first, 3 * count);
    case 'year':
      return shiftMonths(first, 12 * count);
  }
}

/** The first day of the month `count` months after that of `date`. */
export function shiftMonths(date: LocalDate, count: number): LocalDate {
  const { year, month } = datePartsOf(date);
  const months = year * 12 + month - 1 + count;
  return localDate(Math.floor(months / 12), (months % 12) + 1, 1);
}
