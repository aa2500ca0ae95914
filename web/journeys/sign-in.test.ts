import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openLockedDesk } from '#tests/browser/open-desk.ts';
import { seenBy } from '#tests/reach/seen.ts';
import { wrongIn } from '#tests/reach/whole-page.ts';

/*
 * Somebody with a token comes in, may not do everything, and stays on the page when the session ends.
 */

const people = {
  'German, light': { language: 'de', theme: 'light', screen: 'desk' },
  'English, dark, on a phone': { language: 'en', theme: 'dark', screen: 'phone' },
} as const;

test('a reader signs in', async (t) => {
  const desk = await openLockedDesk(t);
  const token = await desk.token('reader');
  for (const [who, person] of Object.entries(people)) {
    const { page, open, close } = await desk.person(person);
    const seen = seenBy(page, person);
    const field = page.locator('input[type=password]');

    await t.test(`an unknown token is refused at its field: ${who}`, async () => {
      await open('/desk/admin/import');
      await field.fill('kundig_unknown');
      await field.press('Enter');
      assert.deepEqual(await wrongIn(seen, { shows: '.field-error' }), []);
      assert.equal(await field.inputValue(), 'kundig_unknown');
    });

    await t.test(`with a good one the page that was asked for says what is not allowed: ${who}`, async () => {
      await field.fill(token);
      await field.press('Enter');
      assert.deepEqual(await wrongIn(seen, { shows: '.import-page .state' }), []);
      assert.equal(await page.locator('.file-drop').count(), 0);
    });

    await t.test(`when the session has ended a token is asked for, and the page stays under it: ${who}`, async () => {
      await page.context().clearCookies();
      for (const key of ['g', 'k']) await page.keyboard.press(key);
      await page.locator('.dialog').waitFor();
      assert.deepEqual(await wrongIn(seen, { shows: '.dialog input[type=password]' }), []);
      assert.ok(await field.evaluate((one) => one === document.activeElement));
      await page.keyboard.press('Escape');
      await field.fill(token);
      await field.press('Enter');
      await page.locator('.dialog').waitFor({ state: 'detached' });
      assert.equal(await page.locator('h1').count(), 1);
    });

    await t.test(`an empty desk sends nobody to a page that is not allowed: ${who}`, async () => {
      await page.getByText(seen.say('desk.cockpit.empty.denied')).waitFor();
      assert.equal(await page.locator('main a[href$="/admin/import"]').count(), 0);
    });
    await close();
  }
});
