import { useEffect, useRef } from 'react';
import type { DeskKey } from '#text/desk-english.ts';
import { type Press, readPress, StepReader } from './key-steps.ts';
import { observable } from './observable.ts';
import { preferences } from './preferences.ts';

/*
 * All shortcuts of the desk, in one place: pages register theirs while they are shown, and the sheet behind `?` tells
 * what there is at that moment.
 *
 * 1. Single keys never act in a field, in a menu or in a dialog.
 * 2. A person can turn all of them off, and give each another key (WCAG 2.1.4). Keys with control stay.
 * 3. What was registered last goes first: a page's keys before the shell's.
 */

export interface Shortcut {
  /** Under which another key is kept: `cockpit.nextPeriod`. */
  readonly id: string;
  /** As the house sets it: `j`, `g c` one after the other, `mod+k` together. */
  readonly keys: string;
  readonly label: DeskKey;
  readonly group: 'go' | 'page' | 'desk';
  readonly run: () => void;
}

const registered = observable<readonly Shortcut[]>([]);

/** All that can be pressed now, the latest first. */
export const useRegisteredShortcuts = registered.use;

/** Registers the shortcuts of a component while it is shown. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  const names = shortcuts.map(({ id, keys, label }) => `${id} ${keys} ${label}`).join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: they are registered anew when their names change, and act as they last were.
  useEffect(() => {
    const own = latest.current.map((shortcut, place) => ({
      ...shortcut,
      run: () => latest.current[place]?.run(),
    }));
    registered.set([...own, ...registered.get()]);
    return () => registered.set(registered.get().filter((one) => !own.includes(one as (typeof own)[number])));
  }, [names]);
}

/** The keys of a shortcut as this person has them; null when it has been turned off. */
export function keysOf({ id, keys }: Pick<Shortcut, 'id' | 'keys'>): string | null {
  const { hasShortcuts, keys: own } = preferences();
  const chosen = own[id] ?? keys;
  return hasShortcuts || isWithControl(chosen) ? chosen : null;
}

export function isWithControl(keys: string): boolean {
  return keys.startsWith('mod+');
}

/** Listens to the keyboard for the whole desk; once. Returns how to stop. */
export function listenToShortcuts(): () => void {
  const reader = new StepReader();
  const onKeyDown = (event: KeyboardEvent): void => {
    const press = readPress(event);
    if (press === null || event.defaultPrevented || event.isComposing) return;
    if (!isWithControl(press) && isTyping(event.target)) {
      reader.forget();
      return;
    }
    if (press === 'enter' && actsItself(event.target)) return;
    const found = find(press, reader, event.timeStamp);
    if (found === null) return;
    event.preventDefault();
    found.run();
  };
  window.addEventListener('keydown', onKeyDown);
  return () => window.removeEventListener('keydown', onKeyDown);
}

function find(press: Press, reader: StepReader, at: number): Shortcut | null {
  const known = registered.get().map((shortcut) => ({ shortcut, keys: keysOf(shortcut) }));
  const typed = reader.read(
    press,
    at,
    known.flatMap(({ keys }) => keys ?? []),
  );
  return typed === null ? null : (known.find(({ keys }) => keys === typed)?.shortcut ?? null);
}

const taken = [
  'input',
  'textarea',
  'select',
  '[contenteditable="true"]',
  '[role="textbox"]',
  '[role="searchbox"]',
  '[role="combobox"]',
  '[role="menu"]',
  '[role="listbox"]',
  '[role="dialog"]',
  '[role="alertdialog"]',
].join();

/** Whether Enter already does something where the focus is: it follows a link, presses a button, opens a row. */
function actsItself(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return target.closest('a[href], button, summary, [role="grid"], [role="button"], [role="tab"]') !== null;
}

/** Whether keys mean something else where the focus is. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  const field = target.closest(taken);
  if (field === null) return document.querySelector('[role="dialog"][data-modal]') !== null;
  return !(field instanceof HTMLInputElement && /^(?:checkbox|radio|button|range)$/.test(field.type));
}
