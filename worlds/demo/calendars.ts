import type { CalendarDefinition, TimeWindow } from '#core/calendar/definition.ts';
import { type GermanState, germanHolidays } from '#core/calendar/german-holidays.ts';
import { datePartsOf, formatLocalDate, type Weekday } from '#core/time/local-date.ts';
import { HOME_ZONE, type Timeline } from './timeline.ts';

/** When somebody is there. The ids are those under which the calendars are stored. */
export const CALENDAR_IDS = ['office-hamburg', 'office-bavaria', 'extended', 'night'] as const;
export type CalendarId = (typeof CALENDAR_IDS)[number];

const WORKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri'];
/** Nights between two working days: the first begins on Sunday evening. */
const WORK_NIGHTS: readonly Weekday[] = ['sun', 'mon', 'tue', 'wed', 'thu'];
const HALF_DAYS = ['12-24', '12-31'] as const;
/** Tickets that are open today may be due next year. */
const YEARS_AHEAD = 1;

/** The calendars of the company, with the holidays of all years that a world of this timeline can ask for. */
export function calendarsOf({ firstDate, today }: Timeline): ReadonlyMap<CalendarId, CalendarDefinition> {
  const from = datePartsOf(firstDate).year;
  const to = datePartsOf(today).year + YEARS_AHEAD;
  const years = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const calendar = (
    state: GermanState,
    weekly: CalendarDefinition['weekly'],
    halfDay: TimeWindow,
  ): CalendarDefinition => ({
    timeZone: HOME_ZONE,
    weekly,
    holidays: years.flatMap((year) => holidaysOf(state, year)),
    exceptions: years.flatMap((year) => HALF_DAYS.map((day) => ({ date: `${year}-${day}`, windows: [halfDay] }))),
  });
  return new Map<CalendarId, CalendarDefinition>([
    ['office-hamburg', calendar('HH', onDays(WORKDAYS, ['08:00', '17:00']), ['08:00', '12:00'])],
    ['office-bavaria', calendar('BY', onDays(WORKDAYS, ['07:30', '16:30']), ['07:30', '12:00'])],
    [
      'extended',
      calendar('HH', { ...onDays(WORKDAYS, ['07:00', '20:00']), sat: [['09:00', '13:00']] }, ['07:00', '13:00']),
    ],
    // The shift that began the evening before still ends in the morning; nobody comes in the evening.
    ['night', calendar('HH', onDays(WORK_NIGHTS, ['22:00', '06:00']), ['00:00', '06:00'])],
  ]);
}

function onDays(days: readonly Weekday[], window: TimeWindow): Partial<Record<Weekday, readonly TimeWindow[]>> {
  return Object.fromEntries(days.map((day) => [day, [window]]));
}

function holidaysOf(state: GermanState, year: number): string[] {
  const additions = state === 'BY' ? (['assumption'] as const) : [];
  return germanHolidays(state, year, additions).map(({ date }) => formatLocalDate(date));
}
