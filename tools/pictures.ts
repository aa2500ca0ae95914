import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { openChromium } from '#tests/browser/chromium.ts';
import { startDemo } from '#tests/browser/demo-process.ts';

/*
 * npm run pictures
 * Takes the pictures of README and docs from the example company, so that they show what the program shows.
 */

interface Picture {
  readonly name: string;
  readonly path: string;
  readonly language: 'de' | 'en';
  readonly theme: 'light' | 'dark';
  readonly width: number;
  readonly height: number;
}

const TODAY = '2026-11-23';
const desk = { width: 1440, height: 900 } as const;
const phone = { width: 390, height: 844 } as const;

const pictures: readonly Picture[] = [
  { name: 'cockpit', path: '/desk/cockpit?period=2026-06', language: 'de', theme: 'light', ...desk },
  { name: 'figure', path: '/desk/cockpit/resolution_sla_pct?period=2026-06', language: 'en', theme: 'dark', ...desk },
  {
    name: 'list',
    path: '/desk/q/resolution_sla_pct?period=2026-06&where=service%3Dmail&success=false',
    language: 'en',
    theme: 'light',
    ...desk,
  },
  { name: 'ticket', path: '/desk/t/4422?why=resolution', language: 'de', theme: 'light', ...desk },
  { name: 'cockpit-phone', path: '/desk/cockpit?period=2026-06', language: 'en', theme: 'light', ...phone },
];

const folder = join(import.meta.dirname, '..', 'docs', 'pictures');
const data = mkdtempSync(join(tmpdir(), 'kundig-pictures-'));
mkdirSync(folder, { recursive: true });
const demo = await startDemo(['--data', data, '--today', TODAY, '--seed', '1']);
const browser = await openChromium();
try {
  for (const picture of pictures) await take(browser, demo.address, picture);
} finally {
  await browser.close();
  await demo.stop();
  rmSync(data, { recursive: true, force: true });
}

async function take(browser: Browser, address: string, picture: Picture): Promise<void> {
  const { name, path, language, theme, width, height } = picture;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    locale: language === 'de' ? 'de-DE' : 'en-GB',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(address + path, { waitUntil: 'networkidle' });
  const file = join(folder, `${name}.png`);
  await page.screenshot({ path: file });
  await context.close();
  process.stdout.write(`${file}\n`);
}
