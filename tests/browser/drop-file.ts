import type { Page } from 'playwright-core';

/**
 * Lets a file of this machine fall onto an element, as a hand would with the mouse: through the browser itself, for
 * events made by a script carry no file that a page could ask about.
 */
export function dropFile(page: Page, selector: string, path: string): Promise<void> {
  return dropFiles(page, selector, [path]);
}

/** Several at once. */
export async function dropFiles(page: Page, selector: string, paths: readonly string[]): Promise<void> {
  const box = await page.locator(selector).boundingBox();
  if (box === null) throw new Error(`${selector} is not on the page`);
  const place = { x: box.x + box.width / 2, y: box.y + box.height / 4 };
  const browser = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await browser.send('Input.dispatchDragEvent', { type, ...place, data });
  }
  await browser.detach();
}
