import { addDays, datePartsOf, type LocalDate, localDate } from '../time/local-date.ts';
import { firstDateOf } from './granularity.ts';

/** A week of ISO 8601: it belongs to the year that its Thursday lies in. */
export interface IsoWeek {
  readonly year: number;
  /** 1 to 52 or 53. */
  readonly week: number;
}

/** The week that contains `date`. */
export function isoWeekOf(date: LocalDate): IsoWeek {
  const monday = firstDateOf('week', date);
  const { year } = datePartsOf(addDays(monday, 3));
  return { year, week: 1 + (monday - firstMondayOf(year)) / 7 };
}

/** The Monday of that week, or null when the year has no such week. */
export function mondayOf({ year, week }: IsoWeek): LocalDate | null {
  const monday = addDays(firstMondayOf(year), 7 * (week - 1));
  return week >= 1 && monday < firstMondayOf(year + 1) ? monday : null;
}

/** Monday of week 1, which is the week of 4 January. */
function firstMondayOf(year: number): LocalDate {
  return firstDateOf('week', localDate(year, 1, 4));
}
