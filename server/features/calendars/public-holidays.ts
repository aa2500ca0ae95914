import Holidays from 'date-holidays';
import { GERMAN_STATES, type GermanState, germanHolidays } from '#core/calendar/german-holidays.ts';
import { addDays, formatLocalDate, parseLocalDate } from '#core/time/local-date.ts';

const DAY = 86_400_000;

/** Where holidays hold: ISO 3166 country, and its part where it has any: `AT`, `DE-BY`, `CH-ZH`, `US-NY`. */
export type HolidayRegion = string;

/** Whether holidays of that region are known. Germany has none of its own: each state decides. */
export function isHolidayRegion(region: HolidayRegion): boolean {
  const [country = '', state] = region.split('-');
  if (country === 'DE') return isGermanState(state);
  const countries = new Holidays().getCountries();
  if (!Object.hasOwn(countries, country)) return false;
  return state === undefined || Object.hasOwn(new Holidays().getStates(country) ?? {}, state);
}

/**
 * Public holidays of a region from the first to the last year, as local dates `YYYY-MM-DD` in order. The German states
 * are Kundig's own; elsewhere a library tells, and the dates become data of the calendar version that asked for them: a
 * later edition of the library changes no calendar that is in use.
 * @throws RangeError for a region that is not known.
 */
export function publicHolidays(region: HolidayRegion, firstYear: number, lastYear: number): string[] {
  if (!isHolidayRegion(region)) throw new RangeError(`no holidays are known of ${region}`);
  const years = Array.from({ length: Math.max(0, lastYear - firstYear + 1) }, (_, index) => firstYear + index);
  const dates = years.flatMap((year) => holidaysOfYear(region, year));
  return [...new Set(dates)].sort();
}

function holidaysOfYear(region: HolidayRegion, year: number): string[] {
  const [country = '', state] = region.split('-');
  if (country === 'DE' && isGermanState(state)) {
    return germanHolidays(state, year).map(({ date }) => formatLocalDate(date));
  }
  const holidays = state === undefined ? new Holidays(country) : new Holidays(country, state);
  return holidays
    .getHolidays(year)
    .filter(({ type }) => type === 'public')
    .flatMap(({ date, start, end }) => daysOf(date.slice(0, 10), Math.round((end.getTime() - start.getTime()) / DAY)));
}

/** Some feasts last longer than a day. */
function daysOf(first: string, days: number): string[] {
  const date = parseLocalDate(first);
  return Array.from({ length: Math.max(1, days) }, (_, index) => formatLocalDate(addDays(date, index)));
}

function isGermanState(state: string | undefined): state is GermanState {
  return (GERMAN_STATES as readonly (string | undefined)[]).includes(state);
}
