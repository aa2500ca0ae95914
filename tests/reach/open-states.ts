import type { Locator } from 'playwright-core';
import type { DeskKey } from '#text/desk-english.ts';
import { button, type Seen } from './seen.ts';

/*
 * What opens above a page of the example company. A new menu, popover or dialog is a line here.
 */

/** Something that opens above a page, by keys alone. */
export interface OpenState {
  readonly name: string;
  readonly path: string;
  /** Where alone it is there. */
  readonly on?: 'desk' | 'phone';
  /** What is pressed, one after another; each opens a layer above the one before or in its place. */
  readonly openers: (seen: Seen) => readonly Locator[];
  /** Instead of Enter. */
  readonly key?: string;
  /** What is done in the last layer, and then waited for. */
  readonly inIt?: (seen: Seen) => Promise<void>;
}

const COCKPIT = '/desk/cockpit?period=2026-06';
const FIGURE = '/desk/cockpit/resolution_sla_pct?period=2026-06&where=service%3Dmail';
const LIST = '/desk/q/resolution_sla_pct?period=2026-06&where=service%3Dmail';

const on = (path: string, states: readonly Omit<OpenState, 'path'>[]): readonly OpenState[] =>
  states.map((state) => ({ ...state, path }));

const one = (key: DeskKey) => (seen: Seen) => [button(seen, key)];
/** What stands beside the page lies in a drawer on a phone. */
const beside =
  (...openers: readonly ((seen: Seen) => Locator)[]) =>
  (seen: Seen) => [...(seen.isPhone ? [button(seen, 'desk.nav.menu')] : []), ...openers.map((opener) => opener(seen))];
const choices = ({ page }: Seen) => page.locator('.me:visible');
const search = ({ page, isPhone }: Seen) => [page.locator(isPhone ? '.top-bar-button >> nth=0' : '.rail-search')];
const tileMenu = ({ page }: Seen) => page.locator('.tile-menu button').first();
const select = ({ page }: Seen) => page.locator('.layer .select-button').first();
const submit = async ({ page }: Seen): Promise<void> => {
  await page.locator('.dialog-actions .button-primary').press('Enter');
  await page.locator('.dialog .field-error').first().waitFor();
};
const type =
  (text: string, awaited: string) =>
  async ({ page }: Seen): Promise<void> => {
    await page.keyboard.type(text);
    await page.locator(awaited).first().waitFor();
  };

const frame = on(COCKPIT, [
  { name: 'the palette', openers: search },
  { name: 'the palette with what it found', openers: search, inIt: type('frist', '.palette .menu-item') },
  { name: 'the palette without a hit', openers: search, inIt: type('qqqqq', '.palette-nothing') },
  { name: 'the keys', key: '?', openers: ({ page }) => [page.locator('.tile-link').first()] },
  {
    name: 'the keys while another key is asked for, and is taken',
    key: '?',
    openers: ({ page }) => [page.locator('.tile-link').first()],
    inIt: async ({ page }) => {
      await page.locator('.key-change').first().press('Enter');
      await page.keyboard.press('k');
      await page.locator('.dialog .field-error').waitFor();
      await page.locator('.dialog-actions .button-primary').focus();
    },
  },
  { name: 'what lies beside the page', on: 'phone', openers: beside() },
  { name: 'what one may choose', openers: beside(choices) },
  { name: 'the time zones', openers: beside(choices, select) },
  {
    name: 'the keys from what one may choose',
    openers: beside(choices, (seen) => button(seen, 'desk.me.shortcuts')),
  },
  {
    name: 'the name of a view that is refused',
    openers: beside((seen) => button(seen, 'desk.views.save')),
    inIt: async (seen) => {
      await seen.page.locator('.dialog input').fill('');
      await submit(seen);
    },
  },
  { name: 'what can be done with a view', openers: beside(({ page }) => page.locator('.rail-more:visible').first()) },
  {
    name: 'a new name for a view',
    openers: beside(
      ({ page }) => page.locator('.rail-more:visible').first(),
      (seen) => seen.page.getByRole('menuitem', { name: seen.say('desk.views.rename') }),
    ),
  },
]);

const cockpit = on(COCKPIT, [
  { name: 'the comparisons', openers: one('desk.cockpit.compare') },
  { name: 'the filters', openers: one('desk.cockpit.filter') },
  { name: 'the values of a filter', openers: (seen) => [button(seen, 'desk.cockpit.filter'), select(seen)] },
  { name: 'as of when', openers: one('desk.cockpit.known') },
  { name: 'the periods', on: 'phone', openers: one('desk.cockpit.period') },
  { name: 'how it is counted', openers: (seen) => [tileMenu(seen)] },
  {
    name: 'a target that is refused',
    openers: (seen) => [tileMenu(seen), seen.page.locator('.counted-target button')],
    inIt: async (seen) => {
      await seen.page.locator('.dialog input').first().fill('viel');
      await submit(seen);
    },
  },
]);

const chip =
  (place: number) =>
  ({ page }: Seen) => [page.locator('.figure-chips .chip-menu').nth(place)];

const figure = on(FIGURE, [
  { name: 'the periods', openers: chip(0) },
  { name: 'what to split by', openers: chip(1) },
  { name: 'the filters', openers: chip(2) },
  { name: 'the comparisons', openers: chip(3) },
  { name: 'as of when', openers: ({ page }) => [page.locator('.figure-chips button[aria-haspopup=dialog]')] },
  { name: 'what it can be saved as', openers: one('desk.figure.export') },
  { name: 'a note that is refused', openers: one('desk.figure.note.add'), inIt: submit },
  { name: 'new limits that are refused', openers: one('desk.figure.baseline.add'), inIt: submit },
]);

const list = on(LIST, [
  { name: 'the orders', on: 'phone', openers: one('desk.list.sortBy') },
  { name: 'the looks', openers: one('desk.list.view') },
  { name: 'what it can be saved as', openers: one('desk.list.save') },
]);

/** Of the page of an import whose columns are being named. */
export function importStates(path: string): readonly OpenState[] {
  return on(path, [
    { name: 'the mappings', openers: one('desk.import.mapping.load') },
    { name: 'the name of a mapping', openers: one('desk.import.mapping.save') },
    { name: 'the separators', openers: ({ page }) => [page.locator('.import-facts .select-button').first()] },
    { name: 'the columns', openers: ({ page }) => [page.locator('table .select-button').first()] },
  ]);
}

export const openStates: readonly OpenState[] = [...frame, ...cockpit, ...figure, ...list];
