import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { askApi } from '#web/shell/api.ts';
import { useToday } from '#web/shell/today.ts';
import { useWords } from '#web/shell/words.tsx';
import { FIRST_PAGE, isCutOff, pageAfter } from './list-pages.ts';
import { type FactsAnswer, type FactTabs, type ListRow, rowsOfPage } from './list-rows.ts';
import { factsQueryOf, type ListSearch, questionOf } from './list-search.ts';
import { foundBy } from './value-words.ts';

export interface FactRows {
  readonly rows: readonly ListRow[];
  /** Null until the first page of this question has come; those of the tab before stay while another tab loads. */
  readonly tabs: FactTabs | null;
  readonly names: FactsAnswer['names'];
  /** Own columns of the facts; empty while no row has come. */
  readonly own: readonly string[];
  readonly asOf: string | null;
  readonly isLoading: boolean;
  /** Whether all rows are here that there are. */
  readonly isComplete: boolean;
  /** Whether there are more than a list holds. */
  readonly isTooMany: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
}

const NO_NAMES: FactsAnswer['names'] = { service: {}, team: {}, customer: {} };

/** The facts of a list, page after page until all are here or there are too many. */
export function useFactRows(figure: string, search: ListSearch): FactRows {
  const today = useToday();
  const words = useWords();
  const query = factsQueryOf(search, today);
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['facts', figure, query],
    initialPageParam: FIRST_PAGE,
    queryFn: ({ pageParam, signal }) =>
      askApi('listFacts', { params: { id: figure }, query: { ...query, ...pageParam }, signal }),
    getNextPageParam: (_, all) => pageAfter(all),
  });
  const pages = data?.pages;
  const rows = useMemo(() => {
    const made: ListRow[] = [];
    for (const page of pages ?? []) {
      made.push(...rowsOfPage(page, made.length, { wordsOf: (fact) => foundBy(fact, words) }));
    }
    return made;
  }, [pages, words]);
  const isTooMany = pages !== undefined && isCutOff(pages);
  const isNextWanted = hasNextPage && !isFetchingNextPage && error === null;
  useEffect(() => {
    if (isNextWanted) void fetchNextPage();
  }, [isNextWanted, fetchNextPage]);
  const [first] = pages ?? [];
  const fact = rows[0]?.fact;
  return {
    rows,
    tabs: useLastTabs(`${figure} ${JSON.stringify(questionOf(search, today))}`, first?.tabs ?? null),
    names: first?.names ?? NO_NAMES,
    own: fact ? Object.keys(fact.columns) : [],
    asOf: first?.asOf ?? null,
    isLoading: pages === undefined && error === null,
    isComplete: pages !== undefined && !hasNextPage && !isTooMany,
    isTooMany,
    error,
    retry: () => void (pages === undefined ? refetch() : fetchNextPage()),
  };
}

/** The tabs of a question; they are the same whichever tab is loading. */
function useLastTabs(question: string, tabs: FactTabs | null): FactTabs | null {
  const [kept, keep] = useState<{ readonly question: string; readonly tabs: FactTabs } | null>(null);
  if (tabs !== null && (kept?.question !== question || kept.tabs !== tabs)) keep({ question, tabs });
  return tabs ?? (kept?.question === question ? kept.tabs : null);
}
