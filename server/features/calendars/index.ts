/** The gate of calendars: all that other features may use. */
export { holidayAbroad } from './holiday-names.ts';
export { isHolidayRegion, publicHolidays } from './public-holidays.ts';
export { DEFAULT_WORKING_DAYS, reportingCalendar, type WorkingDays, workingDaysOf } from './reporting-calendar.ts';
