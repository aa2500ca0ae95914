import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { foreignText } from '#text/foreign-text.ts';
import type { Payload } from './payloads.ts';

/*
 * A page of the desk of which everything is reported that a text must not do: run, ask another host, become markup,
 * breach the policy of the page, or turn the direction of what stands around it.
 */

export interface WatchedPage {
  readonly page: Page;
  /** Goes to an address and waits until the page stands still. */
  open(path: string): Promise<void>;
  /** Fails with all that a text has done since the last time. `doing` says where. */
  assertQuiet(doing: string): Promise<void>;
  /**
   * Fails unless each payload, or as many as `atLeast`, can be read on the page, or could be at a look since the last
   * time that the page was found quiet.
   */
  assertSeen(payloads: readonly Payload[], doing: string, atLeast?: number): Promise<void>;
  /** Remembers what can be read now: of long lists only a part is there at a time. */
  look(): Promise<void>;
  close(): Promise<void>;
}

interface Look {
  /** All that can be read or heard. */
  readonly text: string;
  readonly strange: readonly string[];
}

export interface WatchOptions {
  readonly language: 'de' | 'en';
  /** `off`: the browser would carry out what the program lets through; the policy alone must not be what holds. */
  readonly policy: 'on' | 'off';
}

/** Opens a page before the desk at an address. Close it. */
export async function watchedPage(
  browser: Browser,
  address: string,
  { language, policy }: WatchOptions,
): Promise<WatchedPage> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: language === 'de' ? 'de-DE' : 'en-GB',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
    acceptDownloads: true,
    bypassCSP: policy === 'off',
  });
  context.setDefaultTimeout(20_000);
  const done: string[] = [];
  await context.exposeBinding('ran', (_, by: unknown) => done.push(`ran: ${String(by)}`));
  await context.addInitScript(hooks);
  const page = await context.newPage();
  const browserSide = await context.newCDPSession(page);
  await browserSide.send('Runtime.enable');
  browserSide.on('Runtime.exceptionThrown', ({ exceptionDetails }) => done.push(`threw: ${exceptionDetails.text}`));
  page.on('dialog', (dialog) => {
    done.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => {
    // A wrong address is answered with 400 or 404, and browsers say so.
    const isAnswer =
      message.text().startsWith('Failed to load') && message.location().url.startsWith(`${address}/api/`);
    if (message.type() === 'error' && !isAnswer) done.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    if (!new RegExp(`^(?:${address}/|blob:|data:)`).test(request.url())) done.push(`asked: ${request.url()}`);
  });
  page.on('framenavigated', (frame) => {
    if (!frame.url().startsWith(`${address}/desk/`)) done.push(`went: ${frame.url()}`);
  });
  let seen = '';
  const look = async (): Promise<void> => {
    const { text, strange } = (await page.evaluate(lookAround)) as Look;
    seen += ` ${oneLine(text)}`;
    done.push(...strange);
  };
  return {
    page,
    look,
    open: async (path) => {
      await page.goto(address + path, { waitUntil: 'networkidle' });
    },
    assertQuiet: async (doing) => {
      await look();
      assert.deepEqual([...new Set(done.splice(0))], [], doing);
      seen = '';
    },
    assertSeen: async (payloads, doing, atLeast = payloads.length) => {
      await look();
      const missing = payloads.filter(({ input }) => !seen.includes(oneLine(foreignText(input))));
      if (payloads.length - missing.length >= atLeast) return;
      assert.deepEqual(
        missing.map(({ id, input }) => `${id}: ${input}`),
        [],
        `not to be read ${doing}`,
      );
    },
    close: () => context.close(),
  };
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ');

/** Runs in the browser before every page. */
const hooks = `
  for (const name of ['alert', 'confirm', 'prompt']) window[name] = (text) => window.ran(name + ' ' + text);
  document.addEventListener('securitypolicyviolation', (event) =>
    window.ran('policy: ' + event.effectiveDirective + ' ' + event.blockedURI + ' ' + event.sample));
`;

/**
 * Runs in the browser: reads the page as people and screen readers do, and finds markup that the desk never makes, and
 * signs of direction and control that reach the screen.
 */
const lookAround = `(() => {
  const texts = [document.title];
  const strange = [];
  const words = ['aria-label', 'aria-description', 'aria-roledescription', 'title', 'alt', 'placeholder'];
  const addresses = ['href', 'src', 'srcset', 'action', 'formaction', 'xlink:href', 'data', 'poster', 'ping'];
  const unknown = 'iframe, object, embed, base, frame, frameset, portal, math, marquee, video, audio, source, track, image, animate, set, foreignObject, xmp, plaintext, listing, applet, meta[http-equiv], img:not([src^="data:"]):not([src^="blob:"])';
  const isOwn = (address) => {
    const { origin, protocol, href } = new URL(address, location.href);
    return origin === location.origin ? /^https?:$/.test(protocol) || protocol === 'blob:' : href.startsWith('data:image/');
  };
  const isOwnFile = (address) => isOwn(address) && new URL(address, location.href).pathname.startsWith('/desk/assets/');
  const tell = (element) => strange.push('markup: ' + element.outerHTML.slice(0, 120));
  for (const element of document.querySelectorAll(unknown)) tell(element);
  for (const element of document.querySelectorAll('script, link')) {
    if (!isOwnFile(element.getAttribute('src') ?? element.getAttribute('href') ?? 'about:blank')) tell(element);
  }
  for (const element of document.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      if (/^on|^srcdoc$/i.test(name)) tell(element);
      if (words.includes(name)) texts.push(value);
      if (addresses.includes(name) && !isOwn(value)) strange.push('address: ' + value);
    }
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    if (!['SCRIPT', 'STYLE'].includes(walker.currentNode.parentElement?.tagName ?? '')) texts.push(walker.currentNode.data);
  }
  for (const text of texts) {
    const loose = text.replace(/\\u2068[^\\u202a-\\u202e\\u2066-\\u2069]*\\u2069/g, '');
    if (/[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u202a-\\u202e\\u2066-\\u2069]/.test(text.replace(/[\\u2068\\u2069]/g, '')) || /[\\u2066-\\u2069]/.test(loose)) {
      strange.push('acts unseen: ' + JSON.stringify(text).slice(0, 120));
    }
    if (/[\\u0590-\\u08ff]/.test(loose)) strange.push('turns what is around it: ' + JSON.stringify(text).slice(0, 120));
  }
  for (const element of document.querySelectorAll('input, textarea')) texts.push(element.value);
  return { text: texts.join('\\n'), strange };
})()`;
