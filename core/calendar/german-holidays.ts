import { addDays, type LocalDate, localDate, weekdayOf } from '../time/local-date.ts';
import { easterSunday } from './easter.ts';

/**
 * Statutory public holidays of the 16 German states, from 1990 (kpi-spec 1.1; holiday acts of the states).
 *
 * 1. Only what holds in the whole state. What holds in some municipalities is an addition somebody chooses.
 * 2. A date on which two holidays fall is listed once, with both names.
 * 3. Law that has changed is kept with its years, so a calendar of the past stays right.
 * 4. 24 and 31 December are no holidays. Commemorative days are none either.
 */
export const GERMAN_STATES = [
  'BB',
  'BE',
  'BW',
  'BY',
  'HB',
  'HE',
  'HH',
  'MV',
  'NI',
  'NW',
  'RP',
  'SH',
  'SL',
  'SN',
  'ST',
  'TH',
] as const;

/** Second part of the ISO 3166-2 code. */
export type GermanState = (typeof GERMAN_STATES)[number];

export type GermanHoliday =
  | 'new_year'
  | 'epiphany'
  | 'womens_day'
  | 'good_friday'
  | 'easter_sunday'
  | 'easter_monday'
  | 'labour_day'
  | 'liberation_day'
  | 'ascension'
  | 'whit_sunday'
  | 'whit_monday'
  | 'corpus_christi'
  | 'uprising_1953'
  | 'peace_festival'
  | 'assumption'
  | 'childrens_day'
  | 'german_unity'
  | 'reformation'
  | 'all_saints'
  | 'repentance'
  | 'christmas_day'
  | 'second_christmas_day';

/** Holidays that hold in some municipalities of a state only: Augsburg, Catholic ones in Bavaria, Saxony, Thuringia. */
export type MunicipalHoliday = Extract<GermanHoliday, 'peace_festival' | 'assumption' | 'corpus_christi'>;

export interface HolidayDate {
  readonly date: LocalDate;
  /** At least one; two when they coincide. */
  readonly holidays: readonly GermanHoliday[];
}

export const FIRST_YEAR = 1990;

const MUNICIPAL: Readonly<Partial<Record<GermanState, readonly MunicipalHoliday[]>>> = {
  BY: ['peace_festival', 'assumption'],
  SN: ['corpus_christi'],
  TH: ['corpus_christi'],
};

/** The municipal holidays that may be added in that state. */
export function municipalHolidaysOf(state: GermanState): readonly MunicipalHoliday[] {
  return MUNICIPAL[state] ?? [];
}

/**
 * The public holidays of a state in a year, in order, with the municipal ones asked for.
 * @throws RangeError before 1990, or for an addition that the state does not know.
 */
export function germanHolidays(
  state: GermanState,
  year: number,
  additions: readonly MunicipalHoliday[] = [],
): HolidayDate[] {
  if (!Number.isInteger(year) || year < FIRST_YEAR) throw new RangeError(`no German holidays known for ${year}`);
  const unknown = additions.find((holiday) => !municipalHolidaysOf(state).includes(holiday));
  if (unknown) throw new RangeError(`${unknown} is no municipal holiday in ${state}`);
  const byDate = new Map<LocalDate, GermanHoliday[]>();
  for (const [holiday, date] of datesIn(year)) {
    if (!isStatutory(holiday, state, year) && !additions.some((addition) => addition === holiday)) continue;
    byDate.set(date, [...(byDate.get(date) ?? []), holiday]);
  }
  return [...byDate].map(([date, holidays]) => ({ date, holidays })).sort((a, b) => a.date - b.date);
}

function datesIn(year: number): [GermanHoliday, LocalDate][] {
  const easter = easterSunday(year);
  return [
    ['new_year', localDate(year, 1, 1)],
    ['epiphany', localDate(year, 1, 6)],
    ['womens_day', localDate(year, 3, 8)],
    ['good_friday', addDays(easter, -2)],
    ['easter_sunday', easter],
    ['easter_monday', addDays(easter, 1)],
    ['labour_day', localDate(year, 5, 1)],
    ['liberation_day', localDate(year, 5, 8)],
    ['ascension', addDays(easter, 39)],
    ['whit_sunday', addDays(easter, 49)],
    ['whit_monday', addDays(easter, 50)],
    ['corpus_christi', addDays(easter, 60)],
    ['uprising_1953', localDate(year, 6, 17)],
    ['peace_festival', localDate(year, 8, 8)],
    ['assumption', localDate(year, 8, 15)],
    ['childrens_day', localDate(year, 9, 20)],
    ['german_unity', localDate(year, 10, 3)],
    ['reformation', localDate(year, 10, 31)],
    ['all_saints', localDate(year, 11, 1)],
    ['repentance', wednesdayBefore(localDate(year, 11, 23))],
    ['christmas_day', localDate(year, 12, 25)],
    ['second_christmas_day', localDate(year, 12, 26)],
  ];
}

function isStatutory(holiday: GermanHoliday, state: GermanState, year: number): boolean {
  switch (holiday) {
    case 'new_year':
    case 'good_friday':
    case 'easter_monday':
    case 'labour_day':
    case 'ascension':
    case 'whit_monday':
    case 'german_unity':
    case 'christmas_day':
    case 'second_christmas_day':
      return true;
    case 'epiphany':
      return isOneOf(state, 'BW', 'BY', 'ST');
    case 'womens_day':
      return (state === 'BE' && year >= 2019) || (state === 'MV' && year >= 2023);
    case 'easter_sunday':
    case 'whit_sunday':
      return state === 'BB';
    case 'liberation_day':
      return state === 'BE' && (year === 2020 || year === 2025);
    case 'uprising_1953':
      return state === 'BE' && year === 2028;
    case 'corpus_christi':
      return isOneOf(state, 'BW', 'BY', 'HE', 'NW', 'RP', 'SL');
    case 'peace_festival':
      return false;
    case 'assumption':
      return state === 'SL';
    case 'childrens_day':
      return state === 'TH' && year >= 2019;
    case 'reformation':
      // Five hundred years of the Reformation were a holiday everywhere, once.
      if (year === 2017 || isOneOf(state, 'BB', 'MV', 'SN', 'ST', 'TH')) return true;
      return year >= 2018 && isOneOf(state, 'HB', 'HH', 'NI', 'SH');
    case 'all_saints':
      return isOneOf(state, 'BW', 'BY', 'NW', 'RP', 'SL');
    case 'repentance':
      // Given up for the long-term care insurance from 1995, except in Saxony.
      return year <= 1994 || state === 'SN';
  }
}

function isOneOf(state: GermanState, ...states: readonly GermanState[]): boolean {
  return states.includes(state);
}

function wednesdayBefore(date: LocalDate): LocalDate {
  let day = addDays(date, -1);
  while (weekdayOf(day) !== 'wed') day = addDays(day, -1);
  return day;
}
