/*
 * Somebody who comes to another page hears and sees where they are: the focus goes to the page's headline, also when
 * that appears only after its answer has come.
 */

let isAwaited = false;

/** To be told when the address has changed to another page. */
export function arrive(): void {
  const main = document.getElementById('content');
  const { activeElement } = document;
  // A page that has already put the focus where it belongs, such as on the row one came from, knows better.
  if (main !== null && activeElement !== null && activeElement !== main && main.contains(activeElement)) return;
  const heading = main?.querySelector('h1');
  isAwaited = heading === null || heading === undefined;
  heading?.focus({ preventScroll: true });
}

/** A headline that appears takes the focus if it is awaited. */
export function greet(heading: HTMLElement): void {
  if (!isAwaited) return;
  isAwaited = false;
  heading.focus({ preventScroll: true });
}

/** A headline that goes while it has the focus leaves it to the next one. */
export function leave(heading: HTMLElement): void {
  if (document.activeElement === heading) isAwaited = true;
}
