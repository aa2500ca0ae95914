import { firstDateOf, GRANULARITIES, type Granularity, shiftPeriods } from '#core/periods/granularity.ts';
import { type DatePeriod, parsePeriodToken, periodTokenOf } from '#core/periods/period-token.ts';
import { addDays, formatLocalDate, type LocalDate, parseLocalDate } from '#core/time/local-date.ts';
import type { RawSearch } from './address-search.ts';

/*
 * What of a question stands in the address and follows a person from page to page: period, comparison, filters, split,
 * as-of. The same on the cockpit, on a figure and on the tickets behind it.
 */

export const COMPARED = ['previous', 'same_last_year', 'ytd', 'none'] as const;
export type Compared = (typeof COMPARED)[number];

export interface FigureSearch {
  /** A word such as `2026-06` (core/periods/period-token.ts); left out: the last whole month. */
  readonly period?: string;
  /** Left out: `previous`. */
  readonly compare?: Compared;
  /** `team=Mail`; `team=(none)`. Sorted, each dimension once. */
  readonly where?: readonly string[];
  readonly split?: string;
  /** A local date: as known at the end of that day. */
  readonly asOf?: string;
}

/** Reads what is known of an address; what is not is left out, so that an old link still opens. */
export function readFigureSearch(raw: RawSearch): FigureSearch {
  const text = (name: string): string | undefined => (typeof raw[name] === 'string' ? raw[name] : undefined);
  const period = text('period');
  const compare = COMPARED.find((one) => one === text('compare'));
  const where = [raw.where ?? []].flat().filter((one) => /^\w+=.+$/s.test(one));
  const once = [...new Map(where.map((one) => [one.slice(0, one.indexOf('=')), one])).values()].sort();
  const asOf = text('asOf');
  const split = text('split');
  return {
    ...(period !== undefined && parsePeriodToken(period) !== null ? { period } : {}),
    ...(compare === undefined ? {} : { compare }),
    ...(once.length > 0 ? { where: once } : {}),
    ...(split !== undefined && /^\w+$/.test(split) ? { split } : {}),
    ...(asOf !== undefined && isDateText(asOf) ? { asOf } : {}),
  };
}

/** The period that is asked; `today` is the local date in the reporting zone. */
export function periodOf(search: Pick<FigureSearch, 'period'>, today: LocalDate): DatePeriod {
  const asked = search.period === undefined ? null : parsePeriodToken(search.period);
  return asked ?? parsePeriodToken(defaultPeriod(today))!;
}

/** The last whole month. */
export function defaultPeriod(today: LocalDate): string {
  return periodTokenOf('month', shiftPeriods('month', firstDateOf('month', today), -1));
}

/** The parameters of the API for this search; `by` is left out for a stretch of days that is no calendar period. */
export function figureQueryOf(search: FigureSearch, today: LocalDate) {
  const { from, to, granularity } = periodOf(search, today);
  const compare = search.compare ?? 'previous';
  return {
    from: formatLocalDate(from),
    to: formatLocalDate(to),
    by: granularity ?? undefined,
    compare: compare === 'none' || granularity === null ? undefined : compare,
    where: search.where,
    split: search.split,
    // Known at the end of that day is known before the next one begins.
    asOf: search.asOf === undefined ? undefined : formatLocalDate(addDays(parseLocalDate(search.asOf), 1)),
  };
}

export function isGranularity(text: string): text is Granularity {
  return (GRANULARITIES as readonly string[]).includes(text);
}

function isDateText(text: string): boolean {
  try {
    parseLocalDate(text);
    return true;
  } catch {
    return false;
  }
}
