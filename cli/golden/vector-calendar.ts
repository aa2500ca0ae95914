import * as z from 'zod';
import { type Calendar, compileCalendar } from '#core/calendar/calendar.ts';
import type { JsonObject } from './vector-kind.ts';

const windows = z.array(z.tuple([z.string(), z.string()]));
const definitionShape = z.object({
  tz: z.string(),
  weekly: z.partialRecord(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']), windows).default({}),
  holidays: z.array(z.string()).default([]),
  exceptions: z.array(z.object({ date: z.string(), windows })).default([]),
});
const fileShape = z.object({ calendars: z.record(z.string(), definitionShape) });

const compiled = new WeakMap<JsonObject, Map<string, Calendar>>();

/** The calendar of the file with that id, compiled once. */
export function vectorCalendar(file: JsonObject, id: string): Calendar {
  const calendars = compiled.get(file) ?? compileAll(file);
  const calendar = calendars.get(id);
  if (!calendar) throw new RangeError(`the file has no calendar ${id}`);
  return calendar;
}

function compileAll(file: JsonObject): Map<string, Calendar> {
  const { calendars } = fileShape.parse(file);
  const all = new Map(
    Object.entries(calendars).map(([id, { tz, ...definition }]) => [
      id,
      compileCalendar({ timeZone: tz, ...definition, weekly: withoutGaps(definition.weekly) }),
    ]),
  );
  compiled.set(file, all);
  return all;
}

/** Leaves out weekdays without windows, which a partial record may hold as undefined. */
function withoutGaps<Windows>(weekly: Readonly<Record<string, Windows | undefined>>): Record<string, Windows> {
  return Object.fromEntries(
    Object.entries(weekly).flatMap(([weekday, list]) => (list === undefined ? [] : [[weekday, list]])),
  );
}
