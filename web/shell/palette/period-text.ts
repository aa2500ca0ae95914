import type { DatePeriod } from '#core/periods/period-token.ts';
import { addDays, datePartsOf, type LocalDate } from '#core/time/local-date.ts';
import { periodName } from '#web/ui/charts/period-words.ts';
import type { Words } from '../words.tsx';

/** A period in words: `Juni 2026`, `KW 23 2026`, `2.6.2026`. */
export function periodText({ from, to, granularity }: DatePeriod, words: Words): string {
  const name = (date: LocalDate, by: NonNullable<DatePeriod['granularity']>) =>
    periodName(datePartsOf(date), by, { words });
  if (granularity !== null) return name(from, granularity);
  return `${name(from, 'day')} – ${name(addDays(to, -1), 'day')}`;
}
