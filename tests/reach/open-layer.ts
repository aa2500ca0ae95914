import type { Locator, Page } from 'playwright-core';
import { violations } from '#tests/browser/accessibility.ts';
import type { OpenState } from './open-states.ts';
import type { Seen } from './seen.ts';

const LAYERS = '.layer, .dialog, .palette, .drawer';
const PATIENCE_MILLISECONDS = 3_000;

/**
 * Opens by keys what a state says, and closes it by Escape. Tells what is wrong: a rule of WCAG that is broken while it
 * is open, a focus that is not in it or does not come back, what sticks out sideways, what stays.
 */
export async function openAndClose(
  seen: Seen,
  { openers, key = 'Enter', inIt }: OpenState,
): Promise<readonly string[]> {
  const { page } = seen;
  for (const opener of openers(seen)) await open(page, opener, key);
  await inIt?.(seen);
  const wrong = [...(await violations(page))];
  const layer = page.locator(LAYERS).last();
  if (!(await hasFocus(layer))) wrong.push(`the focus is not in it, but on ${await focused(page)}`);
  if (await page.evaluate(sticksOut)) wrong.push('it sticks out sideways');
  for (let left = await page.locator(LAYERS).count(); left > 0; left = await page.locator(LAYERS).count()) {
    await page.keyboard.press('Escape');
    if (!(await isGone(page, left))) return [...wrong, 'Escape does not close it'];
    if (left > 1 && !(await hasFocus(layer))) wrong.push('the focus does not come back into the layer below');
  }
  if (!(await hasFocus(openers(seen)[0]!)))
    wrong.push(`the focus does not come back, but goes to ${await focused(page)}`);
  return wrong;
}

/** Waits for a layer that was not there before. */
async function open(page: Page, opener: Locator, key: string): Promise<void> {
  await opener.press(key);
  await page.locator(`:is(${LAYERS}):not([data-old])`).last().waitFor();
  await page.evaluate(`document.querySelectorAll('${LAYERS}').forEach((layer) => layer.setAttribute('data-old', ''))`);
}

/** Whether the focus is in an element within a moment: it follows what is seen a frame later. */
function hasFocus(element: Locator): Promise<boolean> {
  const focused = element.and(element.page().locator(':focus-within'));
  return happens(focused.waitFor({ state: 'attached', timeout: PATIENCE_MILLISECONDS }));
}

/** Whether fewer layers than these are left within a moment. */
function isGone(page: Page, left: number): Promise<boolean> {
  const last = page.locator(LAYERS).nth(left - 1);
  return happens(last.waitFor({ state: 'detached', timeout: PATIENCE_MILLISECONDS }));
}

function happens(awaited: Promise<unknown>): Promise<boolean> {
  return awaited.then(
    () => true,
    () => false,
  );
}

function focused(page: Page): Promise<string> {
  return page.evaluate<string>(`document.activeElement?.outerHTML.slice(0, 120) ?? 'nothing'`);
}

/** Runs in the browser: whether the page, or what is open above it, is wider than it should be. */
const sticksOut = `[document.documentElement, ...document.querySelectorAll('${LAYERS}')].some((one) => {
  const { left, right } = one.getBoundingClientRect();
  return one.scrollWidth > one.clientWidth + 1 || left < -1 || right > innerWidth + 1;
})`;
