import { useSyncExternalStore } from 'react';
import { queries } from './queries.ts';

/** What follows the server slowly or not at all: its age says nothing about the data on the page. */
const timeless = new Set(['session', 'views', 'figures', 'names']);
const cache = queries.getQueryCache();

/** When the oldest data on this page was read, in milliseconds; null while there are none. */
export function useDataAge(): number | null {
  return useSyncExternalStore(subscribe, oldestShown);
}

/** How much stands out in the cockpit that was read last; null before one was read. */
export function useFindingCount(): number | null {
  return useSyncExternalStore(subscribe, countFindings);
}

function subscribe(onChange: () => void): () => void {
  return cache.subscribe(onChange);
}

function oldestShown(): number | null {
  const shown = cache
    .getAll()
    .filter((query) => query.isActive() && query.state.dataUpdatedAt > 0 && !timeless.has(String(query.queryKey[0])));
  return shown.length === 0 ? null : Math.min(...shown.map((query) => query.state.dataUpdatedAt));
}

function countFindings(): number | null {
  const read = cache.findAll({ queryKey: ['cockpit'] }).sort((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt);
  const latest = read[0]?.state.data as
    | { readonly findings?: { readonly findings: readonly unknown[] } | null }
    | undefined;
  return latest?.findings?.findings.length ?? null;
}
