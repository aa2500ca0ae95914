import { once } from 'node:events';
import type { Browser } from 'playwright-core';
import { openChromium } from '#tests/browser/chromium.ts';
import { count, median, RUNS, report } from './bench.ts';
import type { BenchDatabase } from './database.ts';
import { serve } from './server.ts';

/**
 * The cockpit in a browser on the same machine that nobody has used before, from its address to the frame with the last
 * tile: server, database and browser share the processors.
 */
export async function measurePainted(database: BenchDatabase, queries: readonly string[]): Promise<void> {
  const { server, address } = await serve({ DATABASE_URL: database.url, KUNDIG_ACCEPT_DATA_LOSS: 'yes' });
  const browser = await openChromium();
  try {
    for (const query of queries) {
      const runs: number[] = [];
      for (let run = 0; run <= RUNS; run += 1) {
        const milliseconds = await paint(browser, `${address}/desk/cockpit?${query}`);
        // The first run warms up.
        if (run > 0) runs.push(milliseconds);
      }
      report(`painted, ${query}`, [`${count(median(runs))} ms`, runs.map(count).join(', ')]);
    }
  } finally {
    await browser.close();
    server.kill('SIGTERM');
    await once(server, 'exit');
  }
}

async function paint(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, bypassCSP: true });
  try {
    const page = await context.newPage();
    await page.goto(address);
    const painted = await page.waitForFunction(allPainted, undefined, { polling: 'raf' });
    return Number(await painted.jsonValue());
  } finally {
    await context.close();
  }
}

/** Runs in the browser: the milliseconds since the address was opened, once no tile is still to come. */
const allPainted = `document.querySelector('article.tile') !== null
  && document.querySelector('article.tile[aria-busy=true]') === null
  && performance.now()`;
