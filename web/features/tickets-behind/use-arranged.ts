import { useDeferredValue, useMemo } from 'react';
import { useWords } from '#web/shell/words.tsx';
import { foundRows, readSorting, sortedRows } from './arrange-rows.ts';
import type { ListSearch } from './list-search.ts';
import { promiseScale } from './promise-scale.ts';
import { columnsOf, type FigureTold, firstSorting, isOneClock } from './shown-columns.ts';
import type { FactRows } from './use-fact-rows.ts';

/** Pixels of the promise line, between the labels of its axis, and of the word for the promise. */
const LINE_WIDTH = 136;
const LINE_GAP = 34;
const PROMISE_LABEL = 44;

/** Columns, order and finds of a list; what is typed is looked for while the field stays quick. */
export function useArranged(
  figure: FigureTold,
  search: ListSearch,
  { facts, find }: { readonly facts: FactRows; readonly find: string },
) {
  const { language } = useWords();
  const { rows } = facts;
  const own = facts.own.join(' ');
  const isSameClock = useMemo(() => isOneClock(rows), [rows]);
  const filters = (search.where ?? []).map((filter) => filter.slice(0, filter.indexOf('='))).join(' ');
  const columns = useMemo(() => {
    const names = own === '' ? [] : own.split(' ');
    return columnsOf(figure, search.tab ?? 'counted', {
      own: names,
      filtered: filters.split(' '),
      isOneClock: isSameClock,
      success: search.success,
    });
  }, [figure, search.tab, search.success, own, filters, isSameClock]);
  const sort = search.sort ?? firstSorting(columns);
  const sorting = useMemo(() => readSorting(sort), [sort]);
  const sorted = useMemo(() => sortedRows(rows, sorting, { language }), [rows, sorting, language]);
  const wanted = useDeferredValue(find);
  const shown = useMemo(() => foundRows(sorted, wanted), [sorted, wanted]);
  const scale = useMemo(() => {
    const late = rows.flatMap(({ fact: { lateSeconds } }) => lateSeconds ?? []);
    return promiseScale(late, LINE_WIDTH, { gap: LINE_GAP, promise: PROMISE_LABEL });
  }, [rows]);
  return { columns, sorting, shown, scale };
}
