import type { PreparedImports } from './prepared-imports.ts';
import { button, type Seen } from './seen.ts';

/*
 * Pages of the example company when something goes wrong, is left out or is under way: what no address alone leads to.
 */

export interface OddState {
  readonly name: string;
  readonly path: string;
  readonly on?: 'desk' | 'phone';
  /** Before the page is opened. */
  readonly before?: (seen: Seen) => Promise<void>;
  /** On the page. */
  readonly inIt?: (seen: Seen) => Promise<void>;
  /** What shows that it has come to this. */
  readonly shows: string;
}

const COCKPIT = '/desk/cockpit?period=2026-06';
const FIGURE = '/desk/cockpit/resolution_sla_pct?period=2026-06';
const LIST = '/desk/q/resolution_sla_pct?period=2026-06';
const FAILED = { type: 'about:blank', title: 'The server made a mistake.', status: 500, code: 'internal', errors: [] };

/** What these addresses answer is a mistake of the server. */
const failing =
  (address: string) =>
  async ({ page }: Seen): Promise<void> => {
    const problem = { status: 500, contentType: 'application/problem+json', body: JSON.stringify(FAILED) };
    await page.route(`**/api/v1/${address}`, (route) => route.fulfill(problem));
  };

/** The answer of the server, changed before the page hears it. */
const changing =
  (address: string, change: (body: string) => string) =>
  async ({ page }: Seen): Promise<void> => {
    await page.route(`**/api/v1/${address}`, async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, body: change(await answer.text()) });
    });
  };

/** A stream of lines in which one figure has failed. */
function withFailure(lines: string): string {
  const failure = JSON.stringify({ line: 'failure', figure: 'reopen_rate_pct', code: 'internal', title: FAILED.title });
  return lines.replace(/^.*"line":"tile","figure":"reopen_rate_pct".*$/m, failure);
}

/** A stream that ends in the middle. */
const cutOff = (lines: string): string => lines.split('\n').slice(0, 6).join('\n');

/** An import of which the server has read a half. */
function atWork(body: string): string {
  const told = JSON.parse(body) as { task: object; dryRun: object };
  const task = { ...told.task, task: 'dry_run', state: 'working', phase: 'reading', done: 1_000, total: 2_000 };
  return JSON.stringify({ ...told, task: { ...task, endedAt: null }, dryRun: null });
}

const sent =
  (...names: readonly string[]) =>
  ({ page }: Seen): Promise<void> =>
    page
      .locator('input[type=file]')
      .first()
      .setInputFiles(names.map((name) => ({ name, mimeType: 'text/csv', buffer: Buffer.alloc(0) })));

const cockpit: readonly OddState[] = [
  { name: 'a tile has failed', path: COCKPIT, before: changing('cockpit?*', withFailure), shows: '.tile-failed' },
  { name: 'the figures break off', path: COCKPIT, before: changing('cockpit?*', cutOff), shows: '.state' },
  { name: 'nothing comes', path: COCKPIT, before: failing('cockpit?*'), shows: '.state' },
  {
    name: 'without a connection',
    path: COCKPIT,
    inIt: ({ page }) => page.context().setOffline(true),
    shows: '.offline',
  },
  { name: 'a filter that is set', path: `${COCKPIT}&where=service%3Dmail`, shows: '.chip-remove' },
  { name: 'a period before all records', path: '/desk/cockpit?period=2019-06', shows: '.state' },
  { name: 'before one is known to the server', path: COCKPIT, before: failing('session'), shows: '.state' },
];

const figure: readonly OddState[] = [
  { name: 'it has failed', path: FIGURE, before: failing('figures/resolution_sla_pct?*'), shows: '.state' },
  { name: 'the list of figures has failed', path: LIST, before: failing('figures'), shows: '.state' },
  { name: 'its course has failed', path: FIGURE, before: failing('figures/*/chart?*'), shows: '.state' },
  { name: 'its spread and its past have failed', path: FIGURE, before: failing('figures/*/di*'), shows: '.state' },
  { name: 'an unknown one', path: '/desk/cockpit/no_such_pct', shows: '.state' },
];

const list: readonly OddState[] = [
  { name: 'it has failed', path: LIST, before: failing('figures/*/facts?*'), shows: '.state' },
  { name: 'nothing is found', path: `${LIST}&find=qqqqq`, shows: '.state' },
  { name: 'filters leave nothing', path: `${LIST}&where=service%3Dprint&where=team%3Dmail`, shows: '.list-lift a' },
  { name: 'those left out', path: `${LIST}&tab=left_out`, shows: '.fact-why, .card' },
  {
    name: 'a ticket beside the list',
    path: LIST,
    on: 'desk',
    inIt: async ({ page }) => {
      await page.locator('[role=grid]').waitFor();
      for (const key of ['j', 'Space']) await page.keyboard.press(key);
    },
    shows: '.preview-facts',
  },
  {
    name: 'a ticket beside the list that has failed',
    path: LIST,
    on: 'desk',
    before: failing('tickets/*'),
    inIt: async ({ page }) => {
      await page.locator('[role=grid]').waitFor();
      for (const key of ['j', 'Space']) await page.keyboard.press(key);
    },
    shows: '.preview .state',
  },
];

const ticket: readonly OddState[] = [
  { name: 'it has failed', path: '/desk/t/4422', before: failing('tickets/4422'), shows: '.state' },
  { name: 'why this deadline', path: '/desk/t/4422?why=resolution', shows: '.why' },
];

/** Of the page of imports. */
export function oddImports({ tried, unreadable }: PreparedImports): readonly OddState[] {
  const start = '/desk/admin/import';
  return [
    { name: 'the imports have failed', path: start, before: failing('imports?*'), shows: '.state' },
    { name: 'it has failed', path: tried, before: failing('imports/*'), shows: '.state' },
    { name: 'an empty file', path: start, inIt: sent('empty.csv'), shows: '.state' },
    { name: 'rows that cannot be read', path: tried, shows: '.import-preview' },
    { name: 'a file that is no log', path: unreadable, shows: '[role=alert]' },
    { name: 'a dry run at work', path: tried, before: changing('imports/*', atWork), shows: '[role=progressbar]' },
    {
      name: 'a mapping that was loaded',
      path: tried,
      inIt: async (seen) => {
        await button(seen, 'desk.import.mapping.load').click();
        await seen.page.locator('[role=menuitem]').first().click();
      },
      shows: '.toast',
    },
  ];
}

export const oddStates: readonly OddState[] = [...cockpit, ...figure, ...list, ...ticket];
