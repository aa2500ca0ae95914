import { observable } from './observable.ts';

/** Which of the shell's layers is open above the page; one at a time. */
export const openLayer = observable<'palette' | 'shortcuts' | 'drawer' | 'save-view' | null>(null);

export function openPalette(): void {
  openLayer.set('palette');
}

export function closeLayer(): void {
  openLayer.set(null);
}
