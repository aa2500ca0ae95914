import { type Calendar, compileCalendar } from '#core/calendar/calendar.ts';
import type { TimeWindow } from '#core/calendar/definition.ts';
import type { Instant } from '#core/time/instant.ts';
import { datePartsOf, type Weekday } from '#core/time/local-date.ts';
import { localDateAt, type Zone } from '#core/time/zone.ts';
import { Failure } from '#server/platform/failure.ts';
import type { Settings } from '#server/platform/setting-table.ts';
import { type HolidayRegion, isHolidayRegion, publicHolidays } from './public-holidays.ts';

/** Which days of the installation are working days: what "per working day" divides by. */
export interface WorkingDays {
  readonly weekdays: readonly Weekday[];
  /** Null: no public holidays. */
  readonly holidayRegion: HolidayRegion | null;
}

export const DEFAULT_WORKING_DAYS: WorkingDays = {
  weekdays: ['mon', 'tue', 'wed', 'thu', 'fri'],
  holidayRegion: null,
};

/** Before it the holidays of German states are not told, and no desk has tickets. */
const EARLIEST_YEAR = 1990;

const WHOLE_DAY: readonly TimeWindow[] = [['00:00', '24:00']];

/**
 * The working days that this installation has set.
 * @throws Failure when no holidays are known of its region.
 */
export function workingDaysOf({
  KUNDIG_WORKING_DAYS,
  KUNDIG_HOLIDAY_REGION,
}: Pick<Settings, 'KUNDIG_WORKING_DAYS' | 'KUNDIG_HOLIDAY_REGION'>): WorkingDays {
  const holidayRegion = KUNDIG_HOLIDAY_REGION;
  if (holidayRegion !== null && !isHolidayRegion(holidayRegion)) {
    throw new Failure('failure.holidayRegion', { region: holidayRegion });
  }
  return { weekdays: KUNDIG_WORKING_DAYS, holidayRegion };
}

/** A calendar that is open all day on working days, with the holidays of all years from `from` to `to`, 1990 at the earliest. */
export function reportingCalendar(
  { weekdays, holidayRegion }: WorkingDays,
  zone: Zone,
  { from, to }: { readonly from: Instant; readonly to: Instant },
): Calendar {
  const yearOf = (at: Instant): number => datePartsOf(localDateAt(zone, at)).year;
  return compileCalendar({
    timeZone: zone.id,
    weekly: Object.fromEntries(weekdays.map((day) => [day, WHOLE_DAY])),
    holidays:
      holidayRegion === null ? [] : publicHolidays(holidayRegion, Math.max(EARLIEST_YEAR, yearOf(from)), yearOf(to)),
    exceptions: [],
  });
}
