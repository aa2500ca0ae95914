import { firstDateOf, shiftPeriods } from '#core/periods/granularity.ts';
import { type DatePeriod, parsePeriodToken, periodTokenOf } from '#core/periods/period-token.ts';
import { addDays, formatLocalDate, type LocalDate, parseLocalDate } from '#core/time/local-date.ts';
import type { RawSearch } from './address-search.ts';

/*
 * What of a question stands in the address and follows a person from page to page: period, comparison, filters, split,
 * as-of. The same on the cockpit, on a figure and on the tickets behind it.
 */

/** Of `2026-06-05..2026-06-12`. */
const LONGEST_PERIOD = 22;

const COMPARED = ['previous', 'same_last_year', 'ytd', 'none'] as const;
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
    // A word that means nothing stays, so that the page can say so.
    ...(period !== undefined && period !== '' ? { period: period.slice(0, LONGEST_PERIOD) } : {}),
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

/** The word of the address that is no period, such as `2026-13`; null where none is, and another is shown. */
export function unknownPeriodOf({ period }: Pick<FigureSearch, 'period'>): string | null {
  return period === undefined || parsePeriodToken(period) !== null ? null : period;
}

/** The last whole month. */
function defaultPeriod(today: LocalDate): string {
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

/** A filter of the address in its two parts: `team=Mail`. */
export function filterParts(filter: string): { readonly dimension: string; readonly value: string } {
  const at = filter.indexOf('=');
  return { dimension: filter.slice(0, at), value: filter.slice(at + 1) };
}

/** The filters of an address with that of a dimension set to a value, or taken away by null. Sorted, each once. */
export function withFilter(
  where: readonly string[] | undefined,
  { dimension, value }: { readonly dimension: string; readonly value: string | null },
): string[] {
  const others = (where ?? []).filter((filter) => filterParts(filter).dimension !== dimension);
  return (value === null ? others : [...others, `${dimension}=${value}`]).sort();
}

/** Changes of what stands in an address; undefined takes something out of it. */
export type SearchChange<Search = FigureSearch> = { readonly [Name in keyof Search]?: Search[Name] | undefined };

/** A search with some of it changed. */
export function changedSearch<Search extends FigureSearch>(search: Search, changes: SearchChange<Search>): Search {
  const kept = Object.entries<unknown>({ ...search, ...changes }).filter(
    ([, value]) => value !== undefined && (!Array.isArray(value) || value.length > 0),
  );
  return Object.fromEntries(kept) as unknown as Search;
}

/** What of a list's address is the question of its figure. */
export function figureSearchOf(search: FigureSearch): FigureSearch {
  return readFigureSearch({ ...search } as RawSearch);
}

/** The search for where nothing is split, or split by something of its own. */
export function withoutSplit<Search extends FigureSearch>({ split: _, ...search }: Search): Omit<Search, 'split'> {
  return search;
}

/** What a period can be compared with. */
export function comparisonsOf(search: Pick<FigureSearch, 'period'>, today: LocalDate): readonly Compared[] {
  const isYear = periodOf(search, today).granularity === 'year';
  return ['previous', 'same_last_year', ...(isYear ? (['ytd'] as const) : []), 'none'];
}

function isDateText(text: string): boolean {
  try {
    parseLocalDate(text);
    return true;
  } catch {
    return false;
  }
}
