import { useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { changedSearch } from '#web/shell/figure-search.ts';
import type { ListChange, ListSearch } from './list-search.ts';

/** Until what is typed stands in the address. */
const ADDRESS_DELAY_MS = 400;

export interface ListAddress {
  readonly to: (search: ListSearch) => void;
  readonly change: (change: ListChange) => void;
}

/** Ways to another look at the same figure. Each replaces the address: back leads out of the list. */
export function useListAddress(search: ListSearch): ListAddress {
  const navigate = useNavigate({ from: '/q/$figure' });
  const to = useCallback((next: ListSearch) => void navigate({ search: next, replace: true }), [navigate]);
  return { to, change: (change) => to(changedSearch(search, change)) };
}

/** What is typed, at once; the address follows when the typing rests. */
export function useFind(search: ListSearch, { change }: ListAddress): readonly [string, (find: string) => void] {
  const [find, setFind] = useState(search.find ?? '');
  const typed = find.trim() === '' ? undefined : find;
  const isTold = typed === search.find;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another way to say the address is no reason to say it again
  useEffect(() => {
    if (isTold) return;
    const timer = setTimeout(() => change({ find: typed }), ADDRESS_DELAY_MS);
    return () => clearTimeout(timer);
  }, [typed, isTold]);
  return [find, setFind];
}
