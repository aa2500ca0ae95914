import type { Granularity } from '#core/periods/granularity.ts';
import { periodTokenOf } from '#core/periods/period-token.ts';
import { parseLocalDate } from '#core/time/local-date.ts';
import type { ListSearch } from '#web/features/tickets-behind/list-search.ts';
import { writeSearch } from '#web/shell/address-search.ts';
import { type FigureSearch, withFilter } from '#web/shell/figure-search.ts';
import type { Format } from '#web/shell/format.ts';
import type { Figure } from './figure-things.ts';

/** The address of the facts behind a number; the split is none of a list. */
export function listAddress(figure: Pick<Figure, 'id'>, { split: _, ...search }: ListSearch): string {
  return `/desk/q/${figure.id}${writeSearch({ ...search })}`;
}

/** The address of a figure's page. */
export function figureAddress(id: string, search: FigureSearch): string {
  return `/desk/cockpit/${id}${writeSearch({ ...search })}`;
}

/** The search of one period of a chart. */
export function atPeriod(
  search: FigureSearch,
  { from }: { readonly from: string },
  { by, format }: { readonly by: Granularity; readonly format: Format },
): FigureSearch {
  return { ...search, period: periodTokenOf(by, parseLocalDate(format.isoDate(from))) };
}

/** The search of one value of a split. */
export function atValue<Search extends FigureSearch>(
  search: Search,
  { dimension, value }: { readonly dimension: string; readonly value: string },
): Search {
  return { ...search, where: withFilter(search.where, { dimension, value }) };
}
