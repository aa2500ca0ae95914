import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import type { TicketPage } from '#contract/api/ticket-shapes.ts';
import { type OpenDesk, openDemoDesk } from '#tests/browser/open-desk.ts';

/*
 * What a person sees of one ticket and does with it, on the example company as it is served.
 */

test('the page of a ticket', async (t) => {
  const desk = await openDemoDesk(t);
  const late = await ticketWith(desk, ({ clocks, timeline }) => {
    const resolution = clocks.find(({ clock, isCurrent }) => clock === 'resolution' && isCurrent);
    const isTold = timeline.some(
      ({ kind, details }) => kind === 'replySent' && 'isPublic' in details && !details.isPublic,
    );
    const days = resolution?.why.days.filter(({ seconds }) => seconds.counted > 0).length ?? 0;
    return isTold && resolution?.outcome === 'breached' && days > 1 && days < 8;
  });

  await t.test('adds up: the days under the drawing make what the clock has used', async () => {
    const { page, open, complaints, close } = await desk.person({ language: 'en' });
    await open(`/desk/t/${late.number}?why=resolution`);
    const [days = '', rest = ''] = textOf(await page.locator('.equation').textContent()).split(' = ');
    const used = /^[\d:]+/.exec(rest)?.[0];
    const inTable = await page.locator('.why-table tfoot td.number').first().textContent();
    assert.equal(sum(days.split(' + ')), minutes(used ?? ''));
    assert.equal(inTable, used);
    assert.deepEqual(complaints, []);
    await close();
  });

  await t.test('leads to the explanation by w, and its clock stands in the address', async () => {
    const { page, open, close } = await desk.person({ language: 'en' });
    await open(`/desk/t/${late.number}`);
    await page.keyboard.press('w');
    assert.equal(await page.evaluate('document.activeElement.textContent'), 'Why this deadline?');
    await page.getByRole('radio', { name: 'First response' }).click();
    await page.waitForURL(/why=first_response/);
    await page.reload();
    assert.equal(await page.getByRole('radio', { name: 'First response' }).getAttribute('aria-checked'), 'true');
    await close();
  });

  await t.test('shows internal entries alone when only those are wanted', async () => {
    const { page, open, close } = await desk.person({ language: 'en' });
    await open(`/desk/t/${late.number}`);
    const internal = page.getByRole('radio', { name: /^internal / });
    const wanted = Number(textOf(await internal.textContent()).replace('internal ', ''));
    await internal.click();
    const shown = await page.locator('.timeline-row').count();
    assert.deepEqual([shown, await page.locator('.timeline-internal').count()], [wanted, wanted]);
    await close();
  });

  await t.test('names nobody of the desk and tells nothing internal to the customer', async () => {
    const { page, open, close } = await desk.person({ language: 'en' });
    await open(`/desk/t/${late.number}?why=resolution&view=customer`);
    const told = textOf(await page.locator('main').textContent());
    for (const name of staffOf(late)) assert.ok(!told.includes(name), name);
    for (const text of internalTexts(late)) assert.ok(!told.includes(text), text);
    assert.ok(told.includes('Why this deadline?'));
    await close();
  });

  await t.test('goes back to where one came from by Escape', async () => {
    const { page, open, close } = await desk.person({ language: 'en' });
    await open('/desk/t/999999999');
    await page.getByLabel('Number of a ticket').fill(String(late.number));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: String(late.number) }).waitFor();
    await page.getByRole('heading', { level: 1 }).focus();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { level: 1, name: 'There is no ticket 999999999' }).waitFor();
    await close();
  });

  await t.test('stacks its days on a phone', async () => {
    const { page, open, close } = await desk.person({ language: 'en', screen: 'phone' });
    await open(`/desk/t/${late.number}`);
    assert.ok((await page.locator('.strip-row').count()) > 1);
    assert.equal(await wider(page), 0);
    await close();
  });
});

/** The first ticket of the example company that fits. */
async function ticketWith({ address }: OpenDesk, isWanted: (page: TicketPage) => boolean): Promise<TicketPage> {
  for (let number = 1; number < 2000; number += 1) {
    const page = (await (await fetch(`${address}/api/v1/tickets/${number}`)).json()) as TicketPage;
    if (isWanted(page)) return page;
  }
  throw new Error('no ticket of the example company fits');
}

/** Everybody who did something, but the requester. */
function staffOf({ timeline, requester }: TicketPage): Set<string> {
  const actors = timeline.flatMap(({ actor }) => (actor && actor.id !== requester?.id ? [actor.name ?? ''] : []));
  return new Set(actors.filter((name) => name !== ''));
}

function internalTexts({ timeline }: TicketPage): string[] {
  return timeline.flatMap(({ kind, details, texts }) => {
    const isInternal = kind === 'handedOver' || ('isPublic' in details && !details.isPublic);
    return isInternal ? Object.values(texts) : [];
  });
}

function textOf(text: string | null): string {
  return text ?? '';
}

function minutes(text: string): number {
  const [hours = 0, rest = 0] = text.split(':').map(Number);
  return hours * 60 + rest;
}

function sum(texts: readonly string[]): number {
  return texts.reduce((total, text) => total + minutes(/[\d:]*:[\d:]*/.exec(text)?.[0] ?? ''), 0);
}

function wider(page: Page): Promise<number> {
  return page.evaluate('Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)');
}
