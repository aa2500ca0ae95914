import { type Instant, instant, SECONDS_PER_DAY } from '../time/instant.ts';
import { isDate, localDate } from '../time/local-date.ts';
import { isShown, type Zone } from '../time/zone.ts';
import { isDatePattern, type PatternParts, patternReader } from './date-pattern.ts';

/** Why a text is no instant. `out_of_range`: a year in which no ticket can have been, as in placeholder dates. */
export type InstantProblem = 'unreadable' | 'no_such_date' | 'skipped_hour' | 'out_of_range';

export type ReadInstant =
  | { readonly kind: 'read'; readonly at: Instant; readonly isRepeatedHour: boolean }
  | { readonly kind: 'problem'; readonly problem: InstantProblem };

export type InstantReader = (text: string) => ReadInstant;

const NAMED_FORMATS = ['iso', 'epoch-seconds', 'epoch-milliseconds'];
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)? ?(Z|[+-]\d{2}(?::?\d{2})?)?$/;
const EPOCH = /^\d{1,15}(?:\.\d+)?$/;
/** No instant is longer; a whole document in the wrong column is not read at all. */
const LONGEST_TEXT = 64;
const FIRST_YEAR = 1970;
const LAST_YEAR = 2199;
const END_OF_LAST_YEAR = localDate(LAST_YEAR + 1, 1, 1) * SECONDS_PER_DAY;

/** Whether `format` is `iso`, `epoch-seconds`, `epoch-milliseconds` or a pattern (see date-pattern.ts). */
export function isInstantFormat(format: string): boolean {
  return NAMED_FORMATS.includes(format) || isDatePattern(format);
}

/** Makes a reader of one format. Instants without an offset are local to `zone`. */
export function instantReader(format: string, zone: Zone): InstantReader {
  const read = readerOf(format, zone);
  return (text) => (text.length > LONGEST_TEXT ? problem('unreadable') : read(text));
}

function readerOf(format: string, zone: Zone): InstantReader {
  if (format === 'epoch-seconds') return (text) => readEpoch(text, 1);
  if (format === 'epoch-milliseconds') return (text) => readEpoch(text, 1000);
  const partsOf = format === 'iso' ? isoParts : patternReader(format);
  return (text) => {
    const parts = partsOf(text);
    return parts ? readParts(parts, zone) : problem('unreadable');
  };
}

function isoParts(text: string): PatternParts | null {
  const match = ISO.exec(text);
  if (!match) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  return { year, month, day, hour, minute, second, offset: match[7] };
}

function readEpoch(text: string, perSecond: number): ReadInstant {
  if (!EPOCH.test(text)) return problem('unreadable');
  const at = instant(Number(text) / perSecond);
  return at < END_OF_LAST_YEAR ? read(at) : problem('out_of_range');
}

function readParts({ year, month, day, hour, minute, second, offset }: PatternParts, zone: Zone): ReadInstant {
  if (!isDate(year, month, day)) return problem('no_such_date');
  if (!(hour < 24 && minute < 60 && second < 60)) return problem('unreadable');
  if (year < FIRST_YEAR || year > LAST_YEAR) return problem('out_of_range');
  const local = localDate(year, month, day) * SECONDS_PER_DAY + (hour * 60 + minute) * 60 + second;
  if (offset !== undefined) return readWithOffset(local, offset);
  if (!isShown(zone, local)) return problem('skipped_hour');
  const at = zone.firstInstantOf(local);
  return { kind: 'read', at, isRepeatedHour: isShownAgain(zone, at, local) };
}

function readWithOffset(local: number, offset: string): ReadInstant {
  if (offset === 'Z') return read(instant(local));
  const hours = Number(offset.slice(1, 3));
  const minutes = Number(offset.slice(3).replace(':', '') || 0);
  if (hours > 18 || minutes > 59) return problem('unreadable');
  const seconds = (hours * 60 + minutes) * 60;
  return read(instant(local + (offset.startsWith('-') ? seconds : -seconds)));
}

/** Whether the clock shows the same time once more within a day after `at`. */
function isShownAgain(zone: Zone, at: Instant, local: number): boolean {
  const later = instant(local - zone.offsetAt(instant(at + SECONDS_PER_DAY)));
  return later > at && zone.localSecondsAt(later) === local;
}

function read(at: Instant): ReadInstant {
  return { kind: 'read', at, isRepeatedHour: false };
}

function problem(kind: InstantProblem): ReadInstant {
  return { kind: 'problem', problem: kind };
}
