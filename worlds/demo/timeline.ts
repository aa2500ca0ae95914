import { firstDateOf, shiftPeriods } from '#core/periods/granularity.ts';
import type { Instant } from '#core/time/instant.ts';
import { addDays, type LocalDate, weekdayOf } from '#core/time/local-date.ts';
import { startOfDate, zoneOf } from '#core/time/zone.ts';

/** The zone in which the company lives. */
export const HOME_ZONE = 'Europe/Berlin';

/** Months that lie before the last one; with it they are the 14 months of the world. */
const MONTHS_BEFORE = 13;

/**
 * The dates of a world, all counted from `today`. The world ends at the midnight with which `today` begins: the desk is
 * as the first to come in that morning finds it. Month 0 is the month of the day before, month -1 the one before it.
 */
export interface Timeline {
  readonly today: LocalDate;
  readonly firstDate: LocalDate;
  /** Nothing happens at or after this instant. */
  readonly until: Instant;
  /** The first date of a month; 0 is the last month of the world. */
  month(offset: number): LocalDate;
  /** The first Monday of that month. */
  firstMonday(offset: number): LocalDate;
}

export function timelineOf(today: LocalDate): Timeline {
  const last = firstDateOf('month', addDays(today, -1));
  const month = (offset: number): LocalDate => shiftPeriods('month', last, offset);
  return {
    today,
    firstDate: month(-MONTHS_BEFORE),
    until: startOfDate(zoneOf(HOME_ZONE), today),
    month,
    firstMonday: (offset) => {
      let date = month(offset);
      while (weekdayOf(date) !== 'mon') date = addDays(date, 1);
      return date;
    },
  };
}
