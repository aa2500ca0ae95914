import type { TestContext } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Role } from '#contract/api/permissions.ts';
import { atEnd } from '#tests/at-end.ts';
import { runKundig, startKundig } from '#tests/kundig-process.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';
import { addressOf } from './address-of.ts';
import { openChromium } from './chromium.ts';
import { demoFolder } from './demo-folder.ts';

/** A desk with a browser before it. Both end with the test. */
export interface OpenDesk {
  readonly address: string;
  /** What the command has printed. */
  printed(): string;
  /** A page of a person: her language, her screen. What the page complains about is kept. */
  person(as?: Person): Promise<DeskPage>;
}

export interface Person {
  readonly language?: 'de' | 'en';
  readonly theme?: 'light' | 'dark';
  readonly screen?: 'desk' | 'phone';
  /** How many times as large everything is: a browser's zoom makes the window so much narrower. */
  readonly zoom?: 1 | 2;
}

export interface DeskPage {
  readonly page: Page;
  /** Errors of scripts, breaches of the content policy, requests that failed, and requests to other hosts. */
  readonly complaints: readonly string[];
  /** Goes to an address of the desk and waits until the page stands still. */
  open(path: string): Promise<void>;
  close(): Promise<void>;
}

const SCREENS = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;

/** The example company, as README's first command serves it; up to now, or as it was built on a day such as `2026-11-02`. */
export async function openDemoDesk(test: TestContext, day?: string): Promise<OpenDesk> {
  const args =
    day === undefined ? ['--data', await demoFolder(test)] : ['--data', temporaryFolder(test), '--today', day];
  return openDesk(test, { args: ['demo', '--seed', '1', ...args], environment: {} });
}

/** A desk without any ticket, open to this machine. */
export async function openEmptyDesk(test: TestContext): Promise<OpenDesk> {
  const environment = { KUNDIG_DATA: temporaryFolder(test), KUNDIG_OPEN_ON_LOOPBACK: 'yes' };
  return openDesk(test, { args: ['serve'], environment });
}

/** A desk without any ticket that knows nobody without a token, and makes one for a role. */
export async function openLockedDesk(test: TestContext): Promise<OpenDesk & { token(role: Role): Promise<string> }> {
  const environment = { KUNDIG_DATA: temporaryFolder(test) };
  const desk = await openDesk(test, { args: ['serve'], environment });
  const token = async (role: Role): Promise<string> => {
    const { out } = await runKundig(test, ['token', 'create', '--role', role], { environment });
    return out.trim().split('\n').at(-1) ?? '';
  };
  return { ...desk, token };
}

interface Call {
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

async function openDesk(test: TestContext, { args, environment }: Call): Promise<OpenDesk> {
  const settings = { KUNDIG_PORT: '0', KUNDIG_REQUESTS_PER_MINUTE: '1000000', ...environment };
  const kundig = startKundig(test, args, { environment: settings });
  const browser = await openChromium();
  atEnd(test, () => browser.close());
  const address = await addressOf(kundig);
  return { address, printed: () => kundig.written(), person: (as = {}) => personBefore(browser, address, as) };
}

async function personBefore(browser: Browser, address: string, as: Person): Promise<DeskPage> {
  const { language = 'de', theme = 'light', screen = 'desk', zoom = 1 } = as;
  const { width, height } = SCREENS[screen];
  const options: BrowserContextOptions = {
    viewport: { width: width / zoom, height: height / zoom },
    deviceScaleFactor: zoom,
    locale: language === 'de' ? 'de-DE' : 'en-GB',
    timezoneId: 'Europe/Berlin',
    colorScheme: theme,
    reducedMotion: 'reduce',
    hasTouch: screen === 'phone',
    acceptDownloads: true,
  };
  const context = await browser.newContext(options);
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${address}/`) && !url.startsWith('blob:') && !url.startsWith('data:')) complaints.push(url);
  });
  page.on('response', (answer) => {
    if (answer.status() >= 400) complaints.push(`${answer.status()} ${answer.url()}`);
  });
  const open = async (path: string) => {
    await page.goto(address + path, { waitUntil: 'networkidle' });
  };
  return { page, complaints, open, close: () => context.close() };
}
