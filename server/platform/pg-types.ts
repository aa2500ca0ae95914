import pg from 'pg';
import type { Instant } from '#core/time/instant.ts';

/*
 * How values of PostgreSQL become values of this program; the one place that decides it.
 *   int8         number; a value that a number cannot hold exactly is an error, never a rounded figure
 *   timestamptz  Instant: whole seconds since 1970, fractions cut off; 'infinity' is Infinity
 *   date         string: a local date is no instant
 *   all others   as `pg` does it: int4 and float8 numbers, numeric strings, json values, bytea buffers
 * Sessions run with time zone UTC and ISO dates, so an instant always ends with "+00".
 */

type Parse = (text: string) => unknown;

const parsers: Readonly<Record<number, Parse>> = {
  [pg.types.builtins.INT8]: parseWholeNumber,
  [pg.types.builtins.TIMESTAMPTZ]: parseTimestamptz,
  [pg.types.builtins.DATE]: (text) => text,
};

/** Numbers that `pg` has no names for. */
const arrayTypes: Record<'int8' | 'date' | 'timestamptz' | 'text', number> = {
  int8: 1016,
  date: 1182,
  timestamptz: 1185,
  text: 1009,
};

const arrayParsers: Readonly<Record<number, Parse>> = {
  [arrayTypes.int8]: parseArrayWith(parseWholeNumber),
  [arrayTypes.date]: parseArrayWith((text) => text),
  [arrayTypes.timestamptz]: parseArrayWith(parseTimestamptz),
};

/** The type parsers of every connection. */
export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    const own = format === 'binary' ? undefined : (parsers[oid] ?? arrayParsers[oid]);
    return own ?? pg.types.getTypeParser(oid, format ?? 'text');
  },
};

/** An int8 as a number; throws a RangeError beyond 2^53. */
export function parseWholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new RangeError(`int8 out of exact range: ${text}`);
  return number;
}

/** A timestamptz, as a UTC session prints it, in whole seconds; throws a RangeError on any other text. */
export function parseTimestamptz(text: string): Instant {
  if (text === 'infinity') return Number.POSITIVE_INFINITY as Instant;
  if (text === '-infinity') return Number.NEGATIVE_INFINITY as Instant;
  const parts = /^(\d{4,6})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)(?:\.\d+)?\+00$/.exec(text);
  if (parts === null) throw new RangeError(`not an instant of a UTC session: ${text}`);
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1).map(Number);
  return (Date.UTC(year, month - 1, day, hour, minute, second) / 1000) as Instant;
}

function parseArrayWith(parse: Parse): Parse {
  const split = pg.types.getTypeParser(arrayTypes.text, 'text') as (text: string) => (string | null)[];
  return (text) => split(text).map((item) => (item === null ? null : parse(item)));
}
