import { ACTIVITIES, type Activity } from '#core/import/source-row.ts';
import { WEEKDAYS } from '#core/time/local-date.ts';
import type { Draft } from './mapping-draft.ts';

/** The weeks that the page has a name for, by their open days. */
const WEEKS = {
  workdays: ['mon', 'tue', 'wed', 'thu', 'fri'],
  sixDays: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat'],
  everyDay: WEEKDAYS,
} as const;
export type NamedWeek = keyof typeof WEEKS;
export const NAMED_WEEKS = Object.keys(WEEKS) as readonly NamedWeek[];

export interface Hours {
  readonly from: string;
  readonly to: string;
}

/** How the hours of a calendar read: none at all, a named week with the same hours every day, or hours of its own. */
export type WeekOfDraft =
  | { readonly kind: 'always' }
  | { readonly kind: 'named'; readonly week: NamedWeek; readonly hours: Hours }
  | { readonly kind: 'own' };

export function weekOf(draft: Draft): WeekOfDraft {
  if (!('calendar' in draft)) return { kind: 'always' };
  const weekly = objectOf(objectOf(draft.calendar).weekly);
  const days = WEEKDAYS.filter((day) => Array.isArray(weekly[day]) && weekly[day].length > 0);
  const [first, ...others] = days.map((day) => JSON.stringify(weekly[day]));
  const week = NAMED_WEEKS.find((name) => WEEKS[name].join() === days.join());
  const hours: unknown = first === undefined ? null : JSON.parse(first);
  const isPlain = Array.isArray(hours) && hours.length === 1 && others.every((other) => other === first);
  if (week === undefined || !isPlain) return { kind: 'own' };
  const [from, to] = hours[0] as [string, string];
  return { kind: 'named', week, hours: { from, to } };
}

/** The draft with the same hours on every day of a named week; null counts around the clock. */
export function withWeek(draft: Draft, chosen: { readonly week: NamedWeek; readonly hours: Hours } | null): Draft {
  if (chosen === null) return without(draft, 'calendar');
  const { from, to } = chosen.hours;
  const weekly = Object.fromEntries(WEEKS[chosen.week].map((day) => [day, [[from, to]]]));
  return { ...draft, calendar: { timeZone: draft.timeZone ?? 'UTC', ...objectOf(draft.calendar), weekly } };
}

/** The region whose public holidays are closed as well. */
export function holidayRegion(draft: Draft): string | null {
  const { region } = objectOf(objectOf(draft.calendar).publicHolidays);
  return typeof region === 'string' ? region : null;
}

/** So many years back and one ahead: no log is older, and a calendar has thirty at most. */
const YEARS_BACK = 20;

export function withHolidayRegion(draft: Draft, region: string | null, thisYear: number): Draft {
  const calendar = objectOf(draft.calendar);
  if (region === null) return { ...draft, calendar: without(calendar, 'publicHolidays') };
  const { years = `${thisYear - YEARS_BACK}-${thisYear + 1}` } = objectOf(calendar.publicHolidays);
  return { ...draft, calendar: { ...calendar, publicHolidays: { region, years } } };
}

/** The column that says what was done in a row; null when none is named. */
export function activityColumn(draft: Draft): string | null {
  const { column } = objectOf(draft.activity);
  return typeof column === 'string' ? column : null;
}

export function withActivityColumn(draft: Draft, column: string | null): Draft {
  return column === null ? without(draft, 'activity') : { ...draft, activity: { column, values: {} } };
}

/** What a value of that column means; null when it says nothing. */
export function activityOf(draft: Draft, value: string): Activity | null {
  const meaning = objectOf(objectOf(draft.activity).values)[value];
  return ACTIVITIES.find((activity) => activity === meaning) ?? null;
}

export function withActivity(draft: Draft, value: string, activity: Activity | null): Draft {
  const { [value]: _, ...others } = objectOf(objectOf(draft.activity).values);
  const values = activity === null ? others : { ...others, [value]: activity };
  return { ...draft, activity: { ...objectOf(draft.activity), values } };
}

function without(draft: Draft, key: string): Draft {
  const { [key]: _, ...rest } = draft;
  return rest;
}

function objectOf(value: unknown): Draft {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Draft) : {};
}
