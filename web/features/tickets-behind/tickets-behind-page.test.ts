import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { violations } from '#tests/browser/accessibility.ts';
import { type DeskPage, type OpenDesk, openDemoDesk, type Person } from '#tests/browser/open-desk.ts';

const MISSED = '/desk/q/resolution_sla_pct?period=2026-06&where=service%3Dmail&success=false';

/** The row that has the focus: its place and its ticket. */
async function focusedRow(page: Page): Promise<{ readonly index: number; readonly ticket: string | undefined }> {
  return page.evaluate(() => {
    const row = document.activeElement;
    return { index: Number(row?.getAttribute('data-index') ?? -1), ticket: row?.querySelector('a')?.textContent };
  });
}

async function openList(desk: OpenDesk, path: string, as: Person = {}): Promise<DeskPage> {
  const person = await desk.person(as);
  const chosen = JSON.stringify({ language: as.language ?? 'de' });
  await person.page.addInitScript((kept) => localStorage.setItem('kundig.preferences', kept), chosen);
  await person.open(path);
  await person.page.waitForSelector('.fact-row, .card, .fact-table, .state');
  return person;
}

const gridRows = (page: Page): Promise<number> =>
  page.getAttribute('[role=grid]', 'aria-rowcount').then((count) => Number(count) - 1);

const heading = (page: Page): Promise<string | null> => page.textContent('h1');

test('the list of tickets behind a number', { timeout: 180_000 }, async (t) => {
  const desk = await openDemoDesk(t);

  await t.test('says as a sentence what it holds, and holds as many rows as the number', async () => {
    const { page, complaints } = await openList(desk, MISSED);
    const missed = Number(/^(\d+) verfehlte Lösungsfristen im Juni 2026$/.exec((await heading(page)) ?? '')?.[1]);
    assert.equal(await gridRows(page), missed);
    assert.match((await page.textContent('.sum-check')) ?? '', /Summe geprüft/);
    assert.deepEqual(complaints, []);
  });

  await t.test('tells those left out each with its reason', async () => {
    const { page } = await openList(desk, MISSED);
    const told = Number.parseInt((await page.textContent('[role=tab] >> nth=1')) ?? '', 10);
    await page.click('[role=tab] >> nth=1');
    await page.waitForSelector('.fact-why');
    assert.equal(await gridRows(page), told);
    assert.match((await heading(page)) ?? '', new RegExp(`^${told} Fristen sind im Juni 2026 ausgelassen`));
    const reasons = await page.locator('.fact-reason').allTextContents();
    assert.ok(reasons.length > 0 && reasons.every((reason) => reason.trim() !== ''));
  });

  await t.test('is walked through by keys, and a ticket is left to the same row and height', async () => {
    const { page } = await openList(desk, MISSED);
    for (const key of ['j', 'j', 'ArrowDown']) await page.keyboard.press(key);
    assert.equal((await focusedRow(page)).index, 2);
    await page.keyboard.press('End');
    await page.keyboard.press('PageUp');
    const before = await focusedRow(page);
    const scrolled = () => page.evaluate(() => document.querySelector('.grid-scroller')?.scrollTop);
    const height = await scrolled();
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/desk/t/${before.ticket}`);
    await page.goBack();
    await page.waitForSelector('.fact-row:focus');
    assert.deepEqual([await focusedRow(page), await scrolled()], [before, height]);
  });

  await t.test('shows the ticket of a row beside it, and Esc leads back step by step', async () => {
    const { page } = await openList(desk, MISSED);
    await page.keyboard.press('j');
    await page.keyboard.press('Space');
    await page.waitForSelector('.preview-facts');
    assert.match((await page.textContent('.preview')) ?? '', new RegExp(`^${(await focusedRow(page)).ticket}`));
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('.preview').count(), 0);
    await page.keyboard.press('Escape');
    await page.waitForURL('**/desk/cockpit/resolution_sla_pct?period=2026-06&where=service%3Dmail');
  });

  await t.test('finds words in all its rows and keeps them in the address', async () => {
    const { page } = await openList(desk, MISSED);
    const all = await gridRows(page);
    await page.keyboard.press('/');
    await page.keyboard.type('passwort');
    await page.waitForURL('**find=passwort');
    const found = await gridRows(page);
    assert.ok(found > 0 && found < all);
    const subjects = await page.locator('.fact-subject').allTextContents();
    assert.ok(
      subjects.every((subject) => /passwort/i.test(subject)),
      subjects.join(),
    );
  });

  await t.test('sorts by a heading and says so to a screen reader', async () => {
    const { page } = await openList(desk, MISSED);
    const customers = () => page.locator('.fact-row .fact-cell:nth-child(3)').allTextContents();
    await page.getByRole('columnheader', { name: 'Kunde' }).getByRole('button').click();
    await page.waitForSelector('[aria-sort=ascending]');
    const sorted = await customers();
    assert.deepEqual(sorted, sorted.toSorted(new Intl.Collator('de').compare));
  });

  await t.test('is a plain table of 50 rows for whoever wants one', async () => {
    const { page } = await openList(desk, MISSED);
    await page.getByRole('button', { name: 'Darstellung', exact: true }).click();
    await page.getByRole('menuitemradio', { name: /Einfache Tabelle/ }).click();
    await page.waitForSelector('.fact-table');
    assert.equal(await page.locator('.fact-table tbody tr').count(), 50);
    assert.deepEqual(await violations(page, 'main'), []);
  });

  await t.test('is written out as a table on paper', async () => {
    const { page } = await openList(desk, MISSED);
    const rows = await gridRows(page);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    assert.equal(await page.locator('.fact-table tbody tr').count(), rows);
  });

  await t.test('is saved as the file of these rows', async () => {
    const { page } = await openList(desk, MISSED);
    await page.getByRole('button', { name: 'Als Tabelle sichern' }).click();
    const waiting = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'CSV-Datei' }).click();
    const lines = readFileSync(await (await waiting).path(), 'utf8')
      .trim()
      .split('\r\n');
    assert.equal(lines.length - 1, await gridRows(page));
  });

  await t.test('is cards on a phone, in English and in the dark', async () => {
    const { page } = await openList(desk, MISSED, { screen: 'phone', language: 'en', theme: 'dark' });
    assert.match((await heading(page)) ?? '', /^\d+ missed resolution targets in June 2026$/);
    assert.ok((await page.locator('.card').count()) > 3);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    assert.deepEqual(await violations(page, 'main'), []);
  });

  await t.test('says why a tab is empty', async () => {
    const { page } = await openList(desk, '/desk/q/tickets_created_count?period=2026-06&tab=undecided');
    assert.match((await page.textContent('.state')) ?? '', /Nichts ist unentschieden.*Jedes Urteil/s);
  });

  await t.test('says which filter to lift where filters leave nothing', async () => {
    const { page } = await openList(
      desk,
      '/desk/q/resolution_sla_pct?period=2026-06&where=service%3Dprint&where=team%3Dmail',
    );
    await page.click('.list-lift a >> nth=0');
    await page.waitForSelector('.fact-row');
    assert.equal(await page.locator('.list-locked li').count(), 3);
  });

  await t.test('has no barrier that a machine finds', async () => {
    const { page } = await openList(desk, MISSED);
    assert.deepEqual(await violations(page, 'main'), []);
  });
});
