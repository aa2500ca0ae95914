import { type Instant, instant, SECONDS_PER_DAY } from '../time/instant.ts';
import { isDate, localDate } from '../time/local-date.ts';
import { isShown, type Zone } from '../time/zone.ts';

/**
 * Instants as other systems write them. A pattern is made of `d dd M MM y yy yyyy H HH h hh m mm s ss S a x` and of other
 * characters that stand for themselves; one letter reads one digit or more, a repeated one exactly so many. `a` is AM or
 * PM, `S` a fraction of a second (cut off), `x` an offset such as `+01:00`, `+0100` or `Z`.
 */
export type InstantProblem = 'unreadable' | 'no_such_date' | 'skipped_hour';

export type ReadInstant =
  | { readonly kind: 'read'; readonly at: Instant; readonly isRepeatedHour: boolean }
  | { readonly kind: 'problem'; readonly problem: InstantProblem };

export type InstantReader = (text: string) => ReadInstant;

const TOKEN = /d{1,2}|M{1,2}|y{4}|y{2}|y|H{1,2}|h{1,2}|m{1,2}|s{1,2}|S|a|x|[A-Za-z]|[^A-Za-z]/g;
const KNOWN = /^(?:d{1,2}|M{1,2}|y{4}|y{2}|y|H{1,2}|h{1,2}|m{1,2}|s{1,2}|S|a|x)$/;
const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?\s*(Z|[+-]\d{2}:?\d{2}|[+-]\d{2})?$/;
const UNREADABLE: ReadInstant = { kind: 'problem', problem: 'unreadable' };

/** Null when `format` is a format; otherwise the letter that is none. */
export function patternProblem(format: string): string | null {
  if (format === 'iso' || format === 'epoch-seconds' || format === 'epoch-milliseconds') return null;
  const tokens = format.match(TOKEN) ?? [];
  const unknown = tokens.find((token) => /[A-Za-z]/.test(token) && !KNOWN.test(token));
  if (unknown !== undefined) return unknown;
  return ['d', 'M', 'y'].every((letter) => tokens.some((token) => token.startsWith(letter))) ? null : format;
}

/** Makes a reader of one format. Instants without an offset are local to `zone`. */
export function instantReader(format: string, zone: Zone): InstantReader {
  if (format === 'iso') return (text) => readIso(text, zone);
  if (format === 'epoch-seconds') return (text) => readEpoch(text, 1);
  if (format === 'epoch-milliseconds') return (text) => readEpoch(text, 1000);
  const tokens = format.match(TOKEN) ?? [];
  const expression = new RegExp(`^${tokens.map((token) => expressionOf(token)).join('')}$`);
  return (text) => {
    const groups = expression.exec(text)?.groups;
    if (!groups) return UNREADABLE;
    return readParts(
      {
        year: yearOf(groups.y!),
        month: Number(groups.M),
        day: Number(groups.d),
        hour: hourOf(groups),
        minute: Number(groups.m ?? 0),
        second: Number(groups.s ?? 0),
        offset: groups.x,
      },
      zone,
    );
  };
}

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly offset: string | undefined;
}

function readIso(text: string, zone: Zone): ReadInstant {
  const match = ISO.exec(text);
  if (!match) return UNREADABLE;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0));
  return readParts(
    { year: year!, month: month!, day: day!, hour: hour!, minute: minute!, second: second!, offset: match[7] },
    zone,
  );
}

function readEpoch(text: string, perSecond: number): ReadInstant {
  if (!/^\d{1,15}(?:\.\d+)?$/.test(text)) return UNREADABLE;
  return { kind: 'read', at: instant(Number(text) / perSecond), isRepeatedHour: false };
}

function readParts(parts: Parts, zone: Zone): ReadInstant {
  const { year, month, day, hour, minute, second, offset } = parts;
  if (!isDate(year, month, day)) return { kind: 'problem', problem: 'no_such_date' };
  if (!(hour < 24 && minute < 60 && second < 60)) return UNREADABLE;
  const local = localDate(year, month, day) * SECONDS_PER_DAY + (hour * 60 + minute) * 60 + second;
  if (offset !== undefined) return readWithOffset(local, offset);
  const at = zone.firstInstantOf(local);
  if (!isShown(zone, local)) return { kind: 'problem', problem: 'skipped_hour' };
  return { kind: 'read', at, isRepeatedHour: isShownAgain(zone, at, local) };
}

function readWithOffset(local: number, offset: string): ReadInstant {
  if (offset === 'Z') return { kind: 'read', at: instant(local), isRepeatedHour: false };
  const hours = Number(offset.slice(1, 3));
  const minutes = Number(offset.slice(3).replace(':', '') || 0);
  if (hours > 18 || minutes > 59) return UNREADABLE;
  const seconds = (hours * 60 + minutes) * 60;
  return { kind: 'read', at: instant(local + (offset.startsWith('-') ? seconds : -seconds)), isRepeatedHour: false };
}

/** Whether the clock shows the same time once more within a day after `at`. */
function isShownAgain(zone: Zone, at: Instant, local: number): boolean {
  const later = instant(local - zone.offsetAt(instant(at + SECONDS_PER_DAY)));
  return later > at && zone.localSecondsAt(later) === local;
}

function expressionOf(token: string): string {
  if (!KNOWN.test(token)) return token.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const letter = token[0]!;
  if (letter === 'S') return '\\d+';
  if (letter === 'a') return '(?<a>[AaPp])\\.?[Mm]\\.?';
  if (letter === 'x') return '(?<x>Z|[+-]\\d{2}:?\\d{2}|[+-]\\d{2})';
  const name = letter === 'h' ? 'H' : letter;
  if (letter === 'y') return `(?<y>\\d{${token.length === 2 ? 2 : 4}})`;
  return `(?<${name}>\\d{${token.length === 1 ? '1,2' : '2'}})`;
}

function yearOf(text: string): number {
  if (text.length > 2) return Number(text);
  const short = Number(text);
  return short < 70 ? 2000 + short : 1900 + short;
}

function hourOf(groups: Record<string, string | undefined>): number {
  const hour = Number(groups.H ?? 0);
  const half = groups.a?.toLowerCase();
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return Number.NaN;
  return (hour % 12) + (half === 'p' ? 12 : 0);
}
