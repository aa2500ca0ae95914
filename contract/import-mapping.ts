import * as z from 'zod';
import { alwaysOpen } from '#core/calendar/definition.ts';
import { patternProblem } from '#core/import/date-pattern.ts';
import { TICKET_STATES } from '#core/ticket/state.ts';
import { WITNESSES } from '#core/ticket/witness.ts';
import { WEEKDAYS } from '#core/time/local-date.ts';
import { isTimeZone } from '#core/time/zone.ts';

/**
 * How a log of another system becomes tickets: the JSON file that `kundig import csv FILE --map MAP.json` takes. The
 * preset `uci-498` is such a file. Explained with examples in docs/import.md.
 */
const columnName = z.string().min(1);

const instantColumn = z.strictObject({
  column: columnName,
  /** `iso` (the default), `epoch-seconds`, `epoch-milliseconds`, or a pattern such as `d/M/yyyy HH:mm`. */
  format: z
    .string()
    .default('iso')
    .refine((format) => patternProblem(format) === null, { error: 'not a pattern of d, M, y, H, h, m, s, S, a, x' }),
});

const valueColumn = z.strictObject({
  column: columnName,
  /** Values of the source and what they mean here; a value that is not listed stays as it is. */
  values: z.record(z.string(), z.string().nullable()).optional(),
  /** Takes a part of the value: its first run of digits, as in `3 - Moderate`. */
  take: z.enum(['digits']).optional(),
});

const stateColumn = z.strictObject({
  /** One column, or several (status and sub-status) whose values are joined with ` / `. */
  column: z.union([columnName, z.array(columnName).min(1)]),
  /** `"Pending / Customer": "pending_customer"`; the first column's value alone stands for all its sub-values. */
  values: z.record(z.string(), z.enum(TICKET_STATES)),
  /** What to do with a value that is not listed; without it such a row is unreadable. */
  unknown: z.enum(TICKET_STATES).optional(),
});

const window = z.tuple([z.string(), z.string()]);

const calendar = z.strictObject({
  timeZone: z.string().refine(isTimeZone, { error: 'not a time zone' }),
  weekly: z.partialRecord(z.enum(WEEKDAYS), z.array(window)),
  holidays: z.array(z.iso.date()).default([]),
  exceptions: z.array(z.strictObject({ date: z.iso.date(), windows: z.array(window) })).default([]),
});

export const importMapping = z.strictObject({
  /** Name of the source: tickets of one source are told apart by their id there. */
  source: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, { error: 'lower-case letters, digits and hyphens' }),
  /** What a row is: something that happened to a ticket, or a whole ticket. */
  rows: z.enum(['event', 'ticket']),
  delimiter: z.string().length(1).default(','),
  /** Texts that mean "no value", beside the empty field. */
  missing: z.array(z.string()).default([]),
  /** Zone of instants that carry no offset. */
  timeZone: z.string().refine(isTimeZone, { error: 'not a time zone' }).default('UTC'),
  ticket: z.strictObject({ column: columnName }),
  /** When the row happened; may be left out for a row per ticket. */
  at: instantColumn.optional(),
  /** A column of whole numbers that orders rows of one instant and tells the last row. */
  order: z.strictObject({ column: columnName }).optional(),
  /** When the ticket was created; without it the first row is the creation. */
  createdAt: instantColumn.optional(),
  state: stateColumn.optional(),
  /** Columns in which the last row states the end: what earlier rows say of it is not believed. */
  end: z.strictObject({ resolvedAt: instantColumn.optional(), closedAt: instantColumn.optional() }).optional(),
  team: valueColumn.optional(),
  service: valueColumn.optional(),
  priority: valueColumn.optional(),
  channel: valueColumn.optional(),
  level: valueColumn.optional(),
  type: valueColumn.optional(),
  /** Who worked on it. Names are kept in rows that can be erased; no figure is split by them. */
  assignee: valueColumn.optional(),
  /** The source's own verdict on its promise. */
  verdict: z
    .strictObject({ column: columnName, met: z.array(z.string()).min(1), missed: z.array(z.string()).min(1) })
    .optional(),
  witnesses: z.array(z.enum(WITNESSES)).optional(),
  calendar: calendar.optional(),
});

export type ImportMapping = z.infer<typeof importMapping>;
export type InstantColumn = z.infer<typeof instantColumn>;
export type ValueColumn = z.infer<typeof valueColumn>;

/** The calendar business time is counted in: the one named, else around the clock in the file's zone. */
export function calendarOfMapping(mapping: ImportMapping) {
  return mapping.calendar ?? alwaysOpen(mapping.timeZone);
}

/** What the log witnesses: as declared, else what its columns can tell. */
export function witnessesOfMapping(mapping: ImportMapping) {
  if (mapping.witnesses) return mapping.witnesses;
  return WITNESSES.filter((witness) => {
    if (witness === 'states') return mapping.rows === 'event' && mapping.state !== undefined;
    if (witness === 'levels') return mapping.rows === 'event' && mapping.level !== undefined;
    if (witness !== 'closing') return false;
    return mapping.end?.closedAt !== undefined || Object.values(mapping.state?.values ?? {}).includes('closed');
  });
}
