import type { Granularity } from '#core/periods/granularity.ts';
import { isoWeekOf } from '#core/periods/iso-week.ts';
import type { DatePeriod } from '#core/periods/period-token.ts';
import { addDays, datePartsOf, type LocalDate, localDate } from '#core/time/local-date.ts';
import type { Language } from '#text/language.ts';
import type { Words } from '#web/shell/words.tsx';
import type { MonthNames, PeriodStart } from './period-axis.ts';

/** What charts need of the person's language. */
export type ChartWords = Pick<Words, 'language' | 'say' | 'format'>;

/** How a period is written: with its year, or where the axis tells the year anyway. */
export type PeriodStyle = 'full' | 'short';

interface LongMonthNames extends MonthNames {
  readonly long: readonly string[];
}

const monthNames = new Map<Language, LongMonthNames>();

/** Names of the months, made once per language. */
export function monthNamesOf(language: Language): LongMonthNames {
  const known = monthNames.get(language);
  if (known) return known;
  const named = (month: 'narrow' | 'short' | 'long') => {
    const format = new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', { month, timeZone: 'UTC' });
    return Array.from({ length: 12 }, (_, index) => format.format(Date.UTC(2026, index, 1)).replace('.', ''));
  };
  const names = { letters: named('narrow'), short: named('short'), long: named('long') };
  monthNames.set(language, names);
  return names;
}

/** The local date of an instant of the API in the reporting zone. */
export function startOf(instant: string, { format }: Pick<ChartWords, 'format'>): PeriodStart {
  const [year = 0, month = 1, day = 1] = format.isoDate(instant).split('-').map(Number);
  return { year, month, day };
}

/** `Juni 2026`, `KW 23 2026`, `Q2 2026`, `2.6.2026`; short: `Juni`, `KW 23`, `Q2`, `2. Juni`. */
export function periodName(
  { year, month, day }: PeriodStart,
  granularity: Granularity,
  { words: { language, say }, style = 'full' }: { readonly words: ChartWords; readonly style?: PeriodStyle },
): string {
  const { long, short } = monthNamesOf(language);
  const isFull = style === 'full';
  switch (granularity) {
    case 'day': {
      const date = `${language === 'de' ? `${day}.` : day} ${isFull ? long[month - 1] : short[month - 1]}`;
      return isFull ? `${date} ${year}` : date;
    }
    case 'week': {
      const iso = isoWeekOf(localDate(year, month, day));
      return isFull ? say('desk.charts.week', iso) : say('desk.charts.weekShort', { week: iso.week });
    }
    case 'month':
      return isFull ? `${long[month - 1]} ${year}` : long[month - 1]!;
    case 'quarter':
      return `Q${Math.ceil(month / 3)}${isFull ? ` ${year}` : ''}`;
    case 'year':
      return String(year);
  }
}

/** A period of an address: `Juni 2026`; any stretch of days by its first and its last. */
export function periodText({ from, to, granularity }: DatePeriod, words: ChartWords): string {
  if (granularity !== null) return periodName(datePartsOf(from), granularity, { words });
  const named = (date: LocalDate) => periodName(datePartsOf(date), 'day', { words });
  return words.say('desk.cockpit.stretch', { from: named(from), to: named(addDays(to, -1)) });
}

/** `26 Monate`; `of`: as it stands after "in" or "aus", `26 Monaten`. */
export function periodCount(
  count: number,
  granularity: Granularity,
  { say, style = 'plain' }: { readonly say: ChartWords['say']; readonly style?: 'plain' | 'of' },
): string {
  if (count === 1) return say(`desk.charts.one.${granularity}`);
  return say(`desk.charts.${style === 'of' ? 'ofMany' : 'many'}.${granularity}`, { count });
}

/** Days since 1970 of a local date. */
export function dayOf({ year, month, day }: PeriodStart): number {
  return localDate(year, month, day);
}
