import { firstDateOf, type Granularity, shiftPeriods } from '#core/periods/granularity.ts';
import { parsePeriodToken, periodTokenOf } from '#core/periods/period-token.ts';
import { datePartsOf, type LocalDate } from '#core/time/local-date.ts';

/*
 * Periods as people say them, in both languages whatever the language of the page: "Juni 2026", "letzter Monat",
 * "Q2 2026", "KW 23", "last week", "2026", "30.6.2026".
 */

const months: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    [
      ['januar', 'january', 'jan'],
      ['februar', 'february', 'feb'],
      ['märz', 'maerz', 'march', 'mär', 'mrz', 'mar'],
      ['april', 'apr'],
      ['mai', 'may'],
      ['juni', 'june', 'jun'],
      ['juli', 'july', 'jul'],
      ['august', 'aug'],
      ['september', 'sept', 'sep'],
      ['oktober', 'october', 'okt', 'oct'],
      ['november', 'nov'],
      ['dezember', 'december', 'dez', 'dec'],
    ].flatMap((names, index) => names.map((name) => [name, index + 1])),
  ),
};

const lengths: Readonly<Record<string, Granularity>> = {
  tag: 'day',
  day: 'day',
  woche: 'week',
  week: 'week',
  monat: 'month',
  month: 'month',
  quartal: 'quarter',
  quarter: 'quarter',
  jahr: 'year',
  year: 'year',
};

const steps: readonly (readonly [RegExp, number])[] = [
  [/^(?:dies(?:e[rs]?)?|this|laufende[rs]?|current)$/, 0],
  [/^(?:letzte[rs]?|vorige[rs]?|last|previous)$/, -1],
  [/^(?:vorletzte[rs]?)$/, -2],
];

const days: Readonly<Record<string, number>> = { heute: 0, today: 0, gestern: -1, yesterday: -1 };

/** The word of an address (core/periods/period-token.ts) for what somebody typed; null when it is no period. */
export function readPeriod(typed: string, today: LocalDate): string | null {
  const text = typed.trim().toLowerCase().replaceAll(/\s+/g, ' ');
  if (text === '') return null;
  return asToken(text) ?? relative(text, today) ?? named(text, today) ?? numbered(text, today) ?? dated(text);
}

/** As it stands in addresses: `2026-06`, `2026-Q2`. */
function asToken(text: string): string | null {
  return valid(text.toUpperCase());
}

/** "letzter Monat", "this week", "gestern". */
function relative(text: string, today: LocalDate): string | null {
  const day = days[text];
  if (day !== undefined) return periodTokenOf('day', shiftPeriods('day', today, day));
  const [which = '', what = '', ...more] = text.split(' ');
  const step = steps.find(([shape]) => shape.test(which))?.[1];
  const length = lengths[what];
  if (step === undefined || length === undefined || more.length > 0) return null;
  return periodTokenOf(length, shiftPeriods(length, firstDateOf(length, today), step));
}

/** "Juni 2026", "june", "jun 26": without a year the last that has begun. */
function named(text: string, today: LocalDate): string | null {
  const match = /^(\p{L}+)\.?(?: (\d{4}|\d{2}))?$/u.exec(text);
  const month = match === null ? undefined : monthOf(match[1]!);
  if (month === undefined) return null;
  const now = datePartsOf(today);
  const year = yearOf(match?.[2]) ?? (month <= now.month ? now.year : now.year - 1);
  return valid(`${year}-${String(month).padStart(2, '0')}`);
}

/** From three letters on, a month may be cut short. */
function monthOf(name: string): number | undefined {
  if (name.length < 3) return undefined;
  return months[name] ?? Object.entries(months).find(([whole]) => whole.startsWith(name))?.[1];
}

/** "Q2 2026", "2. Quartal 2026", "KW 23", "week 23 2026". */
function numbered(text: string, today: LocalDate): string | null {
  const { year: thisYear } = datePartsOf(today);
  const quarter =
    /^q([1-4])(?: (\d{4}|\d{2}))?$/.exec(text) ?? /^([1-4])\. ?(?:quartal|quarter)(?: (\d{4}|\d{2}))?$/.exec(text);
  if (quarter !== null) return valid(`${yearOf(quarter[2]) ?? thisYear}-Q${quarter[1]}`);
  const week = /^(?:kw|week|woche|cw) ?(\d{1,2})(?: (\d{4}|\d{2}))?$/.exec(text);
  if (week === null) return null;
  return valid(`${yearOf(week[2]) ?? thisYear}-W${week[1]!.padStart(2, '0')}`);
}

/** "30.6.2026", "6/2026". */
function dated(text: string): string | null {
  const day = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/.exec(text);
  if (day !== null) return valid(`${day[3]}-${day[2]!.padStart(2, '0')}-${day[1]!.padStart(2, '0')}`);
  const month = /^(\d{1,2})[/.](\d{4})$/.exec(text);
  return month === null ? null : valid(`${month[2]}-${month[1]!.padStart(2, '0')}`);
}

function yearOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

/** A year that no desk has seen is a number of something else. */
function valid(token: string): string | null {
  const year = Number(token.slice(0, 4));
  return year >= 1990 && year <= 2100 && parsePeriodToken(token) !== null ? token : null;
}
