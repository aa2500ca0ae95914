import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hiddenStops } from '#tests/browser/focus-seen.ts';
import { openDemoDesk, type Person } from '#tests/browser/open-desk.ts';

/*
 * Whoever goes through a page by the keyboard sees where they are: no stop lies behind the bars that stay in their place
 * while the page scrolls.
 */

const people: Readonly<Record<string, Person>> = {
  'at the desk': {},
  'at twice the size': { zoom: 2 },
  'on a phone': { screen: 'phone' },
};

const pages = [
  '/desk/cockpit',
  '/desk/cockpit/resolution_sla_pct?split=service',
  '/desk/q/resolution_sla_pct',
  '/desk/t/4422',
];

test('the focus is never hidden', async (t) => {
  const desk = await openDemoDesk(t);
  for (const [where, person] of Object.entries(people)) {
    const { page, open, close } = await desk.person(person);
    for (const path of pages) {
      await t.test(`${path}: ${where}`, async () => {
        await open(path);
        assert.deepEqual(await hiddenStops(page, { stops: 60 }), []);
      });
    }
    await close();
  }
});
