import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { testDatabase } from '#server/testing/test-database.ts';
import {
  kundigImport as kundigImportWith,
  refusal as refusalOf,
  settingsFor,
  writeMap,
} from '#tests/import-command.ts';
import { contentOf, ownLog, writeLog } from '#tests/import-log.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';

const database = await testDatabase();
const environment = settingsFor(database);
const traps = ownLog('incident-traps.csv');
const kundigImport = (args: readonly string[], options: { isTerminal?: boolean; language?: 'de' | 'en' } = {}) =>
  kundigImportWith(args, { environment, ...options });
const refusal = (args: readonly string[], language: 'de' | 'en' = 'en') => refusalOf(args, { environment, language });

test('the report reads well and says that file and database agree', async () => {
  const { code, out, err } = await kundigImport(['uci-498', traps]);
  assert.deepEqual([code, err], [0, '']);
  assert.match(
    out,
    /^Imported uci-498 \(UTC\)\n\nRows read {12}42 \(42 imported\)\nTickets in the file {2}11 \(11 new\)\nEvents added {9}\d+\n/,
  );
  assert.match(out, /\n {8}2 {2}row out of order +22, 23\n/);
  assert.match(out, /\n2026-04 +4 +4 +3 +3 +3 +3\n/);
  assert.match(out, /\nFile and database agree in every month\.\n$/);
  const german = await kundigImport(['uci-498', traps, '--dry-run'], { language: 'de' });
  assert.match(german.out, /^Probelauf von uci-498 \(UTC\): nichts wurde geschrieben\n/);
});

test('the report as JSON has exactly the keys that docs/import.md names', async () => {
  const { out } = await kundigImport(['uci-498', traps, '--dry-run', '--json']);
  const docs = readFileSync('docs/import.md', 'utf8');
  for (const key of keysOf(JSON.parse(out)))
    assert.ok(docs.includes(`\`${key}\``), `docs/import.md does not name ${key}`);
});

test('a dry run with unreadable rows names them all and ends with code 1', async (t) => {
  const text = readFileSync(traps, 'utf8')
    .replace('INC3,New', 'INC3,Odd')
    .replaceAll('INC7,Active,true,1', 'INC7,Active,true,one');
  const file = writeLog(t, text);
  const { code, out, err } = await kundigImport(['uci-498', file, '--dry-run']);
  assert.equal(code, 1);
  assert.equal(err, 'line 28, column sys_mod_count: not a whole number: "one"\n');
  assert.match(out, /\nUnreadable rows: 1\. A real import would refuse the file and change nothing, unless .+\n/);
  assert.match(await refusal(['uci-498', file], 'de'), /^Unlesbare Zeilen: 1\. Daher wurde nichts übernommen\./);
});

test('--skip-unreadable goes on without rows that cannot be read, and keeps them in a file', async (t) => {
  const text = readFileSync(ownLog('desk-example.csv'), 'utf8').replace('2026-03-02T08:20:00+01:00', 'soon');
  const [file, rejected] = [writeLog(t, text), join(temporaryFolder(t), 'rejected.csv')];
  const args = ['csv', file, '--map', ownLog('desk-example.map.json'), '--skip-unreadable', rejected];
  const { code, out } = await kundigImport(args);
  assert.equal(code, 0);
  assert.match(out, /\nRows read +22 \(18 imported, 4 rejected\)\n/);
  const lines = readFileSync(rejected, 'utf8').split('\r\n');
  assert.equal(lines.length, 6);
  assert.match(lines[2] ?? '', /^D-101;soon;.*;3;Time: not an instant in the format of the mapping \(soon\)$/);
  assert.match(await refusal(args), /exists already/);
});

test('ids that another source knows are told before anything is written', async (t) => {
  const log = ownLog('desk-example.csv');
  const map = JSON.parse(readFileSync(ownLog('desk-example.map.json'), 'utf8'));
  await kundigImport(['csv', log, '--map', writeMap(t, { ...map, source: 'first-name' })]);
  const second = writeMap(t, { ...map, source: 'second-name' });
  const { out } = await kundigImport(['csv', log, '--map', second, '--dry-run']);
  assert.match(out, /\n!! 5 of these ticket ids are already known from the source first-name\./);
});

test('progress is drawn on a terminal and nowhere else', async () => {
  const piped = await kundigImport(['uci-498', traps, '--dry-run']);
  assert.equal(piped.err, '');
  const terminal = await kundigImport(['uci-498', traps, '--dry-run'], { isTerminal: true });
  assert.match(terminal.err, /\rReading bytes █+.*\rWriting tickets █+/s);
  assert.ok(terminal.err.endsWith('\r\u001b[K'));
});

test('--time-zone is the zone of the file', async (t) => {
  const log =
    'number,sys_updated_at,sys_mod_count,opened_at,incident_state,resolved_at,closed_at,assignment_group,category,priority,contact_type,assigned_to,made_sla\n';
  const file = writeLog(t, `${log}Z1,29/3/2026 02:30,0,1/4/2026 00:30,New,?,?,?,?,?,?,?,true\n`);
  const inUtc = JSON.parse((await kundigImport(['uci-498', file, '--dry-run', '--json'])).out);
  assert.deepEqual([inUtc.timeZone, inUtc.unreadableRows], ['UTC', 0]);
  const inBerlin = await kundigImport(['uci-498', file, '--dry-run', '--json', '--time-zone', 'Europe/Berlin']);
  assert.match(inBerlin.err, /^line 2, column sys_updated_at: the clock skipped this time .*: "29\/3\/2026 02:30"\n$/);
  assert.equal(JSON.parse(inBerlin.out).timeZone, 'Europe/Berlin');
});

test('--unknown-status reads states that a mapping does not know', async (t) => {
  const map = writeMap(t, {
    source: 'states',
    rows: 'event',
    ticket: { column: 'id' },
    at: { column: 'at' },
    state: { column: 'state', values: {} },
  });
  const file = writeLog(t, 'id,at,state\nA,2026-03-02,Odd\n');
  const args = ['csv', file, '--map', map, '--dry-run', '--json'];
  assert.equal((await kundigImport(args)).code, 1);
  const report = JSON.parse((await kundigImport([...args, '--unknown-status', 'active'])).out);
  assert.deepEqual(report.repairs, [{ repair: 'unknown_state', rows: 1, examples: [2] }]);
});

test('a refused call writes nothing', async () => {
  const before = await contentOf(database);
  await refusal(['uci-498', `${traps}.gone`]);
  assert.deepEqual(await contentOf(database), before);
});

/** Names of all keys of a JSON value; months and repairs are lists, so their keys come from the first. */
function keysOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.slice(0, 1).flatMap(keysOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysOf(inner)]);
}
