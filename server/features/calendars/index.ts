/** The gate of calendars: all that other features may use. */
export { isHolidayRegion, publicHolidays } from './public-holidays.ts';
