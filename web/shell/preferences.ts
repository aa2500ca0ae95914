import { useSyncExternalStore } from 'react';
import type { Language } from '#text/language.ts';

/** What a person chose for this browser. Kept under one key that assets/before-paint.js reads too. */
export interface Preferences {
  readonly language: Language | null;
  readonly theme: 'light' | 'dark' | 'system';
  readonly density: 'comfortable' | 'normal' | 'compact';
  /** Of figures; null: the reporting zone of the installation. */
  readonly timeZone: string | null;
  /** False: single keys do nothing. */
  readonly hasShortcuts: boolean;
  /** Other keys than the house's, by the id of the shortcut. */
  readonly keys: Readonly<Record<string, string>>;
}

const KEY = 'kundig.preferences';
const DEFAULTS: Preferences = {
  language: null,
  theme: 'system',
  density: 'normal',
  timeZone: null,
  hasShortcuts: true,
  keys: {},
};

let current = read();
const listeners = new Set<() => void>();

export function preferences(): Preferences {
  return current;
}

/** Changes some of them at once, in this tab and in the others. */
export function prefer(change: Partial<Preferences>): void {
  current = { ...current, ...change };
  try {
    localStorage.setItem(KEY, JSON.stringify(current));
  } catch {
    // A browser that keeps nothing keeps it until the page is closed.
  }
  show();
}

export function usePreferences(): Preferences {
  return useSyncExternalStore((onChange) => {
    listeners.add(onChange);
    return () => listeners.delete(onChange);
  }, preferences);
}

window.addEventListener('storage', (event) => {
  if (event.key !== KEY) return;
  current = read();
  show();
});

function show(): void {
  const { dataset } = document.documentElement;
  if (current.theme === 'system') delete dataset.theme;
  else dataset.theme = current.theme;
  if (current.density === 'normal') delete dataset.density;
  else dataset.density = current.density;
  for (const listener of listeners) listener();
}

/** What is not one of ours is left at its default: other versions of this page write here too. */
function read(): Preferences {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Record<string, unknown>;
    const one = <T>(name: keyof Preferences, ...allowed: readonly T[]): T =>
      allowed.find((value) => value === kept[name]) ?? (DEFAULTS[name] as T);
    return {
      language: one<Language | null>('language', 'de', 'en'),
      theme: one('theme', 'light', 'dark', 'system'),
      density: one('density', 'comfortable', 'normal', 'compact'),
      timeZone: typeof kept.timeZone === 'string' && isTimeZone(kept.timeZone) ? kept.timeZone : null,
      hasShortcuts: kept.hasShortcuts !== false,
      keys: textsOf(kept.keys),
    };
  } catch {
    return DEFAULTS;
  }
}

function textsOf(kept: unknown): Readonly<Record<string, string>> {
  const entries = Object.entries(kept !== null && typeof kept === 'object' ? kept : {});
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

/** A zone that this browser does not know would break every page. */
function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
