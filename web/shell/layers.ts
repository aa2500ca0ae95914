import { observable } from './observable.ts';

type Layer = 'palette' | 'shortcuts' | 'drawer' | 'save-view';

/** Which of the shell's layers is open above the page; one at a time. */
export const openLayer = observable<Layer | null>(null);

/** What had the focus before the first of the layers that took each other's place. */
let opener: Element | null = null;

export function showLayer(layer: Layer): void {
  if (openLayer.get() === null) opener = document.activeElement;
  openLayer.set(layer);
}

export function openPalette(): void {
  showLayer('palette');
}

/** The focus goes back by itself, but not from a layer whose own opener went with the layer before. */
export function closeLayer(): void {
  openLayer.set(null);
  whenLayersAreGone(() => {
    if (document.activeElement === document.body && opener instanceof HTMLElement) opener.focus();
  });
}

/** Calls once a layer that is just being closed has given the focus back. */
export function whenLayersAreGone(then: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(then));
}
