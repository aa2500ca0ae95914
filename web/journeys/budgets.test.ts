import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { CDPSession, Page } from 'playwright-core';
import { builtDesk } from '#cli/desk/build-desk.ts';
import { openDemoDesk } from '#tests/browser/open-desk.ts';

/*
 * What the desk may cost a browser. Sizes, memory and jumps of the page are the same everywhere, so they are limits.
 * Times depend on the machine: they are told, beside what the same browser needs for a fixed piece of work.
 */

const KILOBYTE = 1000;
const firstLoadLimit = 200 * KILOBYTE;
const chunkLimit = 50 * KILOBYTE;
const heapLimit = 25 * KILOBYTE * KILOBYTE;
/** All tickets of the company: more than five thousand rows. */
const longList = '/desk/q/tickets_created_count?period=2020-01-01..2039-12-31';

test('what the desk costs a browser', async (t) => {
  const [build = ''] = await builtDesk();
  const sizes = new Map(
    globSync('assets/**/*.{js,css,svg}', { cwd: build }).map((file) => [
      `/desk/${file}`,
      gzipSync(readFileSync(join(build, file)), { level: 9 }).length,
    ]),
  );
  const desk = await openDemoDesk(t);
  const person = await desk.person({ language: 'de' });
  const { page } = person;
  const loaded = new Set<string>();
  page.on('request', (request) => loaded.add(new URL(request.url()).pathname));
  const tools = await page.context().newCDPSession(page);
  await tools.send('Performance.enable', { timeDomain: 'threadTicks' });

  await t.test('the first load of the cockpit is small, and nothing on it jumps', async (t) => {
    await page.addInitScript(countJumps);
    const before = await processorSeconds(tools);
    await person.open('/desk/cockpit');
    await page.getByRole('article').first().waitFor();
    const milliseconds = 1000 * ((await processorSeconds(tools)) - before);
    const first = await transferred(desk.address, [...loaded]);
    t.diagnostic(
      `first load ${(first / KILOBYTE).toFixed(0)} KB gz, processor to the finished cockpit ${milliseconds.toFixed(0)} ms`,
    );
    assert.ok(first > 0 && first <= firstLoadLimit, `${first} bytes`);
    const jumps = Number(await page.evaluate('window.jumps'));
    t.diagnostic(`layout shift ${jumps.toFixed(4)}`);
    assert.ok(jumps < 0.01, `layout shift ${jumps}`);
  });

  await t.test('no page brings a piece larger than 50 KB beside the first load', () => {
    const late = [...sizes].filter(([path]) => !loaded.has(path));
    assert.deepEqual(
      late.filter(([, size]) => size > chunkLimit),
      [],
    );
    t.diagnostic(`largest late piece ${Math.max(...late.map(([, size]) => size / KILOBYTE)).toFixed(0)} KB gz`);
  });

  await t.test('a list of all tickets draws the rows in sight alone, and stays small in memory', async (t) => {
    await person.open(longList);
    const grid = page.getByRole('grid');
    await grid.waitFor();
    await page.waitForFunction(`Number(document.querySelector('[role=grid]').getAttribute('aria-rowcount')) > 5000`);
    await page.waitForLoadState('networkidle');
    const drawn = await grid.getByRole('row').count();
    assert.ok(drawn < 100, `${drawn} rows drawn`);
    await tools.send('HeapProfiler.collectGarbage');
    const { usedSize } = await tools.send('Runtime.getHeapUsage');
    t.diagnostic(`${drawn} rows drawn, heap ${(usedSize / KILOBYTE / KILOBYTE).toFixed(1)} MB`);
    assert.ok(usedSize <= heapLimit, `${usedSize} bytes`);
  });

  await t.test('how long filtering, sorting and stepping through it take', async (t) => {
    const piece = Number(await page.evaluate(fixedWork));
    const filter = await timed(tools, page, () => page.getByRole('searchbox').fill('mail'));
    await page.getByRole('searchbox').fill('');
    const sort = await timed(tools, page, () => page.getByRole('columnheader').nth(1).getByRole('button').click());
    await page.getByRole('row').nth(1).click();
    await page.keyboard.press('Escape');
    t.diagnostic(
      `a fixed piece of work ${piece.toFixed(0)} ms; until the second frame, and of it the page's processor: filter ${filter}, sort ${sort}`,
    );
  });
});

const countJumps = `
  window.jumps = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.jumps += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
`;

/** Sorting two hundred thousand numbers: tells how fast the machine is at this moment. */
const fixedWork = `(() => {
  const began = performance.now();
  let seed = 1;
  const numbers = Array.from({ length: 200000 }, () => (seed = (seed * 16807) % 2147483647));
  numbers.sort((a, b) => a - b);
  return performance.now() - began;
})()`;

/** What these files weigh on their way, compressed with gzip. */
async function transferred(address: string, paths: readonly string[]): Promise<number> {
  const files = paths.filter((path) => path.startsWith('/desk/assets/'));
  const answers = await Promise.all(
    files.map((path) => fetch(address + path, { headers: { 'accept-encoding': 'gzip' } })),
  );
  return answers.reduce((sum, answer) => sum + Number(answer.headers.get('content-length')), 0);
}

/** Seconds that the page's main thread worked so far: what it waited for the processor is not in it. */
async function processorSeconds(tools: CDPSession): Promise<number> {
  const { metrics } = await tools.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
}

/** Milliseconds from an action to the second frame after it, and how long the page's thread worked in them. */
async function timed(tools: CDPSession, page: Page, act: () => Promise<unknown>): Promise<string> {
  const before = await processorSeconds(tools);
  const began = performance.now();
  await act();
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
  const wall = performance.now() - began;
  const worked = 1000 * ((await processorSeconds(tools)) - before);
  return `${wall.toFixed(0)} ms, ${worked.toFixed(0)} ms`;
}
