import { calendarOfMapping, type ImportMapping } from '#contract/import-mapping.ts';
import type { CalendarDefinition } from '#core/calendar/definition.ts';
import { isHolidayRegion, publicHolidays } from '#server/features/calendars/index.ts';
import { Failure } from '#server/platform/failure.ts';

/** The calendar of an import, its public holidays as dates. Fails for a region of which no holidays are known. */
export function calendarOfImport(mapping: ImportMapping): CalendarDefinition {
  return calendarOfMapping(mapping, (region, firstYear, lastYear) => {
    if (!isHolidayRegion(region)) throw new Failure('failure.importRegion', { region });
    return publicHolidays(region, firstYear, lastYear);
  });
}
