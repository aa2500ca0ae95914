import { z } from 'zod';
import { formatInstant, type Instant, parseInstant } from '#core/time/instant.ts';
import { isDate } from '#core/time/local-date.ts';
import { isTimeZone } from '#core/time/zone.ts';
import { ISSUE_CODES, PROBLEM_CODES } from './problems.ts';

/*
 * Building blocks of all shapes. Objects are strict: a key that is not named is refused, in requests and in answers.
 * Every text and number has bounds. No text may hold what the database cannot store: NUL and broken surrogates.
 */

export const nothing = z.strictObject({});

/** The message of a rule of our own is the code of its issue. */
export const plainText = (most: number) => z.string().max(most).refine(isStorable, { error: 'forbidden_characters' });

/** The same in a filter, which may also ask for what is not set. */
export const wantedKey = plainText(200).min(1);

/** How figures and filters name what is not set: no key may be called so. */
const NOT_SET = '(none)';

/** The key of a team, a service, a priority and the like: some letter, and none of the names that mean "not set". */
export const key = plainText(200)
  .min(1)
  .refine((text) => text.trim() !== '' && text.trim() !== NOT_SET, { error: 'not_allowed' });
export const longText = plainText(50_000);
export const reasonText = plainText(4_000);

function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

/** Years that the zones know and every database stores. */
const FIRST_YEAR = 1970;
const LAST_YEAR = 2199;
const DATE = /^(\d{4})-(\d\d)-(\d\d)/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;
const MOMENT = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d))?$/;

/** An instant with `Z` or an offset, as text; an `Instant` inside. */
export const instantText = z
  .string()
  .regex(INSTANT)
  .refine(isInstant, { error: 'malformed' })
  .transform((text): Instant => parseInstant(text));

/** An instant, or a local date that stands for its first instant in the zone of the question: see `momentIn`. */
export const moment = z
  .string()
  .regex(MOMENT)
  .refine((text) => (text.includes('T') ? isInstant(text) : isDateText(text)), { error: 'malformed' });

/** A local date such as `2026-03-01`. */
export const dateText = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/)
  .refine(isDateText, { error: 'malformed' });

/** An instant in an answer. */
export const instantAnswer = z.string().meta({ format: 'date-time' });

export function instantOut(at: Instant): string {
  return formatInstant(at);
}

export const timeZone = z.string().max(60).refine(isNamedZone, { error: 'not_allowed' });

/** Named zones only: an offset such as "+01:00" knows no summer time. */
function isNamedZone(name: string): boolean {
  return /^[A-Za-z]/.test(name) && isTimeZone(name);
}

function isDateText(text: string): boolean {
  const [year = 0, month = 0, day = 0] = (DATE.exec(text) ?? []).slice(1).map(Number);
  return year >= FIRST_YEAR && year <= LAST_YEAR && isDate(year, month, day);
}

function isInstant(text: string): boolean {
  if (!isDateText(text)) return false;
  try {
    parseInstant(text);
    return true;
  } catch {
    return false;
  }
}

/** A whole number written in a query, from 1. */
export const countText = (most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().min(1).max(most));

/** A parameter of a query that may be repeated: always a list inside. */
export const repeatable = <Shape extends z.ZodType>(shape: Shape, most: number) =>
  z.union([z.array(shape).min(1).max(most), shape.transform((value) => [value])]);

export const ticketNumber = z
  .string()
  .regex(/^[1-9]\d{0,14}$/)
  .transform(Number);

/** The opaque place where a next page begins. */
export const cursorText = z
  .string()
  .max(1_000)
  .regex(/^[\w-]+$/);

/** A problem document (RFC 9457) with a stable code, and all that is wrong with a request at once. */
export const problemShape = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.enum(PROBLEM_CODES as [string, ...string[]]),
  requestId: z.string(),
  errors: z
    .array(
      z.strictObject({
        in: z.enum(['path', 'query', 'body', 'header']),
        pointer: z.string(),
        code: z.enum(ISSUE_CODES),
        detail: z.string(),
      }),
    )
    .optional(),
});
