import { firstDateOf, type Granularity, shiftPeriods } from '#core/periods/granularity.ts';
import { isoWeekOf } from '#core/periods/iso-week.ts';
import { type DatePeriod, periodTokenOf } from '#core/periods/period-token.ts';
import { addDays, datePartsOf, type LocalDate } from '#core/time/local-date.ts';

/** One period on the ruler. */
export interface RulerTick {
  /** As it stands in an address. */
  readonly token: string;
  readonly from: LocalDate;
  /** The first date after it. */
  readonly to: LocalDate;
  readonly isChosen: boolean;
  readonly isReference: boolean;
  /** Not over yet. */
  readonly isRunning: boolean;
  /** Before the first ticket: there is nothing to see. */
  readonly isBlank: boolean;
  /** The first of its year, or of its month where days are shown: the tick is long and named below. */
  readonly isLong: boolean;
}

export interface RulerQuestion {
  readonly granularity: Granularity;
  readonly today: LocalDate;
  readonly chosen: DatePeriod;
  readonly references: readonly { readonly from: LocalDate; readonly to: LocalDate }[];
  /** The date of the first ticket; null when there is none. */
  readonly firstDate: LocalDate | null;
}

/** How many periods a ruler has room for; months: two years and the running one. */
const TICKS: Readonly<Record<Granularity, number>> = { day: 31, week: 27, month: 25, quarter: 13, year: 8 };

/** The periods of a ruler, the last one running; when the chosen one is older, the ruler ends half its length after it. */
export function rulerTicks({ granularity, today, chosen, references, firstDate }: RulerQuestion): RulerTick[] {
  const count = TICKS[granularity];
  const current = firstDateOf(granularity, today);
  const oldest = shiftPeriods(granularity, current, 1 - count);
  const middle = shiftPeriods(granularity, firstDateOf(granularity, chosen.from), Math.floor(count / 2));
  const last = chosen.from < oldest && middle < current ? middle : current;
  return Array.from({ length: count }, (_, index): RulerTick => {
    const from = shiftPeriods(granularity, last, index + 1 - count);
    const to = shiftPeriods(granularity, from, 1);
    return {
      token: periodTokenOf(granularity, from),
      from,
      to,
      isChosen: from >= chosen.from && to <= chosen.to,
      isReference: references.some((one) => from < one.to && to > one.from),
      isRunning: to > today,
      isBlank: firstDate !== null && to <= firstDate,
      isLong: index === 0 || isFirst(granularity, from),
    };
  });
}

function isFirst(granularity: Granularity, from: LocalDate): boolean {
  const { month, day } = datePartsOf(from);
  switch (granularity) {
    case 'day':
      return day === 1;
    case 'week':
      return isoWeekOf(from).week === 1;
    case 'month':
    case 'quarter':
      return month === 1;
    case 'year':
      return false;
  }
}

/** The period of another length that stands for the same time: the one its last day lies in, and no later than today. */
export function resized(granularity: Granularity, { from, to }: DatePeriod, today: LocalDate): string {
  const lastDay = addDays(to, -1);
  if (lastDay < today) return periodTokenOf(granularity, lastDay);
  const running = firstDateOf(granularity, today);
  const before = shiftPeriods(granularity, running, -1);
  // Of a period that runs, the last part that is over says more than the one that has just begun.
  return periodTokenOf(granularity, before >= from ? before : running);
}

/** The period so many places away; null when it lies after the running one. */
export function stepped(
  granularity: Granularity,
  { from }: Pick<DatePeriod, 'from'>,
  { count, today }: { readonly count: number; readonly today: LocalDate },
): string | null {
  const start = shiftPeriods(granularity, firstDateOf(granularity, from), count);
  return start > today ? null : periodTokenOf(granularity, start);
}
