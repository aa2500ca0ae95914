import * as z from 'zod';
import { alwaysOpen, type CalendarDefinition } from '#core/calendar/definition.ts';
import { canWitness } from '#core/import/can-witness.ts';
import { isInstantFormat } from '#core/import/read-instant.ts';
import { ACTIVITIES } from '#core/import/source-row.ts';
import { TICKET_STATES } from '#core/ticket/state.ts';
import { WITNESSES, type Witness } from '#core/ticket/witness.ts';
import { WEEKDAYS } from '#core/time/local-date.ts';
import { isTimeZone } from '#core/time/zone.ts';
import { contradictionsOf } from './import-mapping-contradictions.ts';
import type { KeyProblemKind } from './import-mapping-problems.ts';

/**
 * How a log of another system becomes tickets: the JSON file that `kundig import csv FILE --map MAP.json` takes. The
 * preset `uci-498` is such a file. Explained with examples in docs/import.md; `mappingProblems` says what is wrong.
 */
const LONGEST_TEXT = 200;
const text = z.string().max(LONGEST_TEXT);
const columnName = text.trim().min(1);
const because = (problem: KeyProblemKind) => ({ params: { problem } });

const timeZone = text.refine(isTimeZone, because('timeZone'));

const instantColumn = z.strictObject({
  column: columnName,
  /** `iso` (the default), `epoch-seconds`, `epoch-milliseconds`, or a pattern such as `d/M/yyyy HH:mm`. */
  format: text.default('iso').refine(isInstantFormat, because('format')),
});

const valueColumn = z.strictObject({
  column: columnName,
  /** Values of the source and what they mean here; a value that is not listed stays as it is, null is "no value". */
  values: z.record(text, text.nullable()).optional(),
  /** Takes a part of the value: its first run of digits, as in `3 - Moderate`. */
  take: z.enum(['digits']).optional(),
});

const stateColumn = z.strictObject({
  /** One column, or several (status and sub-status) whose values are joined with ` / `. */
  column: z.union([columnName, z.array(columnName).min(1).max(9)]),
  /** `"Pending / Customer": "pending_customer"`; the first column's value alone stands for all its sub-values. */
  values: z.record(text, z.enum(TICKET_STATES)),
  /** What to do with a value that is not listed; without it such a row is unreadable. */
  unknown: z.enum(TICKET_STATES).optional(),
});

const timeOfDay = z.string().refine((time) => /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/.test(time), because('timeOfDay'));
/** From and to; at night the end may lie before the start. */
const hours = z.tuple([timeOfDay.refine((time) => time !== '24:00', because('timeOfDay')), timeOfDay]);
const hoursOfOneDay = hours.refine(([from, to]) => from < to, because('hoursOverMidnight'));

const publicHolidays = z.strictObject({
  /** ISO 3166: a country, or a part of one, such as `DE-BY`, `AT`, `CH-ZH`. */
  region: z.string().refine((region) => /^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/.test(region), because('region')),
  /** First and last year, such as `2016-2018`. */
  years: z.string().refine((years) => yearsOf(years) !== null, because('years')),
});

const calendar = z.strictObject({
  timeZone,
  weekly: z.partialRecord(z.enum(WEEKDAYS), z.array(hours)),
  holidays: z.array(z.iso.date()).default([]),
  /** Closed on these as well. */
  publicHolidays: publicHolidays.optional(),
  exceptions: z.array(z.strictObject({ date: z.iso.date(), windows: z.array(hoursOfOneDay) })).default([]),
});

const shape = z.strictObject({
  /** Name of the source: tickets of one source are told apart by their id there. */
  source: z.string().refine((name) => /^[a-z0-9][a-z0-9-]{0,62}$/.test(name), because('sourceName')),
  /** What a row is: something that happened to a ticket, or a whole ticket. */
  rows: z.enum(['event', 'ticket']),
  delimiter: z
    .string()
    .refine((text) => /^[^"\r\n\0]$/.test(text), because('delimiter'))
    .default(','),
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-15']).default('utf-8'),
  /** Texts that mean "no value", beside the empty field. */
  missing: z.array(text).default([]),
  /** What an empty field of a row per event says: there is none, or nothing changed. */
  empty: z.enum(['none', 'unchanged']).default('none'),
  /** Zone of instants that carry no offset. */
  timeZone: timeZone.default('UTC'),
  ticket: z.strictObject({ column: columnName }),
  /** What the ticket is about. Texts lie apart from the history and can be erased; a known ticket keeps the one it has. */
  subject: z.strictObject({ column: columnName }).optional(),
  /** When the row happened; may be left out for a row per ticket. */
  at: instantColumn.optional(),
  /** A column of whole numbers that orders rows of one instant and tells the last row. */
  order: z.strictObject({ column: columnName }).optional(),
  /** When the ticket was created; without it the first row is the creation. */
  createdAt: instantColumn.optional(),
  state: stateColumn.optional(),
  /** Columns in which the last row states the end: what earlier rows say of it is not believed. */
  end: z.strictObject({ resolvedAt: instantColumn.optional(), closedAt: instantColumn.optional() }).optional(),
  /** When the requester was first answered, as the last row states it. */
  firstResponseAt: instantColumn.optional(),
  /** What was done in a row per event: answers, messages of the requester, escalations. Other values tell nothing. */
  activity: z.strictObject({ column: columnName, values: z.record(text, z.enum(ACTIVITIES)) }).optional(),
  team: valueColumn.optional(),
  service: valueColumn.optional(),
  priority: valueColumn.optional(),
  channel: valueColumn.optional(),
  level: valueColumn.optional(),
  type: valueColumn.optional(),
  /** Who worked on it. Names are kept in rows that can be erased; no figure is split by them. */
  assignee: valueColumn.optional(),
  /** The source's own verdict on its promise. */
  verdict: z.strictObject({ column: columnName, met: z.array(text).min(1), missed: z.array(text).min(1) }).optional(),
  witnesses: z.array(z.enum(WITNESSES)).optional(),
  calendar: calendar.optional(),
});

export const importMapping = shape.superRefine((mapping, context) => {
  for (const { problem, path } of contradictionsOf(mapping)) {
    context.addIssue({ code: 'custom', path: [...path], params: { problem } });
  }
});

export type ImportMapping = z.infer<typeof shape>;
export type InstantColumn = z.infer<typeof instantColumn>;
export type ValueColumn = z.infer<typeof valueColumn>;

/**
 * The calendar business time is counted in: the one named, else around the clock in the file's zone. Public holidays of
 * a region are looked up with `holidaysIn`.
 */
export function calendarOfMapping(
  { calendar: named, timeZone: zone }: ImportMapping,
  holidaysIn: (region: string, firstYear: number, lastYear: number) => readonly string[],
): CalendarDefinition {
  if (!named) return alwaysOpen(zone);
  const { publicHolidays: wanted, holidays, ...hoursOfCalendar } = named;
  const years = wanted && yearsOf(wanted.years);
  const looked = wanted && years ? holidaysIn(wanted.region, ...years) : [];
  return { ...hoursOfCalendar, holidays: [...new Set([...holidays, ...looked])].sort() };
}

/** `2016-2018` or `2016`; null when it is neither, or not between 1990 and 2100, or longer than thirty years. */
function yearsOf(text: string): [first: number, last: number] | null {
  const [, first, last = first] = /^(\d{4})(?:-(\d{4}))?$/.exec(text) ?? [];
  const years: [number, number] = [Number(first), Number(last)];
  return years[0] >= 1990 && years[1] <= 2100 && years[0] <= years[1] && years[1] - years[0] < 30 ? years : null;
}

/** What the log witnesses: as declared, else what its columns can tell. */
export function witnessesOfMapping(mapping: ImportMapping): readonly Witness[] {
  return mapping.witnesses ?? WITNESSES.filter((witness) => canWitness(mapping, witness));
}
