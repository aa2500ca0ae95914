import Holidays from 'date-holidays';
import type { CalendarDefinition } from '#core/calendar/definition.ts';

/** What a holiday is called, with the place that has it: `Nationalfeiertag (Österreich)`. */
export interface HolidayName {
  readonly de: string;
  readonly en: string;
}

type Language = keyof HolidayName;

interface Place {
  readonly country: string;
  /** Null: the whole country. */
  readonly part: string | null;
}

/** The library needs a while for a year of a place; where a country has many parts, the first of them are asked. */
const MOST_PARTS = 30;

/**
 * The name of a date that a calendar outside Germany lists as a holiday; null when nobody in its time zone has one
 * then. A calendar keeps dates alone, so the name is that of the country, failing that of the first of its parts that
 * closes on that date.
 */
export function holidayAbroad(
  { timeZone, holidays }: Pick<CalendarDefinition, 'timeZone' | 'holidays'>,
  date: string,
): HolidayName | null {
  if (!holidays.includes(date)) return null;
  for (const country of countriesIn(timeZone)) {
    const parts = Object.keys(new Holidays().getStates(country) ?? {}).slice(0, MOST_PARTS);
    const places = [null, ...parts].map((part): Place => ({ country, part }));
    const place = places.find((one) => namesIn(one, date.slice(0, 4), 'de').has(date));
    if (place) return { de: told(place, date, 'de'), en: told(place, date, 'en') };
  }
  return null;
}

function told(place: Place, date: string, language: Language): string {
  const { country, part } = place;
  const all = new Holidays();
  const ofPart = part === null ? undefined : all.getStates(country, language)?.[part];
  const where = ofPart ?? all.getCountries(language)[country] ?? country;
  return `${namesIn(place, date.slice(0, 4), language).get(date)} (${where})`;
}

/** What was asked once is kept: names never change. */
const known = new Map<string, ReadonlyMap<string, string>>();
const MOST_KNOWN = 500;

/** Public holidays of a place in a year: their names by local date `YYYY-MM-DD`. */
function namesIn({ country, part }: Place, year: string, language: Language): ReadonlyMap<string, string> {
  const key = `${country} ${part} ${year} ${language}`;
  const found = known.get(key);
  if (found) return found;
  const calendar = part === null ? new Holidays(country) : new Holidays(country, part);
  const days = calendar.getHolidays(Number(year), language).filter(({ type }) => type === 'public');
  const names = new Map(days.map(({ date, name }) => [date.slice(0, 10), name]));
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, names);
  return names;
}

/** Countries whose clocks show that time, of those whose holidays are known. Germany tells its own. */
function countriesIn(timeZone: string): string[] {
  const countries = Object.keys(new Holidays().getCountries()).filter((country) => country !== 'DE');
  return countries.filter((region) => new Intl.Locale('und', { region }).getTimeZones()?.includes(timeZone));
}
