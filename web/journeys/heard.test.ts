import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openDemoDesk } from '#tests/browser/open-desk.ts';

/*
 * What a screen reader hears of the main pages: roles, names and order, as files in heard/ that people can read. The
 * example company and all instants stand still, so that they change with the pages alone. A change that is meant is kept
 * by deleting the file and running this test: it is written anew, and is read before it is kept.
 */

/** In no year of this machine: days of the year that is are told without it. */
const TODAY = '2024-07-10';
const KNOWN = 'asOf=2024-07-08';
const MONTH = `period=2024-06&${KNOWN}`;

/** Each with what shows that the page is whole, and which part of it is told. */
const pages = {
  frame: { path: `/desk/cockpit?${MONTH}`, part: '.rail', whole: '.rail-count' },
  cockpit: { path: `/desk/cockpit?${MONTH}`, part: 'main', whole: '.findings-list' },
  figure: { path: `/desk/cockpit/resolution_sla_pct?${MONTH}`, part: 'main', whole: '.figure-then-says' },
  list: {
    path: `/desk/q/resolution_sla_pct?${MONTH}&where=service%3Dprint&success=false`,
    part: 'main',
    whole: '.list-foot [role=status]:not(:empty)',
  },
  ticket: { path: '/desk/t/4422?why=resolution', part: 'main', whole: '.why' },
  import: { path: '/desk/admin/import', part: 'main', whole: '.file-drop' },
} as const;

test('what a screen reader hears', async (t) => {
  const desk = await openDemoDesk(t, TODAY);
  const { page, open, close } = await desk.person({ language: 'de' });
  await page.clock.setFixedTime(`${TODAY}T10:00:00+02:00`);
  for (const [name, { path, part, whole }] of Object.entries(pages)) {
    await t.test(`of ${name}`, async () => {
      await open(path);
      await page.locator(whole).first().waitFor();
      // Nobody hears the address of a link.
      const heard = `${(await page.locator(part).ariaSnapshot()).replace(/^ *- \/url: .*\n/gm, '')}\n`;
      const file = join(import.meta.dirname, 'heard', `${name}.txt`);
      if (!existsSync(file)) {
        writeFileSync(file, heard);
        assert.fail(`${file} is written anew: read it, and run the test again`);
      }
      assert.equal(heard, readFileSync(file, 'utf8'));
    });
  }
  await close();
});
