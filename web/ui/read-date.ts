import { datePartsOf, formatLocalDate, isDate, localDate, parseLocalDate } from '#core/time/local-date.ts';
import type { Language } from '#text/language.ts';

const shapes = [
  [/^(\d{4})-(\d{1,2})-(\d{1,2})$/, (found: string[]) => [found[1], found[2], found[3]]],
  // Both languages write the day first; a year of two digits is one of this century.
  [/^(\d{1,2})[./ ]\s*(\d{1,2})[./ ]\s*(\d{4}|\d{2})$/, (found: string[]) => [found[3], found[2], found[1]]],
] as const;

/** The local date (`2026-06-30`) that somebody typed: `30.6.2026`, `30/06/26`, `2026-06-30`; null when it is none. */
export function readDate(typed: string): string | null {
  for (const [shape, parts] of shapes) {
    const found = shape.exec(typed.trim());
    if (found === null) continue;
    const [year = 0, month = 0, day = 0] = parts([...found]).map(Number);
    const whole = year < 100 ? 2000 + year : year;
    return isDate(whole, month, day) ? formatLocalDate(localDate(whole, month, day)) : null;
  }
  return null;
}

/** A local date as people of that language write it in a field: `30.06.2026`, `30/06/2026`. */
export function writeDate(date: string, language: Language): string {
  const { year, month, day } = datePartsOf(parseLocalDate(date));
  const two = (value: number) => String(value).padStart(2, '0');
  return [two(day), two(month), year].join(language === 'de' ? '.' : '/');
}
