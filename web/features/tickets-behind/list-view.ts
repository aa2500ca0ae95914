import { useSyncExternalStore } from 'react';

/** How a person wants lists: as a grid, or as a plain table that a screen reader walks through by itself. */
export type ListView = 'grid' | 'table';

const KEY = 'kundig.list.view';
const listeners = new Set<() => void>();

export function useListView(): readonly [ListView, (view: ListView) => void] {
  const view = useSyncExternalStore((onChange) => {
    listeners.add(onChange);
    return () => listeners.delete(onChange);
  }, read);
  return [view, choose];
}

function choose(view: ListView): void {
  try {
    localStorage.setItem(KEY, view);
  } catch {
    // A browser that keeps nothing keeps the grid.
  }
  for (const listener of listeners) listener();
}

function read(): ListView {
  try {
    return localStorage.getItem(KEY) === 'table' ? 'table' : 'grid';
  } catch {
    return 'grid';
  }
}
