import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DeskPage, openDemoDesk } from '#tests/browser/open-desk.ts';
import { oddImports, oddStates } from '#tests/reach/odd-states.ts';
import { openAndClose } from '#tests/reach/open-layer.ts';
import { importStates, openStates } from '#tests/reach/open-states.ts';
import { prepareImports } from '#tests/reach/prepared-imports.ts';
import { seenBy } from '#tests/reach/seen.ts';
import { wrongIn } from '#tests/reach/whole-page.ts';

/*
 * Nobody is shut out of what opens above a page, nor of a page on which something went wrong: nothing that axe finds
 * against WCAG 2.2 A and AA, nothing that sticks out sideways; the focus goes into what opens, and back when Escape
 * closes it.
 */

const people = {
  'German, light': { language: 'de', theme: 'light', screen: 'desk' },
  'English, dark, on a phone': { language: 'en', theme: 'dark', screen: 'phone' },
} as const;

test('everything that opens and everything that fails is in reach of everyone', async (t) => {
  const desk = await openDemoDesk(t);
  const imports = await prepareImports(desk.address);
  const view = { name: 'The bad month', address: '/desk/cockpit?period=2026-06' };
  await fetch(`${desk.address}/api/v1/views`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(view),
  });
  for (const [who, person] of Object.entries(people)) {
    const own = await desk.person(person);
    const { page, close } = own;
    const seen = seenBy(page, person);
    const isThere = ({ on }: { readonly on?: 'desk' | 'phone' }): boolean => on === undefined || on === person.screen;
    let at = '';
    for (const state of [...openStates, ...importStates(imports.tried)].filter(isThere)) {
      await t.test(`${state.path}: ${state.name}: ${who}`, async () => {
        const isOpen = at === state.path;
        // After a failure nobody knows what is still open.
        at = '';
        if (!isOpen) await openUnfolded(own, state.path);
        assert.deepEqual(await openAndClose(seen, state), []);
        at = state.path;
      });
    }
    for (const state of [...oddStates, ...oddImports(imports)].filter(isThere)) {
      await t.test(`${state.path}: ${state.name}: ${who}`, async () => {
        await page.context().setOffline(false);
        await page.unrouteAll();
        await state.before?.(seen);
        await openUnfolded(own, state.path);
        assert.deepEqual(await wrongIn(seen, state), []);
      });
    }
    await close();
  }
});

/** With everything to be seen that lies folded on the page. */
async function openUnfolded({ page, open }: DeskPage, path: string): Promise<void> {
  await open(path);
  await page.evaluate(() => {
    for (const folded of document.querySelectorAll('details')) folded.open = true;
  });
}
