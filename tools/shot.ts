import { parseArgs } from 'node:util';
import { openChromium } from '#tests/browser/chromium.ts';

/*
 * node tools/shot.ts <address> <file.png> [--width 1440] [--height 900] [--theme light|dark] [--language de|en]
 *   [--full] [--wait <css selector>] [--press <key> …] [--click <css selector> …] [--zoom 2]
 * Takes a picture of a page, and prints what the browser complained about.
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    width: { type: 'string', default: '1440' },
    height: { type: 'string', default: '900' },
    theme: { type: 'string', default: 'light' },
    language: { type: 'string', default: 'de' },
    full: { type: 'boolean', default: false },
    wait: { type: 'string' },
    press: { type: 'string', multiple: true, default: [] },
    click: { type: 'string', multiple: true, default: [] },
    zoom: { type: 'string', default: '1' },
  },
});
const [address, file] = positionals;
if (address === undefined || file === undefined) throw new Error('an address and a file are needed');

const browser = await openChromium();
try {
  const context = await browser.newContext({
    viewport: { width: Number(values.width), height: Number(values.height) },
    deviceScaleFactor: Number(values.zoom),
    colorScheme: values.theme === 'dark' ? 'dark' : 'light',
    timezoneId: 'Europe/Berlin',
    locale: values.language === 'de' ? 'de-DE' : 'en-GB',
    reducedMotion: 'reduce',
    hasTouch: Number(values.width) < 640,
  });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() !== 'log') process.stdout.write(`${message.type()}: ${message.text()}\n`);
  });
  page.on('pageerror', (error) => process.stdout.write(`error: ${error.stack}\n`));
  page.on('response', (answer) => {
    if (answer.status() >= 400) process.stdout.write(`${answer.status()} ${answer.url()}\n`);
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  if (values.wait) await page.waitForSelector(values.wait, { timeout: 10_000 });
  for (const selector of values.click) await page.click(selector);
  for (const key of values.press) await page.keyboard.press(key);
  await page.waitForTimeout(300);
  await page.screenshot({ path: file, fullPage: values.full });
} finally {
  await browser.close();
}
