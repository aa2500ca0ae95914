import type { Weekday } from '../time/local-date.ts';

/** `['08:00', '17:00']`, half-open. `24:00` is a legal end; an end at or before the start crosses midnight. */
export type TimeWindow = readonly [start: string, end: string];

/**
 * Service hours as people write them down. A version of it is pinned on a ticket and never changes afterwards.
 * Dates are `YYYY-MM-DD`, local to `timeZone`.
 */
export interface CalendarDefinition {
  readonly timeZone: string;
  readonly weekly: Readonly<Partial<Record<Weekday, readonly TimeWindow[]>>>;
  /** Local dates closed from 00:00 to 24:00. */
  readonly holidays: readonly string[];
  /** Windows that replace everything on a date; an empty list closes it. They never cross midnight. */
  readonly exceptions: readonly { readonly date: string; readonly windows: readonly TimeWindow[] }[];
}

const WHOLE_DAY: readonly TimeWindow[] = [['00:00', '24:00']];

/** Open round the clock, every day. */
export function alwaysOpen(timeZone: string): CalendarDefinition {
  return {
    timeZone,
    weekly: {
      mon: WHOLE_DAY,
      tue: WHOLE_DAY,
      wed: WHOLE_DAY,
      thu: WHOLE_DAY,
      fri: WHOLE_DAY,
      sat: WHOLE_DAY,
      sun: WHOLE_DAY,
    },
    holidays: [],
    exceptions: [],
  };
}
