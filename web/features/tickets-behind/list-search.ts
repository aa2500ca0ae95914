import type { LocalDate } from '#core/time/local-date.ts';
import type { RawSearch } from '#web/shell/address-search.ts';
import type { Asked } from '#web/shell/api.ts';
import { type FigureSearch, figureQueryOf, readFigureSearch, type SearchChange } from '#web/shell/figure-search.ts';

/*
 * The address of a list: the question of the figure, which of its facts, and how they are looked at. A cell of a table
 * is such an address: `?period=2026-06&where=service%3Dmail&success=false`.
 */

/** The tabs in their order; counted, left out and undecided are all there is, immature ones are among the counted. */
const LIST_TABS = ['counted', 'left_out', 'undecided', 'immature'] as const;
export type ListTab = (typeof LIST_TABS)[number];

export interface ListSearch extends FigureSearch {
  /** Left out: `counted`. */
  readonly tab?: ListTab;
  /** With `tab=left_out`: those left out for this reason alone. */
  readonly reason?: string;
  /** With the counted facts of a share: those with success, or those without. */
  readonly success?: 'true' | 'false';
  /** The facts of this number beside the figure instead of its own. */
  readonly beside?: string;
  /** With the counted facts of a duration: those from so long to below so long, `60..120` in its unit; `2400..`: no end. */
  readonly lasting?: string;
  /** A column, with a minus before it when the largest comes first; left out: the order of the figure's list. */
  readonly sort?: string;
  /** Words that all must stand in a row. */
  readonly find?: string;
}

/** Reads what is known of an address; what does not go with its tab is left out, so that an old link still opens. */
export function readListSearch(raw: RawSearch): ListSearch {
  const text = (name: string): string | undefined => (typeof raw[name] === 'string' ? raw[name] : undefined);
  const word = (name: string): string | undefined => (/^\w{1,60}$/.test(text(name) ?? '') ? text(name) : undefined);
  const beside = word('beside');
  const tab = beside === undefined ? LIST_TABS.find((one) => one === text('tab')) : undefined;
  const isCounted = tab === undefined || tab === 'counted';
  const reason = tab === 'left_out' ? word('reason') : undefined;
  const success = (['true', 'false'] as const).find((one) => one === text('success'));
  const lasting = /^\d{1,9}(\.\d{1,6})?\.\.(\d{1,9}(\.\d{1,6})?)?$/.test(text('lasting') ?? '')
    ? text('lasting')
    : undefined;
  const sort = /^-?\w{1,60}$/.test(text('sort') ?? '') ? text('sort') : undefined;
  const find = text('find')?.slice(0, 200);
  return {
    ...readFigureSearch(raw),
    ...(tab === undefined ? {} : { tab }),
    ...(reason === undefined ? {} : { reason }),
    ...(success === undefined || !isCounted || beside !== undefined ? {} : { success }),
    ...(lasting === undefined || !isCounted || beside !== undefined ? {} : { lasting }),
    ...(beside === undefined ? {} : { beside }),
    ...(sort === undefined ? {} : { sort }),
    ...(find === undefined || find === '' ? {} : { find }),
  };
}

/** The parameters of the API for the question alone: what the figure itself was asked, undivided. */
export function questionOf(search: ListSearch, today: LocalDate) {
  const { from, to, where, asOf } = figureQueryOf(search, today);
  return { from, to, where, asOf };
}

/** The parameters of the API for the facts of this list. */
export function factsQueryOf(search: ListSearch, today: LocalDate): NonNullable<Asked<'listFacts'>['query']> {
  const { tab, reason, success, beside, lasting } = search;
  return {
    ...questionOf(search, today),
    tab: beside === undefined ? (tab ?? 'counted') : undefined,
    reason,
    success,
    beside,
    lasting,
  };
}

/** The same question looked at another way; what belonged to the tab that is left goes with it. */
export function withTab(search: ListSearch, tab: ListTab): ListSearch {
  const { reason: _, success: __, beside: ___, sort: ____, tab: _____, lasting: ______, ...rest } = search;
  return tab === 'counted' ? rest : { ...rest, tab };
}

/** Changes of an address as a page asks for them. */
export type ListChange = SearchChange<ListSearch>;
