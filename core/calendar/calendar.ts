import type { Instant } from '../time/instant.ts';
import { SECONDS_PER_DAY } from '../time/instant.ts';
import type { Interval } from '../time/interval.ts';
import { unite } from '../time/interval.ts';
import {
  addDays,
  datePartsOf,
  type LocalDate,
  localDate,
  parseLocalDate,
  WEEKDAYS,
  type Weekday,
  weekdayOf,
} from '../time/local-date.ts';
import { localDateAt, startOfDate, type Zone, zoneOf } from '../time/zone.ts';
import type { CalendarDefinition, TimeWindow } from './definition.ts';

/**
 * A calendar made ready to count with. Words: a *window* is what a person wrote, an *interval* is instants.
 *
 * 1. Windows are half-open, overlapping ones are united, `24:00` is the end of the local date.
 * 2. A window that crosses midnight is two halves: `[start,24:00)` on its weekday, `[00:00,end)` on the next.
 * 3. A holiday closes its local date and nothing else; an exception replaces everything on its date.
 * 4. Local times become instants by the boundary rule of `zone.ts`.
 *
 * Years are laid out when first asked for and kept: `yearOf` is the only state, and it never changes an answer.
 */
export interface Calendar {
  readonly definition: CalendarDefinition;
  readonly zone: Zone;
  /** Open intervals of the year that contains `at`. */
  yearAt(at: Instant): CalendarYear;
}

export interface CalendarYear {
  readonly start: Instant;
  readonly end: Instant;
  readonly starts: readonly Instant[];
  readonly ends: readonly Instant[];
  /** Open seconds of the year up to the end of each interval. */
  readonly openSecondsUntil: readonly number[];
}

type DaySeconds = readonly [start: number, end: number];

/**
 * Makes a calendar ready.
 * @throws RangeError for an unknown zone, an impossible date or time, or an exception that crosses midnight.
 */
export function compileCalendar(definition: CalendarDefinition): Calendar {
  const zone = zoneOf(definition.timeZone);
  const openOn = openSecondsOfDates(definition);
  const years = new Map<number, CalendarYear>();
  const year = (number: number): CalendarYear => {
    let known = years.get(number);
    if (!known) {
      known = layOutYear(zone, number, openOn);
      years.set(number, known);
    }
    return known;
  };
  return {
    definition,
    zone,
    yearAt: (at) => {
      let number = datePartsOf(localDateAt(zone, at)).year;
      while (at < year(number).start) number -= 1;
      while (at >= year(number).end) number += 1;
      return year(number);
    },
  };
}

function openSecondsOfDates(definition: CalendarDefinition): (date: LocalDate) => DaySeconds[] {
  const holidays = new Set(definition.holidays.map(parseLocalDate));
  const exceptions = new Map(
    definition.exceptions.map(({ date, windows }) => [parseLocalDate(date), windows.map(exceptionWindow)] as const),
  );
  const evenings = new Map<Weekday, DaySeconds[]>();
  const mornings = new Map<Weekday, DaySeconds[]>();
  WEEKDAYS.forEach((weekday, index) => {
    const windows = (definition.weekly[weekday] ?? []).map(windowSeconds);
    const next = WEEKDAYS[(index + 1) % 7]!;
    evenings.set(
      weekday,
      windows.map(([start, end]) => [start, end <= start ? SECONDS_PER_DAY : end]),
    );
    mornings.set(
      next,
      windows.filter(([start, end]) => end <= start).map(([, end]) => [0, end]),
    );
  });
  return (date) => {
    const exception = exceptions.get(date);
    if (exception) return exception;
    if (holidays.has(date)) return [];
    const weekday = weekdayOf(date);
    return [...mornings.get(weekday)!, ...evenings.get(weekday)!];
  };
}

function layOutYear(zone: Zone, number: number, openOn: (date: LocalDate) => DaySeconds[]): CalendarYear {
  const first = localDate(number, 1, 1);
  const last = localDate(number + 1, 1, 1);
  const intervals: Interval[] = [];
  for (let date = first; date < last; date = addDays(date, 1)) {
    for (const [start, end] of openOn(date)) {
      const midnight = date * SECONDS_PER_DAY;
      intervals.push({ start: zone.firstInstantOf(midnight + start), end: zone.firstInstantOf(midnight + end) });
    }
  }
  const open = unite(intervals);
  let sum = 0;
  return {
    start: startOfDate(zone, first),
    end: startOfDate(zone, last),
    starts: open.map((i) => i.start),
    ends: open.map((i) => i.end),
    openSecondsUntil: open.map((i) => {
      sum += i.end - i.start;
      return sum;
    }),
  };
}

function windowSeconds([start, end]: TimeWindow): DaySeconds {
  const seconds: DaySeconds = [secondsOfDay(start), secondsOfDay(end)];
  if (seconds[0] === SECONDS_PER_DAY) throw new RangeError('24:00 is an end of a window, not a start');
  return seconds;
}

function exceptionWindow(window: TimeWindow): DaySeconds {
  const [start, end] = windowSeconds(window);
  if (end <= start) throw new RangeError(`an exception must not cross midnight: ${window.join(' to ')}`);
  return [start, end];
}

function secondsOfDay(text: string): number {
  const match = /^(\d{2}):(\d{2})$/.exec(text);
  const hours = Number(match?.[1]);
  const minutes = Number(match?.[2]);
  if (!match || minutes > 59 || hours > 24 || (hours === 24 && minutes > 0)) {
    throw new RangeError(`not a time of day: ${text}`);
  }
  return (hours * 60 + minutes) * 60;
}
