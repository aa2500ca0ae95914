import * as z from 'zod';
import type { Calendar } from '#core/calendar/calendar.ts';
import { addOpenSeconds, isOpen, openSeconds } from '#core/calendar/open-time.ts';
import { formatInstant, parseInstant } from '#core/time/instant.ts';
import type { Interval } from '#core/time/interval.ts';
import { vectorCalendar } from './vector-calendar.ts';
import type { VectorKind } from './vector-kind.ts';

const moment = z.string().transform(parseInstant);
const pauses = z
  .array(z.tuple([moment, moment]))
  .nullish()
  .transform((pairs): Interval[] => (pairs ?? []).map(([start, end]) => ({ start, end })));

const caseShape = z.discriminatedUnion('op', [
  z.object({ op: z.literal('is_open'), calendar: z.string(), at: moment }),
  z.object({ op: z.literal('elapsed'), calendar: z.string(), from: moment, to: moment, pauses }),
  z.object({ op: z.literal('due'), calendar: z.string(), start: moment, target_s: z.number(), pauses }),
]);

/** Open time: is it open, how long was it, when will it have been long enough. */
export const calendarKind: VectorKind = {
  name: 'calendar',
  isCase: ({ op }) => op === 'is_open' || op === 'elapsed' || op === 'due',
  got: (vector, file) => {
    const question = caseShape.parse(vector);
    const calendar = vectorCalendar(file, question.calendar);
    switch (question.op) {
      case 'is_open':
        return { expected_open: isOpen(calendar, question.at) };
      case 'elapsed':
        return { expected_s: openSeconds(calendar, question.from, question.to, question.pauses) };
      case 'due':
        return dueFields(calendar, question);
    }
  },
};

type DueQuestion = Extract<z.infer<typeof caseShape>, { op: 'due' }>;

function dueFields(calendar: Calendar, { start, target_s, pauses: paused }: DueQuestion) {
  const due = addOpenSeconds(calendar, start, target_s, paused);
  if (due === null) return { expected_due: null, expected_due_local: null };
  const local = Temporal.Instant.fromEpochMilliseconds(due * 1000).toZonedDateTimeISO(calendar.zone.id);
  return { expected_due: formatInstant(due), expected_due_local: local.toString({ timeZoneName: 'never' }) };
}
