import { firstDateOf, shiftPeriods } from '#core/periods/granularity.ts';
import { periodTokenOf } from '#core/periods/period-token.ts';
import { addDays, type LocalDate, parseLocalDate } from '#core/time/local-date.ts';
import type { FigureSearch } from '#web/shell/figure-search.ts';
import type { Format } from '#web/shell/format.ts';
import type { Cockpit, CockpitHead } from './cockpit-lines.ts';

/*
 * What there is to say at all: whether anything was recorded in a period, and whether figures have a usual range in it.
 */

/** Why a period has nothing to show; null when there are data in it, or none anywhere. */
export type Blank = 'before' | 'after' | 'future' | null;

type Recorded = Pick<CockpitHead, 'period' | 'asOf' | 'firstAt' | 'lastAt'>;

/** A period before the first ticket, after the last event, or one that has not begun shows nothing. */
export function blankOf({ period, asOf, firstAt, lastAt }: Recorded): Blank {
  if (firstAt === null) return null;
  const [from, to] = [Date.parse(period.from), Date.parse(period.to)];
  if (from >= Date.parse(asOf)) return 'future';
  if (to <= Date.parse(firstAt)) return 'before';
  return lastAt !== null && from > Date.parse(lastAt) ? 'after' : null;
}

/** The last month that was over when something last happened; the first month when none was. */
export function lastMonthRecorded(
  { firstAt, lastAt }: { readonly firstAt: string; readonly lastAt: string | null },
  { isoDate }: Pick<Format, 'isoDate'>,
): { readonly token: string; readonly from: LocalDate } {
  const month = (instant: string): LocalDate => firstDateOf('month', parseLocalDate(isoDate(instant)));
  const first = month(firstAt);
  // The last day of a month is the month as a whole.
  const last = firstDateOf('month', addDays(parseLocalDate(isoDate(lastAt ?? firstAt)), 1));
  const from = shiftPeriods('month', last, -1);
  if (from < first) return { token: periodTokenOf('month', first), from: first };
  return { token: periodTokenOf('month', from), from };
}

/** So long without a new event, and the records are told to have ended. */
const LONGEST_SILENCE_MILLISECONDS = 31 * 86_400_000;

/** When the records ended, as of an instant long after; null while they go on, and without any. */
export function recordsEnd({ asOf, lastAt }: Pick<Recorded, 'asOf' | 'lastAt'>): string | null {
  if (lastAt === null) return null;
  return Date.parse(asOf) - Date.parse(lastAt) > LONGEST_SILENCE_MILLISECONDS ? lastAt : null;
}

/**
 * The period to open on when an address names none and the last whole month has no data: the last month that has. Null
 * when the last whole month is shown.
 */
export function openingPeriod(
  { period }: Pick<FigureSearch, 'period'>,
  head: Recorded,
  format: Pick<Format, 'isoDate'>,
): string | null {
  const { firstAt, lastAt, asOf } = head;
  if (period !== undefined || firstAt === null || blankOf(head) === null) return null;
  const isLater = lastAt !== null && Date.parse(lastAt) > Date.parse(asOf);
  return lastMonthRecorded({ firstAt, lastAt: isLater ? asOf : lastAt }, format).token;
}

/** How many of the figures that have come are held to a promise in the period. */
export function promisesOf({ tiles }: Pick<Cockpit, 'tiles'>): number {
  const verdicts = Object.values(tiles).map(({ target }) => target?.verdict ?? null);
  return verdicts.filter((verdict) => verdict === 'kept' || verdict === 'missed' || verdict === 'open').length;
}

/** How many of the figures that have come have a usual range in the period, and how many have come. */
export function rangesOf({ head, tiles }: Pick<Cockpit, 'head' | 'tiles'>): {
  readonly ranged: number;
  readonly all: number;
} {
  const come = Object.values(tiles);
  const ranged = head.isWhole && !head.isRunning ? come.filter(({ chart }) => (chart?.center ?? null) !== null) : [];
  return { ranged: ranged.length, all: come.length };
}
