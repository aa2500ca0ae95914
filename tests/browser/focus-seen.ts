import type { Page } from 'playwright-core';

/**
 * Goes through a page by the tab key, there and back, and tells every stop that cannot be seen: out of the window, or
 * wholly behind something that stays in its place (WCAG 2.2, 2.4.11).
 */
export async function hiddenStops(page: Page, { stops }: { readonly stops: number }): Promise<readonly string[]> {
  const hidden: string[] = [];
  for (const key of ['Tab', 'Shift+Tab']) {
    for (let stop = 0; stop < stops; stop += 1) {
      await page.keyboard.press(key);
      const found = (await page.evaluate(whatHides)) as string | null;
      if (found !== null) hidden.push(`${key}: ${found}`);
    }
  }
  return [...new Set(hidden)];
}

/** Runs in the browser: the focused element when nothing of it is to be seen; null when some of it is. */
const whatHides = `(() => {
  const focused = document.activeElement;
  if (focused === null || focused === document.body) return null;
  // A choice is drawn by its label; what has the focus lies under it.
  const shown = focused.closest('label') ?? focused;
  const { left, top, width, height } = shown.getBoundingClientRect();
  if (width <= 1 || height <= 1) return null;
  for (const x of [0.5, 0.05, 0.95]) for (const y of [0.5, 0.1, 0.9]) {
    const at = document.elementFromPoint(left + width * x, top + height * y);
    if (at !== null && (shown.contains(at) || at.contains(shown))) return null;
  }
  return shown.outerHTML.slice(0, 160);
})()`;
