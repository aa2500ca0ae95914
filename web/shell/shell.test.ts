import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { type DeskPage, openDemoDesk } from '#tests/browser/open-desk.ts';

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');

/** Opens the palette and waits until it can be typed in. */
async function find({ page }: DeskPage, typed: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.waitForSelector('.palette input');
  await page.keyboard.type(typed);
}

test('the frame around the pages', { timeout: 240_000 }, async (t) => {
  const desk = await openDemoDesk(t);
  const person = await desk.person({ language: 'de' });
  const { page, complaints } = person;
  await page.addInitScript(() => {
    localStorage['kundig.preferences'] ??= '{"language":"de"}';
  });
  const open = () => person.open('/desk/cockpit?period=2026-06');

  await t.test('a figure is found by its name in the other language, and its page says where one is', async () => {
    await open();
    await find(person, 'first responses');
    await page.getByRole('menuitem', { name: 'Reaktionszeit eingehalten' }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/desk\/cockpit\/first_response_sla_pct\?period=2026-06/);
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
    assert.equal(await page.title(), `${await focused(page)} · Kundig`);
  });

  await t.test('a period said in words is shown', async () => {
    await open();
    await find(person, 'q2 2026');
    await page.getByRole('menuitem', { name: 'Q2 2026 zeigen' }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/period=2026-Q2/);
  });

  await t.test('a number opens its ticket', async () => {
    await open();
    await find(person, '4711');
    await page.getByRole('menuitem', { name: 'Vorgang 4711 öffnen' }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/desk\/t\/4711$/);
  });

  await t.test('the name of a service narrows the page to it', async () => {
    await open();
    await find(person, 'e-mail und kalender');
    await page
      .getByRole('menuitem', { name: /E-Mail und Kalender/ })
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/desk\/cockpit\?period=2026-06&where=service(?:=|%3D)mail$/);
  });

  await t.test('two keys one after the other lead to a page', async () => {
    await page.keyboard.press('g');
    await page.keyboard.press('k');
    await page.waitForURL(/\/desk\/cockpit$/);
  });

  await t.test('a shortcut can be given another key, and the old one does nothing then', async () => {
    await open();
    await page.keyboard.press('?');
    await page.getByRole('button', { name: /Taste für „Cockpit“ ändern/ }).click();
    await page.keyboard.press('c');
    await page.locator('.dialog-actions .button-primary').click();
    await person.open('/desk/admin/import');
    await page.keyboard.press('g');
    await page.keyboard.press('k');
    await page.waitForTimeout(300);
    assert.match(page.url(), /admin\/import/);
    await page.keyboard.press('c');
    await page.waitForURL(/\/desk\/cockpit$/);
  });

  await t.test('all keys go back to what they were', async () => {
    await open();
    await page.keyboard.press('?');
    await page.getByRole('button', { name: 'Alle wie zu Anfang' }).click();
    assert.match((await page.locator('.key-group').allTextContents()).join(), /Cockpit.*gk/);
    await page.keyboard.press('Escape');
  });

  await t.test('with single keys turned off only those with control act', async () => {
    await open();
    await page.keyboard.press('?');
    await page.getByText('Einzelne Tasten wirken außerhalb von Feldern').click();
    await page.locator('.dialog-actions .button-primary').click();
    await page.keyboard.press('?');
    await page.waitForTimeout(300);
    assert.equal(await page.getByRole('dialog').count(), 0);
    await page.keyboard.press('Control+k');
    await page.waitForSelector('.palette');
    await page.keyboard.press('Escape');
  });

  await t.test('a view is saved, opened from another page, removed and brought back', async () => {
    await open();
    await page.getByRole('button', { name: 'Diese Ansicht merken …' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Der schlechte Monat');
    await page.keyboard.press('Enter');
    const view = page.getByRole('link', { name: 'Der schlechte Monat' });
    await view.waitFor();
    await person.open('/desk/admin/import');
    await view.click();
    await page.waitForURL(/\/desk\/cockpit\?period=2026-06$/);
    await page.getByRole('button', { name: '„Der schlechte Monat“ ändern' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Entfernen' }).press('Enter');
    await view.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Rückgängig' }).click();
    await view.waitFor();
  });

  await t.test('language and colours change at once and stay', async () => {
    await open();
    await page.locator('.me').click();
    await page.getByRole('radio', { name: 'English' }).click();
    await page.getByRole('radio', { name: 'dark' }).click();
    await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
    await page.getByRole('heading', { level: 1, name: /stand out/ }).waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
  });

  assert.deepEqual(complaints, []);

  await t.test('without a connection the page stays, says so and how old it is', async () => {
    const other = await desk.person({ language: 'de' });
    await other.open('/desk/cockpit?period=2026-06');
    const title = await other.page.textContent('h1');
    await other.page.context().setOffline(true);
    await other.page.locator('.offline').waitFor();
    assert.match((await other.page.textContent('.offline')) ?? '', /\d\d:\d\d/);
    assert.equal(await other.page.textContent('h1'), title);
    await other.page.context().setOffline(false);
    await other.page.locator('.offline').waitFor({ state: 'detached' });
  });
});
