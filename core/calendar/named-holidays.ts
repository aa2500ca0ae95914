import { datePartsOf, formatLocalDate, type LocalDate } from '../time/local-date.ts';
import type { CalendarDefinition } from './definition.ts';
import {
  FIRST_YEAR,
  GERMAN_STATES,
  type GermanHoliday,
  type GermanState,
  germanHolidays,
  municipalHolidaysOf,
} from './german-holidays.ts';

/** A public holiday, and the states in which it is one that year. */
export interface NamedHoliday {
  readonly holidays: readonly GermanHoliday[];
  readonly states: readonly GermanState[];
}

const GERMAN_ZONES: readonly string[] = ['Europe/Berlin', 'Europe/Busingen'];

/**
 * The name of a date that a calendar lists as a holiday; null when it is none of the calendar, no German one, or before 1990. A
 * calendar keeps dates alone, so the name is that of the state whose holidays of the year it has all of, the one with
 * the most of them; failing that, of any state.
 */
export function namedHoliday(
  { timeZone, holidays }: Pick<CalendarDefinition, 'timeZone' | 'holidays'>,
  date: LocalDate,
): NamedHoliday | null {
  const listed = new Set(holidays);
  if (!GERMAN_ZONES.includes(timeZone) || !listed.has(formatLocalDate(date))) return null;
  const { year } = datePartsOf(date);
  if (year < FIRST_YEAR) return null;
  const found = statesWith(date, year);
  if (found.length === 0) return null;
  const complete = found
    .map((one) => ({ ...one, count: datesOf(one.state, year).length }))
    .filter(({ state }) => datesOf(state, year).every((day) => listed.has(formatLocalDate(day))))
    .toSorted((a, b) => b.count - a.count);
  const chosen = complete[0] ?? found[0]!;
  return { holidays: chosen.holidays, states: found.map(({ state }) => state) };
}

function statesWith(
  date: LocalDate,
  year: number,
): { readonly state: GermanState; readonly holidays: readonly GermanHoliday[] }[] {
  return GERMAN_STATES.flatMap((state) => {
    const day = germanHolidays(state, year, municipalHolidaysOf(state)).find((one) => one.date === date);
    return day ? [{ state, holidays: day.holidays }] : [];
  });
}

function datesOf(state: GermanState, year: number): LocalDate[] {
  return germanHolidays(state, year).map(({ date }) => date);
}
