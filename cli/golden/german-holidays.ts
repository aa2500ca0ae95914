import * as z from 'zod';
import { GERMAN_STATES, germanHolidays } from '#core/calendar/german-holidays.ts';
import { formatLocalDate } from '#core/time/local-date.ts';
import type { VectorKind } from './vector-kind.ts';

const caseShape = z.object({ state: z.enum(GERMAN_STATES), year: z.number().int() });

/** Statutory holidays of a state in a year. The German names in the vectors are informative only. */
export const germanHolidaysKind: VectorKind = {
  name: 'german_holidays',
  isCase: (vector) => 'state' in vector && 'year' in vector && 'expected_dates' in vector,
  expected: ({ expected_dates }) => ({ expected_dates }),
  got: (vector) => {
    const { state, year } = caseShape.parse(vector);
    return { expected_dates: germanHolidays(state, year).map(({ date }) => formatLocalDate(date)) };
  },
};
