import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { Browser, BrowserContextOptions, Download, Page } from 'playwright-core';
import { build } from 'vite';
import { violations } from '#tests/browser/accessibility.ts';
import { openChromium } from '#tests/browser/chromium.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';
import { webBuild } from '#web/vite.config.ts';

const origin = 'http://charts.test';
const types: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css' };

/** Builds the stories of the charts into a folder. */
async function builtStories(t: TestContext): Promise<string> {
  const folder = temporaryFolder(t);
  const config = webBuild(folder);
  await build({
    ...config,
    publicDir: false,
    build: {
      ...config.build,
      cssCodeSplit: false,
      rollupOptions: {
        input: join(import.meta.dirname, '../../stories/charts-alone.oracle.tsx'),
        output: { entryFileNames: 'assets/charts.js', assetFileNames: 'assets/charts[extname]' },
      },
    },
  });
  return folder;
}

/** A page of the stories; what the browser complains about fails the test. */
async function openStories(browser: Browser, folder: string, as: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, locale: 'de-DE', ...as });
  const page = await context.newPage();
  page.on('pageerror', (error) => assert.fail(error));
  await page.route(`${origin}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    if (!pathname.startsWith('/desk/assets/')) {
      const body =
        '<!doctype html><html lang="de"><title>Charts</title><meta name="viewport" content="width=device-width">' +
        '<link rel="stylesheet" href="/desk/assets/charts.css"><body><script type="module" src="/desk/assets/charts.js"></script>';
      return route.fulfill({ contentType: 'text/html', body });
    }
    const file = pathname.slice('/desk/'.length);
    const contentType = types[file.slice(file.lastIndexOf('.') + 1)] ?? 'text/plain';
    return route.fulfill({ contentType, body: readFileSync(join(folder, file)) });
  });
  await page.goto(`${origin}/desk/charts`);
  await page.waitForSelector('.control-chart');
  return page;
}

/** Saves the first control chart as the figure page does. */
async function saved(page: Page, format: 'svg' | 'png'): Promise<Download> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.evaluate((format) => {
      const { downloadChart, drawingIn } = globalThis as unknown as {
        downloadChart: (svg: unknown, options: object) => Promise<void>;
        drawingIn: (element: Element) => unknown;
      };
      return downloadChart(drawingIn(document.body), { name: 'chart', format, title: 'Ein Titel', notes: ['Stand'] });
    }, format),
  ]);
  return download;
}

const focused = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null);

test('charts in a browser', { timeout: 120_000 }, async (t) => {
  const folder = await builtStories(t);
  const browser = await openChromium();
  try {
    await t.test('have no violation that axe knows, in both themes', async () => {
      for (const colorScheme of ['light', 'dark'] as const) {
        assert.deepEqual(await violations(await openStories(browser, folder, { colorScheme }), 'main'), []);
      }
    });

    await t.test('fit a phone of 350 pixels without scrolling sideways', async () => {
      const page = await openStories(browser, folder, { viewport: { width: 350, height: 800 } });
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 350);
    });

    await t.test('write no text smaller than twelve pixels, at any width', async () => {
      for (const width of [350, 1200]) {
        const page = await openStories(browser, folder, { viewport: { width, height: 800 } });
        const smallest = await page.$$eval('svg text', (texts) =>
          Math.min(...texts.map((text) => Number.parseFloat(getComputedStyle(text).fontSize))),
        );
        assert.ok(smallest >= 12, `${width}: ${smallest}`);
      }
    });

    await t.test('are one tab stop each, and arrows go from point to point', async () => {
      const page = await openStories(browser, folder);
      const chart = page.locator('.control-chart').first();
      assert.equal(await chart.locator('a[tabindex="0"]').count(), 1);
      await chart.locator('a[tabindex="0"]').focus();
      const told = [await focused(page)];
      for (const key of ['ArrowLeft', 'Home', 'End']) {
        await page.keyboard.press(key);
        told.push(await focused(page));
      }
      assert.deepEqual(
        told.map((text) => text?.split(':')[0]),
        ['Oktober 2026', 'September 2026', 'November 2024', 'Oktober 2026'],
      );
    });

    await t.test('tell about a point that is pointed at', async () => {
      const page = await openStories(browser, folder);
      await page.locator('.control-chart').first().locator('[data-index="23"]').hover();
      const told = (await page.locator('.chart-tip').textContent()) ?? '';
      assert.match(told, /^Oktober 2026: 88,9\s%unter der unteren Grenze/);
    });

    await t.test('lead to the tickets without loading the page anew', async () => {
      const page = await openStories(browser, folder);
      await page.evaluate(() => Object.assign(globalThis, { isSamePage: true }));
      await page.locator('.control-chart').first().locator('[data-index="20"]').click();
      await page.waitForURL('**/desk/q/resolution_sla_pct?period=2026-07');
      assert.equal(await page.evaluate(() => 'isSamePage' in globalThis), true);
    });

    await t.test('do not move what stands below them when they are measured', async () => {
      const page = await openStories(browser, folder);
      const shift = await page.evaluate(
        () =>
          new Promise<number>((done) => {
            new PerformanceObserver((list) =>
              done(list.getEntries().reduce((sum, entry) => sum + (entry as unknown as { value: number }).value, 0)),
            ).observe({ type: 'layout-shift', buffered: true });
            setTimeout(() => done(0), 500);
          }),
      );
      assert.equal(shift, 0);
    });

    await t.test('are saved as a drawing that needs no style sheet, light whatever the theme', async () => {
      const page = await openStories(browser, folder, { colorScheme: 'dark' });
      const text = readFileSync(await (await saved(page, 'svg')).path(), 'utf8');
      assert.doesNotMatch(text, /var\(|class=|href=|chart-column/);
      assert.match(text, /Ein Titel/);
      assert.match(text, /fill="rgb\(253, 253, 251\)"/);
      assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), undefined);
    });

    await t.test('are saved as a picture with two pixels for each of the page', async () => {
      const page = await openStories(browser, folder);
      const png = readFileSync(await (await saved(page, 'png')).path());
      const drawn = await page.$eval('svg.chart-drawing', (svg) => svg.clientWidth);
      assert.equal(png.subarray(1, 4).toString(), 'PNG');
      assert.equal(png.readUInt32BE(16), (drawn + 48) * 2);
    });
  } finally {
    await browser.close();
  }
});
