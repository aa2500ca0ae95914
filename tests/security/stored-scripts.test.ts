import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Locator } from 'playwright-core';
import { openChromium } from '#tests/browser/chromium.ts';
import { openEmptyDesk } from '#tests/browser/open-desk.ts';
import { fillHostileDesk, inHeader, inNotes, inTargets, inViews } from './hostile-desk.ts';
import { PAYLOADS, SHOWN } from './payloads.ts';
import { watchedPage } from './watched-page.ts';

/*
 * Whatever somebody writes into a ticket, a name or a file stays a text wherever the desk shows it: nothing runs, no
 * other host is asked, nothing becomes markup, the policy of the page has nothing to refuse, and every sign is there to
 * be read. First with the policy switched off, so that it is the program which holds, then with it.
 */

/** One of each kind, and short: they go through every part of every address. */
const inAddresses = ['self-starting-4', 'polyglot-4'].map((id) => PAYLOADS.find((one) => one.id === id)!.input);

test('no text does more than to be read', async (t) => {
  assert.ok(PAYLOADS.length >= 300);
  const { address } = await openEmptyDesk(t);
  const hostile = await fillHostileDesk(address);
  const { month, numbers, talks, imports } = hostile;
  const browser = await openChromium();
  t.after(() => browser.close());
  const bare = await watchedPage(browser, address, { language: 'en', policy: 'off' });
  const { page, open, look, assertQuiet, assertSeen } = bare;
  const figure = `/desk/cockpit/tickets_created_count?period=${month}&split=service`;
  const list = `/desk/q/tickets_created_count?period=${month}`;
  const unfold = async (): Promise<void> => {
    await page.evaluate(`document.querySelectorAll('details').forEach((details) => { details.open = true; })`);
  };

  await t.test('a list of tickets', async () => {
    await open(list);
    await page.evaluate(`localStorage.setItem('kundig.list.view', 'table')`);
    await open(list);
    const next = page.getByRole('button', { name: 'Next page' });
    for (; await next.isEnabled(); await next.click()) await look();
    await assertSeen(SHOWN, 'in the list');
    await page.getByRole('searchbox').fill('ran(');
    await page.emulateMedia({ media: 'print' });
    await assertQuiet('in the list');
    await page.emulateMedia({ media: null });
    await page.evaluate('localStorage.clear()');
  });

  await t.test('the cockpit, its saved views and its filters', async () => {
    await open(`/desk/cockpit?period=${month}`);
    await assertSeen(inViews, 'in the rail');
    await page.getByRole('button', { name: 'Filter' }).click();
    await page.locator('.cockpit-fields button.select-button').first().waitFor();
    await eachOpened(page.locator('.cockpit-fields button.select-button'), look);
    // A menu has the values with the most tickets.
    await assertSeen(SHOWN, 'in the filters', 300);
    await assertQuiet('in the cockpit');
  });

  await t.test('a saved view, and the search of everything', async () => {
    await open(`/desk/cockpit?period=${month}`);
    for (const place of [0, 20, 40]) {
      await page.locator('.rail-view a').nth(place).click();
      await page.waitForLoadState('networkidle');
      await assertQuiet('at a saved view');
    }
    await page.keyboard.press('Control+k');
    for (const words of ['ran', 'x', '<', 'שלום', '']) {
      await page.getByRole('searchbox').last().fill(words);
      await look();
    }
    await assertQuiet('in the search');
  });

  await t.test('a figure by its parts, its notes, and its picture as a file', async () => {
    await open(figure);
    await unfold();
    await assertSeen(inNotes, 'beside the chart');
    for (const mark of await page.locator('.chart-point, .chart a, .small-multiple').all()) {
      if (await mark.isVisible()) await mark.hover({ force: true, timeout: 2_000 }).catch(() => undefined);
      await look();
    }
    await page.getByRole('button', { name: 'Save as' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: /SVG/ }).first().click();
    const drawing = readFileSync(await (await download).path(), 'utf8');
    assert.equal(await page.evaluate(`(${strangeInDrawing})(${JSON.stringify(drawing)})`), '');
    await assertQuiet('on the page of a figure');
  });

  await t.test('who promised what', async () => {
    await open(`/desk/cockpit/reopen_rate_pct?period=${month}`);
    await page
      .getByRole('main')
      .getByRole('button', { name: /^Change promise/ })
      .click();
    await page.getByRole('dialog').waitFor();
    await assertSeen(inTargets, 'among the promises');
    await assertQuiet('among the promises');
  });

  await t.test('tickets and what was written in them', async () => {
    for (const number of talks) {
      await open(`/desk/t/${number}`);
      await look();
    }
    await assertSeen(SHOWN, 'in timelines');
    for (let place = 0; place < SHOWN.length; place += 60) {
      await open(`/desk/t/${numbers[place]}`);
      await assertSeen([SHOWN[place]!], 'as a headline');
    }
    await assertQuiet('on the page of a ticket');
  });

  await t.test('imports: the name of the file, columns, cells, values, and rows that cannot be read', async () => {
    await open('/desk/admin/import');
    await assertQuiet('in the list of imports');
    for (const id of [imports.unreadable, imports.run]) {
      await open(`/desk/admin/import?id=${id}`);
      await unfold();
      await look();
      if (id !== imports.unreadable) continue;
      await eachOpened(page.locator('.import-role button.select-button').first(), look);
      await assertSeen(inHeader, 'among the columns of a file');
    }
    await assertQuiet('in an import');
  });

  await t.test('every part of every address', async () => {
    for (const text of inAddresses.map(encodeURIComponent)) {
      for (const path of [
        `/desk/${text}`,
        `/desk/t/${text}`,
        `/desk/cockpit/${text}`,
        `/desk/q/${text}?tab=${text}`,
        `/desk/cockpit?period=${text}&compare=${text}&asOf=${text}&split=${text}&where=service%3D${text}&where=${text}`,
        `${list}&find=${text}&sort=${text}&where=team%3D${text}&reason=${text}&beside=${text}`,
        `/desk/admin/import?id=${text}#${text}`,
        `/desk/sign-in?next=${text}&return=//evil.example&to=https:evil.example`,
      ]) {
        await open(path);
        await assertQuiet(path);
      }
    }
  });
  await bare.close();

  await t.test('with the policy, which has nothing to refuse', async () => {
    const kept = await watchedPage(browser, address, { language: 'de', policy: 'on' });
    for (const path of [`/desk/cockpit?period=${month}`, figure, list, `/desk/t/${talks[0]}`, '/desk/admin/import']) {
      await kept.open(path);
      await kept.assertQuiet(path);
    }
    await kept.close();
  });
});

/** Opens each of some menus, looks, and closes it. */
async function eachOpened(menus: Locator, look: () => Promise<void>): Promise<void> {
  for (const menu of await menus.all()) {
    await menu.click();
    await menu.page().getByRole('listbox').waitFor();
    await look();
    await menu.page().keyboard.press('Escape');
    await menu.page().getByRole('listbox').waitFor({ state: 'detached' });
  }
}

/** Runs in the browser: what in a drawing is more than lines and words; '' when nothing is. */
const strangeInDrawing = `(text) => {
  const drawing = new DOMParser().parseFromString(text, 'image/svg+xml');
  const strange = [...drawing.querySelectorAll('parsererror, script, foreignObject, image, use, animate, set, iframe')];
  const acting = [...drawing.querySelectorAll('*')].filter((element) =>
    [...element.attributes].some(({ name, value }) => /^on/i.test(name) || /^\\s*(?:javascript|data|vbscript):/i.test(value)));
  return [...strange, ...acting].map((element) => element.outerHTML.slice(0, 200)).join(' ');
}`;
