import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { run as kpi } from '#cli/kpi.ts';
import { NO_SPLIT_VALUE } from '#core/figures/answer.ts';
import { dimensionsOf } from '#core/figures/figure-dimension.ts';
import { FIGURES } from '#core/figures/registry.ts';
import { parseInstant } from '#core/time/instant.ts';
import { addDays, formatLocalDate, parseLocalDate } from '#core/time/local-date.ts';
import { defaultTenantId } from '#server/database/default-tenant.ts';
import { makeToken, testApi } from '#server/testing/test-api.ts';
import { testDatabase } from '#server/testing/test-database.ts';
import { keeping } from '#tests/export-tables.ts';
import { demoWorld } from '#worlds/demo/world.ts';
import { prepareWorld } from './prepare-world.ts';

/*
 * Whoever asks the same gets the same, by whichever way: the tile of the cockpit, the route of a figure, its chart, its
 * exported table, the command line, and the tickets behind the number, counted one by one. For every figure, every
 * split and every month of the example company.
 */

/** Long ago for any clock of a machine, so that the command line, which has a clock, sees what the API sees. */
const today = parseLocalDate('2025-11-23');
const now = parseInstant('2025-11-23T09:00:00Z');
const asOf = '2025-11-23T09:00:00Z';
const months = Array.from({ length: 14 }, (_, index) => monthAfter('2024-10', index));
const span = { from: `${months[0]}-01`, to: formatLocalDate(addDays(today, 1)) };

const database = await testDatabase();
const api = await testApi(database, { now: () => now });
let token = '';

interface Row {
  readonly split: string | null;
  readonly from: string;
  readonly value: number | null;
  readonly n: number;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly undecided: number;
  readonly excluded: number;
  readonly immature: number;
}

const tiles = new Map<string, Row>();

before(async () => {
  token = (await makeToken(database, defaultTenantId, { role: 'reader' })).token;
  await prepareWorld(database, {
    tenantId: defaultTenantId,
    call: { today: undefined, seed: undefined, isFresh: false },
    fallback: { seed: 1, today },
    language: 'en',
    place: 'here',
    worldOf: demoWorld,
    onProgress: () => undefined,
    stop: new AbortController().signal,
  });
  for (const month of months) await readTiles(month);
});

for (const figure of FIGURES) {
  const splits = [null, ...dimensionsOf(figure.of)];
  describe(`every way tells the same ${figure.id}`, () => {
    for (const split of splits) {
      test(split === null ? 'as a whole' : `by ${split}`, async () => {
        const rows = await askApi(figure.id, split);
        assert.deepEqual(await askCommandLine(figure.id, split), rows, 'command line');
        assert.deepEqual(await askExport(figure.id, split), rows.map(shownOf), 'exported table');
        await compareChart(figure.id, split, rows);
        await compareFacts(figure.id, split, { rows, isShare: figure.kind === 'share' });
        if (split === null) compareTiles(figure.id, rows);
      });
    }
  });
}

async function get(path: string) {
  const answer = await api.get(path, token);
  assert.equal(answer.status, 200, `${path}: ${answer.text}`);
  return answer;
}

function question(split: string | null, more: Readonly<Record<string, string>> = {}): string {
  return String(new URLSearchParams({ ...span, by: 'month', asOf, ...(split === null ? {} : { split }), ...more }));
}

async function askApi(id: string, split: string | null): Promise<Row[]> {
  const { json } = await get(`/api/v1/figures/${id}?${question(split)}`);
  return json.rows.map(keyed);
}

/** Only what every way tells of a row. */
function keyed(row: Row): Row {
  const { split, from, value, n, numerator, denominator, undecided, excluded, immature } = row;
  return { split, from, value, n, numerator, denominator, undecided, excluded, immature };
}

async function askCommandLine(id: string, split: string | null): Promise<Row[]> {
  const { from, to } = span;
  const words = [id, '--from', from, '--to', to, '--by', 'month', '--as-of', asOf, '--json'];
  const { sink, bytes } = keeping();
  await kpi([...words, '--split', split ?? 'none'], {
    out: sink,
    err: process.stderr,
    environment: { DATABASE_URL: database.url, KUNDIG_LANGUAGE: 'en', KUNDIG_ACCEPT_DATA_LOSS: 'yes' },
    workingFolder: '/nowhere',
    language: 'en',
    stopSignal: () => new AbortController().signal,
  });
  return JSON.parse(bytes().toString()).map(keyed);
}

function shownOf({ value, n }: Row): string {
  return `${value ?? ''} of ${n}`;
}

async function askExport(id: string, split: string | null): Promise<string[]> {
  const { text } = await get(`/api/v1/figures/${id}/export?${question(split, { format: 'csv', language: 'en' })}`);
  const [head = [], ...rows] = text
    .trim()
    .split('\r\n')
    .map((line) => line.split(','));
  const at = { value: head.findIndex((name) => /^(?:Value|Median)(?: |$)/.test(name)), n: head.indexOf('n') };
  return rows.map((row) => `${row[at.value]} of ${row[at.n]}`);
}

async function compareChart(id: string, split: string | null, rows: readonly Row[]): Promise<void> {
  const { json } = await get(`/api/v1/figures/${id}/chart?${question(split)}`);
  const values = new Map(rows.map((row) => [`${row.split} ${row.from}`, row.value]));
  for (const chart of json.charts) {
    if (chart.measure !== 'value') continue;
    for (const point of chart.points) {
      const told = values.get(`${chart.split} ${point.from}`) ?? null;
      // A chart works on shares of one, the figure on percent: the last digit of a double may differ.
      if (told === null || point.value === null) assert.equal(point.value, told);
      else
        assert.ok(Math.abs(point.value - told) <= 1e-9 * Math.max(1, Math.abs(told)), `${point.from} ${point.value}`);
    }
  }
}

interface Behind {
  counted: number;
  success: number;
  leftOut: number;
}

/** Counts the rows of the list behind the numbers, page after page. */
async function compareFacts(
  id: string,
  split: string | null,
  { rows, isShare }: { readonly rows: readonly Row[]; readonly isShare: boolean },
): Promise<void> {
  const behind = new Map<string, Behind>();
  for (let cursor: string | null = ''; cursor !== null; ) {
    const more: Record<string, string> = cursor === '' ? { limit: '2000' } : { limit: '2000', cursor };
    const { json } = await get(`/api/v1/figures/${id}/facts?${question(split, more)}`);
    for (const fact of json.rows) {
      // A row of a figure names the value that is not set, a fact has none.
      const value = split === null ? fact.split : (fact.split ?? NO_SPLIT_VALUE);
      const key = `${value} ${fact.from}`;
      const cell = behind.get(key) ?? { counted: 0, success: 0, leftOut: 0 };
      if (fact.reason === null) cell.counted += 1;
      else cell.leftOut += 1;
      if (fact.reason === null && fact.success === true) cell.success += 1;
      behind.set(key, cell);
    }
    cursor = json.nextCursor;
  }
  for (const row of rows) {
    const found = behind.get(`${row.split} ${row.from}`) ?? { counted: 0, success: 0, leftOut: 0 };
    const wanted = { counted: row.n, leftOut: row.excluded, success: isShare ? (row.numerator ?? 0) : found.success };
    assert.deepEqual(
      { ...found },
      { counted: wanted.counted, success: wanted.success, leftOut: wanted.leftOut },
      row.from,
    );
    behind.delete(`${row.split} ${row.from}`);
  }
  assert.deepEqual([...behind.keys()], [], 'facts in no cell');
}

async function readTiles(month: string): Promise<void> {
  const query = new URLSearchParams({ from: `${month}-01`, to: `${monthAfter(month, 1)}-01`, by: 'month', asOf });
  const { text } = await get(`/api/v1/cockpit?${query}`);
  for (const line of text.trim().split('\n')) {
    const told = JSON.parse(line);
    assert.notEqual(told.line, 'failure', line);
    if (told.line === 'tile') tiles.set(`${told.figure} ${told.row.from}`, told.row);
  }
}

function compareTiles(id: string, rows: readonly Row[]): void {
  for (const row of rows) {
    const tile = tiles.get(`${id} ${row.from}`);
    if (tile) assert.deepEqual(keyed(tile), row, `tile of ${row.from}`);
  }
}

function monthAfter(month: string, count: number): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const index = year * 12 + number - 1 + count;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}
