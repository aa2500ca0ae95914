import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { violations } from '#tests/browser/accessibility.ts';
import { type DeskPage, type OpenDesk, openDemoDesk, openEmptyDesk, type Person } from '#tests/browser/open-desk.ts';

async function openCockpit(desk: OpenDesk, search = '', as: Person = {}): Promise<DeskPage> {
  const person = await desk.person(as);
  // What a person chose counts before the language of the installation.
  const chosen = JSON.stringify({ language: as.language ?? 'de' });
  await person.page.addInitScript((kept) => localStorage.setItem('kundig.preferences', kept), chosen);
  await person.open(`/desk/cockpit${search}`);
  await person.page.waitForSelector('.findings-list, .findings-none, .state');
  return person;
}

const heading = (page: Page): Promise<string | null> => page.textContent('h1');
const periodOf = (page: Page): string | null => new URL(page.url()).searchParams.get('period');

test('the cockpit', { timeout: 240_000 }, async (t) => {
  const desk = await openDemoDesk(t);

  await t.test('says in its title how many figures stand out, and lists them', async () => {
    const { page, complaints } = await openCockpit(desk, '?period=2026-06');
    const [, found, all] = /^Juni 2026: (\d+) von (\d+) Kennzahlen fallen auf$/.exec((await heading(page)) ?? '') ?? [];
    assert.equal(await page.locator('.tile:not(.tile-awaited)').count(), Number(all));
    const more = page.locator('.findings .button');
    if ((await more.count()) > 0) await more.click();
    assert.equal(await page.locator('.finding-title, .finding-others a').count(), Number(found));
    assert.deepEqual(complaints, []);
  });

  await t.test('tells the missed promise first, whom it comes from, and what else comes from there', async () => {
    const { page } = await openCockpit(desk, '?period=2026-06');
    const first = (await page.locator('.finding').first().textContent()) ?? '';
    assert.match(
      first,
      /^Lösungen seltener in der Frist: .*Zugesagt mindestens 85.*Vor allem Service E-Mail und Kalender/,
    );
    assert.match(first, /Ebenfalls vor allem Service E-Mail und Kalender:.*Antworten seltener in der Frist/);
  });

  await t.test('without a period opens on the last month with data, and its address says so', async () => {
    const { page } = await openCockpit(desk, '?asOf=2026-03-15');
    await page.waitForFunction(() => document.querySelector('h1')?.textContent?.startsWith('Februar 2026: '));
    assert.equal(periodOf(page), '2026-02');
  });

  await t.test('shows all tiles on a desk screen without scrolling', async () => {
    const { page } = await openCockpit(desk, '?period=2026-06');
    const bottom = await page.evaluate(() =>
      Math.max(...[...document.querySelectorAll('.tile')].map((tile) => tile.getBoundingClientRect().bottom)),
    );
    assert.ok(bottom <= 900, `the last tile ends at ${bottom}`);
  });

  await t.test('goes from month to month by arrow keys, the focus on the tape', async () => {
    const { page } = await openCockpit(desk, '?period=2026-06');
    await page.focus('.ruler [aria-checked=true]');
    await page.keyboard.press('ArrowLeft');
    await page.waitForFunction(() => document.querySelector('h1')?.textContent?.startsWith('Mai 2026: '));
    assert.equal(periodOf(page), '2026-05');
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    assert.equal(focused, 'Mai 2026');
  });

  await t.test('goes from figure to figure by j and k, opens one by o, and prints by p', async () => {
    const { page } = await openCockpit(desk, '?period=2026-06');
    await page.locator('.finding-title').first().waitFor();
    const stops = await page.locator('.cockpit-body :is(.finding-title, .tile-link)').allTextContents();
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    for (const key of ['j', 'j', 'j', 'k']) await page.keyboard.press(key);
    assert.equal(await focused(), stops[1]);
    await page.evaluate('window.print = () => { document.body.dataset.printed = "yes" }');
    await page.keyboard.press('p');
    await page.locator('body[data-printed=yes]').waitFor();
    await page.keyboard.press('o');
    await page.waitForURL(/\/desk\/cockpit\/\w+\?period=2026-06/);
  });

  await t.test('goes to the period before and after by brackets', async () => {
    const { page } = await openCockpit(desk, '?period=2026-06');
    await page.keyboard.press('[');
    await page.waitForURL(/period=2026-05/);
    for (const _ of [1, 2]) await page.keyboard.press(']');
    await page.waitForURL(/period=2026-07/);
  });

  await t.test('keeps filter and comparison in the address, and takes a filter away again', async () => {
    const { page } = await openCockpit(desk, '?period=2026-06&compare=none&where=service%3Dmail');
    assert.equal(await page.locator('.tile-change').count(), 0);
    const created = (at: Page): Promise<string | null> =>
      at.locator('.tile', { hasText: 'Eingegangene Vorgänge' }).locator('.tile-n').textContent();
    const filtered = await created(page);
    await page.click('.chip-remove');
    await page.waitForFunction((before) => {
      const tile = [...document.querySelectorAll('.tile')].find((one) => one.textContent?.includes('Eingegangene'));
      return tile?.querySelector('.tile-n')?.textContent !== before && tile?.querySelector('.tile-n') !== null;
    }, filtered);
    const address = new URL(page.url()).searchParams;
    assert.deepEqual([address.get('where'), address.get('compare')], [null, 'none']);
  });

  await t.test('a promise is set beside its figure and judged at once', async () => {
    const { page } = await openCockpit(desk, '?period=2026-06');
    const tile = page.locator('.tile', { hasText: 'Erstlevel-Lösungsquote' });
    await tile.locator('.tile-menu button').click();
    await page.click('.counted-target button');
    await page.getByLabel('Wert in %').fill('viel');
    await page.getByLabel('Wer dafür einsteht').fill('Leitung Service-Desk');
    await page.getByLabel('Gilt ab').fill('2026-06-01');
    await page.click('.dialog-actions .button-primary');
    await page.waitForSelector('.field-error >> text=Schreiben Sie eine Zahl');
    await page.getByLabel('Wert in %').fill('99,5');
    await page.click('.dialog-actions .button-primary');
    await tile.locator('.tile-verdict >> text=Zusage 99,50 verfehlt').waitFor();
  });

  for (const [language, theme, screen] of [
    ['de', 'light', 'desk'],
    ['en', 'dark', 'phone'],
  ] as const) {
    await t.test(`breaks no rule of WCAG 2.2 A and AA: ${language}, ${theme}, ${screen}`, async () => {
      const { page } = await openCockpit(desk, '?period=2026-06', { language, theme, screen });
      assert.deepEqual(await violations(page, 'main'), []);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      assert.ok(overflow <= 0, `${overflow} px wider than the screen`);
    });
  }
});

test('without a ticket the cockpit says what to do next', { timeout: 120_000 }, async (t) => {
  const desk = await openEmptyDesk(t);
  const { page } = await openCockpit(desk);
  assert.equal(await heading(page), 'Noch keine Vorgänge');
  assert.match((await page.getAttribute('.state a', 'href')) ?? '', /\/desk\/admin\/import$/);
});
