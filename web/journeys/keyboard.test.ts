import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { germanWorstMonth } from '#tests/browser/demo-words.ts';
import { openDemoDesk } from '#tests/browser/open-desk.ts';

/*
 * The way of the manager again, without a mouse: nothing is pressed that is not a key, and where one stands is seen.
 */

test('the whole way can be gone by keyboard alone', async (t) => {
  const desk = await openDemoDesk(t);
  const { page, open, complaints } = await desk.person({ language: 'de' });
  const worstMonth = germanWorstMonth(desk.printed());
  const heading = page.getByRole('heading', { level: 1 });

  await t.test('the first stop leads past the frame to the content', async () => {
    await open('/desk/cockpit');
    await heading.filter({ hasText: 'Kennzahlen' }).waitFor();
    await page.keyboard.press('Tab');
    assert.equal(await focused(page), 'Zum Inhalt springen');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate('document.activeElement.id'), 'content');
  });

  await t.test('arrows go along the months to the worst one', async () => {
    await tabTo(page, /^(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember) \d{4}/);
    for (let step = 0; step < 30 && !(await heading.textContent())?.startsWith(worstMonth); step++) {
      await page.keyboard.press('ArrowLeft');
      await page.waitForTimeout(150);
    }
    await heading.filter({ hasText: worstMonth }).waitFor();
  });

  await t.test('a tile leads to its figure, and the figure to the tickets', async () => {
    await tabTo(page, /^Lösungszeit eingehalten$/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /Ein einzelner schlechter Monat/ }).waitFor();
    await page.keyboard.press('Enter');
    await heading.filter({ hasText: /\d+ verfehlte Lösungsfristen|\d+ verfehlte/ }).waitFor();
  });

  await t.test('the list, a ticket, its deadline, and all the way back', async () => {
    await tabTo(page, /^\d{3,}/, 'row');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Warum diese Frist?' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('grid').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: /Ein einzelner schlechter Monat/ }).waitFor();
  });

  await t.test('the palette finds a figure by its name and a ticket by its number', async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('Wiederöff');
    await page.keyboard.press('Enter');
    await page.waitForURL(/reopen_rate_pct/);
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('4422');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/desk\/t\/4422/);
  });

  await t.test('a question mark shows all keys, and Escape takes them away', async () => {
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  await t.test('nothing failed on the way', () => assert.deepEqual(complaints, []));
});

/** What the focused element is called. */
async function focused(page: Page): Promise<string> {
  return String(
    await page.evaluate(
      `(document.activeElement.getAttribute('aria-label') ?? document.activeElement.labels?.[0]?.textContent ?? document.activeElement.textContent ?? '').trim()`,
    ),
  );
}

/** Presses Tab until the focus stands on what is called so; fails after 150 stops, and where the focus is not seen. */
async function tabTo(page: Page, name: RegExp, role?: string): Promise<void> {
  for (let step = 0; step < 150; step++) {
    await page.keyboard.press('Tab');
    const isRole = role === undefined || (await page.evaluate('document.activeElement.getAttribute("role")')) === role;
    if (isRole && name.test(await focused(page))) {
      assert.ok(await page.evaluate(isSeen), `the focus on ${name} is not seen`);
      return;
    }
  }
  assert.fail(`no stop is called ${name}`);
}

const isSeen = `(() => {
  const box = document.activeElement.getBoundingClientRect();
  return box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
})()`;
