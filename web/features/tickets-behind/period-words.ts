import { isoWeekOf } from '#core/periods/iso-week.ts';
import type { DatePeriod } from '#core/periods/period-token.ts';
import { addDays, datePartsOf, formatLocalDate, type LocalDate } from '#core/time/local-date.ts';
import type { Words } from '#web/shell/words.tsx';

/**
 * A period as part of a sentence: `in` about what happened ("im Juni 2026"), `at` about what stood at its end ("Ende
 * Juni 2026").
 */
export function periodWords(
  form: 'in' | 'at',
  { from, to, granularity }: DatePeriod,
  { sayLoosely, format }: Pick<Words, 'sayLoosely' | 'format'>,
): string {
  const noon = (date: LocalDate): string => `${formatLocalDate(date)}T12:00:00Z`;
  const { year, month } = datePartsOf(from);
  const week = isoWeekOf(from);
  const isWeek = granularity === 'week';
  const words = sayLoosely(`desk.list.${form}.${granularity ?? 'range'}`, {
    date: format.date(noon(from)),
    week: week.week,
    month: format.month(noon(from)),
    quarter: Math.ceil(month / 3),
    year: isWeek ? week.year : year,
    from: format.date(noon(from)),
    to: format.date(noon(addDays(to, -1))),
  });
  return words ?? '';
}
