import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds against WCAG 2.2 A and AA, in all of a page or in an element of it. */
export async function violations(page: Page, within: 'html' | 'main' = 'html'): Promise<readonly string[]> {
  // The policy of the page lets no script in by a tag, so it is evaluated.
  await page.evaluate(`${axe};0`);
  const found = (await page.evaluate(
    `axe.run(document.querySelector('${within}'), { runOnly: ${JSON.stringify(RULES)}, rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] })`,
  )) as Found;
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

interface Found {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}
