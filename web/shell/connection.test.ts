import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openEmptyDesk } from '#tests/browser/open-desk.ts';

/*
 * A page that nobody touches notices by itself that the server is gone, says since when, and comes back by itself. The
 * clock of the page is the test's; requests fail as they do when nothing answers.
 */

test('a page that is only looked at', async (t) => {
  const desk = await openEmptyDesk(t);
  const { page, open, close } = await desk.person({ language: 'de' });
  let asked = 0;
  let isThere = true;
  await page.route('**/api/**', (route) => {
    if (route.request().url().endsWith('/session')) asked += 1;
    return isThere ? route.continue() : route.abort('connectionrefused');
  });
  await page.clock.install({ time: new Date('2026-11-23T10:00:00+01:00') });
  await page.clock.pauseAt(new Date('2026-11-23T10:00:01+01:00'));
  await open('/desk/nowhere');
  const banner = page.getByText(/^Seit 10:0\d keine Verbindung zu Kundig\.$/);
  const passes = async (seconds: number): Promise<void> => {
    await page.clock.runFor(seconds * 1_000);
    // The answers come over a real network: those to what was asked before come before this one.
    for (const _ of [1, 2]) await page.evaluate(`fetch('/desk/cockpit').then((answer) => answer.text())`);
  };

  await t.test('asks now and then, and not more often', async () => {
    asked = 0;
    await passes(25);
    assert.equal(asked, 0);
    for (const _ of [1, 2, 3]) await passes(30);
    assert.ok(asked >= 2 && asked <= 4, `${asked} questions in 115 seconds`);
    assert.equal(await banner.count(), 0);
  });

  await t.test('says since when the server does not answer, and asks ever more rarely', async () => {
    isThere = false;
    for (const _ of [1, 2, 3, 4]) await passes(10);
    await banner.waitFor();
    await page.getByText(/^Keine Verbindung seit 10:0\d/).waitFor();
    for (let minutes = 0; minutes < 3; minutes += 1) await passes(60);
    asked = 0;
    for (let minutes = 0; minutes < 5; minutes += 1) await passes(60);
    assert.ok(asked >= 3 && asked <= 6, `${asked} questions in five minutes`);
  });

  await t.test('comes back by itself', async () => {
    isThere = true;
    await passes(61);
    await banner.waitFor({ state: 'detached' });
    await page.getByText(/^Verbunden/).waitFor();
  });
  await close();
});
