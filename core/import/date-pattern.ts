/**
 * Patterns of instants as other systems write them, such as `d/M/yyyy HH:mm`. A letter reads a part of the date, a
 * doubled one exactly two digits; text in single quotes and all other characters stand for themselves.
 *
 *   d dd      day               H HH      hour, 0 to 23          S   fraction of a second, cut off
 *   M MM      month             h hh      hour, 1 to 12          a   AM or PM, needed with h
 *   MMM       name of a month   m mm      minute                 x   offset: Z, +01, +0100 or +01:00
 *   y yyyy yy year              s ss      second
 *
 * Day, month and year must stand in a pattern, and no part stands there twice. So every expression made of a pattern has
 * a fixed number of bounded pieces, and reading takes no longer than the text is.
 */
export interface PatternParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly offset: string | undefined;
}

const TOKEN = /'[^']*'|d{1,2}|M{1,4}|y{4}|y{1,2}|H{1,2}|h{1,2}|m{1,2}|s{1,2}|S{1,9}|a|x|[A-Za-z]|[^A-Za-z]/gu;
const LONGEST_PATTERN = 60;

/** The names that start with three letters of their own, English and German; a short one may end with a dot. */
const MONTHS = [
  ['january', 'januar', 'jänner'],
  ['february', 'februar'],
  ['march', 'märz', 'mrz'],
  ['april'],
  ['may', 'mai'],
  ['june', 'juni'],
  ['july', 'juli'],
  ['august'],
  ['september'],
  ['october', 'oktober'],
  ['november'],
  ['december', 'dezember'],
];

/** Pieces of an expression by their token; each is a group of that name. */
const PIECES: Readonly<Record<string, string>> = {
  d: '(?<day>\\d{1,2})',
  dd: '(?<day>\\d{2})',
  M: '(?<month>\\d{1,2})',
  MM: '(?<month>\\d{2})',
  MMM: '(?<month>\\p{L}{3,9}\\.?)',
  MMMM: '(?<month>\\p{L}{3,9}\\.?)',
  y: '(?<year>\\d{4})',
  yy: '(?<year>\\d{2})',
  yyyy: '(?<year>\\d{4})',
  H: '(?<hour>\\d{1,2})',
  HH: '(?<hour>\\d{2})',
  h: '(?<hour>\\d{1,2})',
  hh: '(?<hour>\\d{2})',
  m: '(?<minute>\\d{1,2})',
  mm: '(?<minute>\\d{2})',
  s: '(?<second>\\d{1,2})',
  ss: '(?<second>\\d{2})',
  S: '(?<fraction>\\d{1,9})',
  a: '(?<half>[AaPp]\\.?[Mm]\\.?)',
  x: '(?<offset>Z|[+-]\\d{2}(?::?\\d{2})?)',
};

/** Whether the text is a pattern as described above. */
export function isDatePattern(pattern: string): boolean {
  if (pattern.length > LONGEST_PATTERN) return false;
  const tokens = tokensOf(pattern);
  const groups = tokens.map(groupOf).filter((group) => group !== null);
  const hasUnknown = tokens.some((token) => /^[A-Za-z]+$/.test(token) && groupOf(token) === null);
  if (hasUnknown || new Set(groups).size !== groups.length) return false;
  const isHalfDay = tokens.some((token) => token.startsWith('h'));
  return ['day', 'month', 'year'].every((part) => groups.includes(part)) && isHalfDay === groups.includes('half');
}

/** Makes a reader of a pattern; it gives null for a text that is not written so. */
export function patternReader(pattern: string): (text: string) => PatternParts | null {
  const expression = new RegExp(`^${tokensOf(pattern).map(expressionOf).join('')}$`, 'u');
  return (text) => {
    const groups = expression.exec(text)?.groups;
    if (!groups) return null;
    return {
      year: yearOf(groups.year!),
      month: monthOf(groups.month!),
      day: Number(groups.day),
      hour: hourOf(groups.hour, groups.half),
      minute: Number(groups.minute ?? 0),
      second: Number(groups.second ?? 0),
      offset: groups.offset,
    };
  };
}

function tokensOf(pattern: string): readonly string[] {
  return pattern.match(TOKEN) ?? [];
}

function pieceOf(token: string): string | null {
  const name = token.startsWith('S') ? 'S' : token;
  return Object.hasOwn(PIECES, name) ? PIECES[name]! : null;
}

function groupOf(token: string): string | null {
  return /^\(\?<(\w+)>/.exec(pieceOf(token) ?? '')?.[1] ?? null;
}

function expressionOf(token: string): string {
  const literal = token.length > 1 && token.startsWith("'") ? token.slice(1, -1) : token;
  return pieceOf(token) ?? literal.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

function yearOf(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

/** 1 to 12; 0, which is no month, for a name that is none. */
function monthOf(text: string): number {
  if (/^\d/.test(text)) return Number(text);
  const name = text.replace('.', '').normalize('NFC').toLowerCase();
  return MONTHS.findIndex((names) => names.some((full) => full.startsWith(name))) + 1;
}

function hourOf(text: string | undefined, half: string | undefined): number {
  const hour = Number(text ?? 0);
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return Number.NaN;
  return (hour % 12) + (/^p/i.test(half) ? 12 : 0);
}
