import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { openPalette, showLayer } from './layers.ts';
import { useMay } from './session.ts';
import { listenToShortcuts, type Shortcut, useShortcuts } from './shortcuts.ts';

/** The keys that work on every page (ux.md 7.4, as far as there is what they lead to), and the listener for all. */
export function useShellShortcuts(): void {
  const router = useRouter();
  const mayImport = useMay('imports.run');
  const go = (path: string) => () => router.history.push(`/desk${path}`);
  const imports: Shortcut[] = mayImport
    ? [{ id: 'go.import', keys: 'g i', label: 'desk.keys.import', group: 'go', run: go('/admin/import') }]
    : [];
  useShortcuts([
    { id: 'desk.palette', keys: 'mod+k', label: 'desk.keys.palette', group: 'desk', run: openPalette },
    { id: 'desk.search', keys: '/', label: 'desk.keys.search', group: 'desk', run: search },
    { id: 'desk.sheet', keys: '?', label: 'desk.keys.sheet', group: 'desk', run: () => showLayer('shortcuts') },
    { id: 'go.cockpit', keys: 'g k', label: 'desk.keys.cockpit', group: 'go', run: go('/cockpit') },
    ...imports,
  ]);
  useEffect(listenToShortcuts, []);
}

/** The search field of the page, where it has one; else the one that finds everything. */
function search(): void {
  const field = document.querySelector<HTMLInputElement>('main input[type="search"]');
  if (field === null) openPalette();
  else field.focus();
}
