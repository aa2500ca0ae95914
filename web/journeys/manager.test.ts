import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readXlsx } from 'hucre';
import type { Page } from 'playwright-core';
import { germanWorstMonth } from '#tests/browser/demo-words.ts';
import { openDemoDesk } from '#tests/browser/open-desk.ts';

/*
 * A manager who has never seen Kundig finds out what went wrong in the worst month of the example company, and which
 * tickets show it. In a real browser, over what README's first command serves.
 */

test('a manager finds out what went wrong', async (t) => {
  const desk = await openDemoDesk(t);
  const manager = await desk.person({ language: 'de' });
  const { page } = manager;
  const heading = page.getByRole('heading', { level: 1 });
  const worstMonth = germanWorstMonth(desk.printed());
  let missed = 0;

  await t.test('the address opens onto the cockpit, whose title says how many figures stand out', async () => {
    await manager.open('/');
    await heading.filter({ hasText: /\d von \d+ Kennzahlen/ }).waitFor();
    assert.equal(new URL(page.url()).pathname, '/desk/cockpit');
  });

  await t.test(
    'one press on the worst month shows what stands out there, and most of it is in one service',
    async () => {
      await page.getByRole('radio', { name: worstMonth }).click();
      await heading.filter({ hasText: worstMonth }).waitFor();
      const found = page.getByRole('region', { name: 'Was auffällt' });
      await found.getByText('E-Mail und Kalender').first().waitFor();
    },
  );

  await t.test('the figure says by how much the month is off, and the service that carries it', async () => {
    await page.getByRole('link', { name: 'Lösungszeit eingehalten', exact: true }).first().click();
    await page
      .getByRole('heading', { name: new RegExp(`Ein einzelner schlechter Monat \\(${worstMonth}\\)`) })
      .waitFor();
    const causes = page.getByRole('heading', { name: /Woher \d+ verfehlte Fristen kommen/ });
    await causes.waitFor();
    const mail = page.getByRole('link', { name: /^E-Mail und Kalender \d+$/ });
    missed = Number(/\d+\s*$/.exec((await mail.textContent()) ?? '')?.[0]);
    assert.ok(missed > 50, `${missed} missed`);
    await mail.click();
  });

  await t.test('the list behind the bar has as many rows as the bar says', async () => {
    await heading.filter({ hasText: `${missed} verfehlte` }).waitFor();
    await assertRows(page, missed);
    await page.getByText('Summe geprüft').waitFor();
  });

  await t.test(
    'from the list by keyboard into a ticket, to the drawing of its deadline, and back to the same row',
    async () => {
      await page.getByRole('row').nth(1).focus();
      await page.keyboard.press('j');
      await page.keyboard.press('j');
      const row = await page.evaluate('document.activeElement.textContent');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/desk\/t\/\d+/);
      await page.getByRole('heading', { name: 'Warum diese Frist?' }).waitFor();
      await page.keyboard.press('w');
      await page
        .getByText(/ = [\d:]+ verbraucht/)
        .first()
        .waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('grid').waitFor();
      await page.waitForFunction(`document.activeElement?.getAttribute('role') === 'row'`);
      assert.equal(await page.evaluate('document.activeElement.textContent'), row);
    },
  );

  await t.test('the list as an Excel file has the same rows', async () => {
    await page.getByRole('button', { name: 'Als Tabelle sichern' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: /Excel|XLSX/ }).click();
    const workbook = await readXlsx(readFileSync(await (await download).path()));
    const [head, ...rows] = workbook.sheets[0]!.rows;
    assert.ok(head!.length > 5);
    assert.equal(rows.length, missed);
  });

  await t.test('a deep link opens the same again, and on a phone too', async () => {
    const link = page.url();
    await page.reload({ waitUntil: 'networkidle' });
    await heading.filter({ hasText: `${missed} verfehlte` }).waitFor();
    const phone = await desk.person({ language: 'de', screen: 'phone' });
    await phone.open(link.slice(desk.address.length));
    await phone.page.getByRole('heading', { level: 1, name: new RegExp(`${missed} verfehlte`) }).waitFor();
    assert.deepEqual(phone.complaints, []);
    await phone.close();
  });

  await t.test('she reads on in English and in the dark', async () => {
    await page.getByRole('button', { name: /Sprache, Darstellung/ }).click();
    await page.getByRole('radio', { name: 'English' }).click();
    await page.getByRole('radio', { name: 'Dark' }).click();
    await page.keyboard.press('Escape');
    await heading.filter({ hasText: `${missed} missed` }).waitFor();
    assert.equal(await page.evaluate('document.documentElement.lang'), 'en');
    assert.equal(await page.evaluate('document.documentElement.dataset.theme'), 'dark');
  });

  await t.test('in all of it no script failed, nothing was refused, and no other host was asked', () => {
    assert.deepEqual(manager.complaints, []);
  });
});

async function assertRows(page: Page, count: number): Promise<void> {
  // The head is a row too.
  await page.waitForFunction(`document.querySelector('[role=grid]')?.getAttribute('aria-rowcount') === '${count + 1}'`);
}
