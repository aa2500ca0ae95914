import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { before, test } from 'node:test';
import { readXlsx } from 'hucre';
import { run as kundigExport } from '#cli/export.ts';
import { EXPORT_TYPES } from '#contract/api/export-shapes.ts';
import { CsvReader } from '#core/import/csv-reader.ts';
import { defaultTenantId as tenantId } from '#server/database/default-tenant.ts';
import { storeDesk } from '#server/testing/store-desk.ts';
import { type Answer, makeToken, testApi } from '#server/testing/test-api.ts';
import { testDatabase } from '#server/testing/test-database.ts';
import { settingsFor } from '#tests/import-command.ts';
import { projectFolder } from '#tests/kundig-process.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';
import { randomDesk } from '#worlds/random-desk.ts';

const database = await testDatabase();
const api = await testApi(database, { settings: { KUNDIG_TIME_ZONE: 'Europe/Berlin' } });
let reader = '';

before(async () => {
  await storeDesk(database, tenantId, randomDesk(12, 400));
  reader = (await makeToken(database, tenantId, { role: 'reader' })).token;
});

const period = 'from=2025-12-01&to=2026-07-01&asOf=2026-06-20';
const get = (path: string, headers = {}) => api.get(`/api/v1/figures/${path}`, reader, headers);

/** What the command line writes into a file for the same question. */
async function fromCommandLine(file: string, args: readonly string[]): Promise<string> {
  const out = new Writable({ write: (_text, _encoding, done) => done() });
  const environment = { ...settingsFor(database), KUNDIG_TIME_ZONE: 'Europe/Berlin' };
  const stopSignal = (): AbortSignal => new AbortController().signal;
  const io = { out, err: out, environment, workingFolder: projectFolder, language: 'en', stopSignal } as const;
  const asked = ['--from', '2025-12-01', '--to', '2026-07-01', '--as-of', '2026-06-20', '--file', file];
  assert.equal(await kundigExport([...args, ...asked], io), 0);
  return readFileSync(file, 'utf8');
}

function rowsOf(text: string): number {
  const records = new CsvReader(',', 1_000_000);
  return [...records.read(text), ...records.end()].length - 1;
}

for (const [id, query, args] of [
  ['reopen_rate_pct', '&by=month&split=team', ['--by', 'month', '--split', 'team']],
  ['resolution_time_minutes', '&by=quarter', ['--by', 'quarter', '--split', 'none']],
  ['tickets_created_count', '&where=team%3Dnetwork', ['--where', 'team=network', '--split', 'none']],
] as const) {
  test(`${id} with ${query} is the file that the command line writes`, async (t) => {
    const answer = await get(`${id}/export?${period}${query}`);
    assert.equal(answer.status, 200, answer.text);
    assert.equal(answer.text, await fromCommandLine(join(temporaryFolder(t), 'figure.csv'), [id, ...args]));
  });
}

test('all facts behind a figure are the file that the command line writes', async (t) => {
  const answer = await get(`tickets_created_count/facts/export?${period}`);
  const args = ['tickets_created_count', '--tickets', '--split', 'none'];
  assert.equal(answer.text, await fromCommandLine(join(temporaryFolder(t), 'facts.csv'), args));
});

test('an export has a row for every fact of every tab', async () => {
  const answer = await get(`resolution_sla_pct/facts/export?${period}`);
  const { tabs } = (await get(`resolution_sla_pct/facts?${period}`)).json;
  assert.ok(Math.min(tabs.counted, tabs.leftOut, tabs.undecided) > 50);
  assert.equal(rowsOf(answer.text), tabs.counted + tabs.leftOut + tabs.undecided);
});

for (const [query, of] of [
  ['tab=counted&success=false', (tabs) => tabs.judged.missed],
  ['tab=left_out&reason=waived', (tabs) => tabs.leftOutBy.waived],
  ['tab=undecided', (tabs) => tabs.undecided],
  ['beside=waived', (tabs) => tabs.beside.waived],
] as readonly (readonly [string, (tabs: Answer['json']) => number])[]) {
  test(`an export with ${query} has the rows of that list alone`, async () => {
    const answer = await get(`resolution_sla_pct/facts/export?${period}&${query}`);
    const { tabs } = (await get(`resolution_sla_pct/facts?${period}`)).json;
    assert.ok(of(tabs) > 0);
    assert.equal(rowsOf(answer.text), of(tabs), answer.text.slice(0, 300));
  });
}

test('an export of what the figure does not have is refused', async () => {
  const { status, json } = await get(`tickets_created_count/facts/export?${period}&success=true`);
  assert.deepEqual([status, json.errors[0].pointer], [400, '/success']);
});

test('a comparison is a row with the current period and the one before', async () => {
  const query = 'from=2026-04-01&to=2026-06-01&by=month&compare=previous';
  const answer = await get(`tickets_created_count/export?${query}`);
  const { comparison } = (await get(`tickets_created_count?${query}`)).json;
  const [headings = '', row = ''] = answer.text.split('\r\n');
  assert.equal(
    row.split(',')[headings.split(',').indexOf('Difference (tickets)')],
    `${comparison.rows[0].change.difference}`,
  );
});

test('a comparison of a period that has not begun is refused with the reason', async () => {
  const answer = await get('tickets_created_count/export?from=2026-12-01&to=2027-01-01&by=month&compare=previous');
  assert.deepEqual(
    [answer.status, answer.json.errors[0].pointer, answer.json.errors[0].code],
    [400, '/to', 'not_begun'],
  );
});

test('a CSV file comes under its media type and a plain name', async () => {
  const { headers } = await get(`tickets_created_count/facts/export?${period}`);
  assert.deepEqual(
    ['content-type', 'content-disposition', 'cache-control', 'x-content-type-options'].map((name) => headers.get(name)),
    [
      'text/csv; charset=utf-8',
      'attachment; filename="tickets_created_count_facts_2025-12-01_2026-06-30.csv"',
      'no-store',
      'nosniff',
    ],
  );
});

test('an Excel file is a workbook in the language asked for', async () => {
  const url = `${api.address}/api/v1/figures/tickets_created_count/export?${period}&format=xlsx&language=de`;
  const answer = await fetch(url, { headers: { authorization: `Bearer ${reader}`, 'accept-language': 'en' } });
  assert.equal(answer.headers.get('content-type'), EXPORT_TYPES.xlsx);
  const { sheets } = await readXlsx(new Uint8Array(await answer.arrayBuffer()));
  assert.deepEqual(
    sheets.map(({ name }) => name),
    ['Eingegangene Vorgänge', 'Über diese Tabelle'],
  );
});

test('CSV is written as a German Excel wants it', async () => {
  const url = `${api.address}/api/v1/figures/reopen_rate_pct/export?${period}&bom=true&delimiter=;&decimalComma=true`;
  const answer = await fetch(url, { headers: { authorization: `Bearer ${reader}`, 'accept-language': 'de' } });
  const [headings, row] = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.bytes()).split('\r\n');
  assert.match(headings!, /^\uFEFFKennzahl;Von;Bis \(ausschließlich\);Wert \(%\);/);
  assert.match(row!, /^reopen_rate_pct;[^;]+;[^;]+;\d+,\d+;/);
});

for (const [query, issues] of [
  ['format=ods', ['/format not_allowed']],
  ['format=xlsx&bom=true&delimiter=;', ['/delimiter csv_only', '/bom csv_only']],
  ['delimiter=|', ['/delimiter not_allowed']],
  ['bom=yes', ['/bom not_allowed']],
  ['limit=5', ['/limit unknown_key']],
  ['compare=previous', ['/by compare_needs_by']],
] as const) {
  test(`?${query} is refused before anything is sent`, async () => {
    const answer = await get(`reopen_rate_pct/export?${query}`);
    assert.equal(answer.headers.get('content-disposition'), null);
    assert.deepEqual(
      [answer.status, answer.json.errors.map((one: { pointer: string; code: string }) => `${one.pointer} ${one.code}`)],
      [400, issues],
    );
  });
}
