import type { Locator, Page } from 'playwright-core';
import { type DeskKey, deskEnglish } from '#text/desk-english.ts';
import { deskGerman } from '#text/desk-german.ts';

/** A page with the words of the person before it. */
export interface Seen {
  readonly page: Page;
  readonly isPhone: boolean;
  say(key: DeskKey): string;
}

export function seenBy(
  page: Page,
  { language, screen }: { readonly language: 'de' | 'en'; readonly screen: 'desk' | 'phone' },
): Seen {
  const words: Readonly<Record<DeskKey, string>> = language === 'de' ? deskGerman : deskEnglish;
  return { page, isPhone: screen === 'phone', say: (key) => words[key] };
}

/** The first button that can be pressed and whose name begins so. */
export function button({ page, say }: Seen, key: DeskKey): Locator {
  return page.getByRole('button', { name: new RegExp(`^${say(key).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`) }).first();
}
