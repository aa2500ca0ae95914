import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { type TestContext, test } from 'node:test';
import { Failure } from '#server/platform/failure.ts';
import { testDatabase } from '#server/testing/test-database.ts';
import { contentOf, ownLog, writeLog } from '#tests/import-log.ts';
import { runKundig } from '#tests/kundig-process.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';
import type { CommandIo } from './command.ts';
import { run } from './import.ts';

const database = await testDatabase();
const environment = { DATABASE_URL: database.url, KUNDIG_ACCEPT_DATA_LOSS: 'yes' };
const traps = ownLog('incident-traps.csv');

/** Runs the command in this process, at a terminal or not. */
async function kundigImport(args: readonly string[], { isTerminal = false, language = 'en' as 'de' | 'en' } = {}) {
  const written = { out: '', err: '' };
  const io: CommandIo = {
    out: collecting((text) => {
      written.out += text;
    }),
    err: Object.assign(
      collecting((text) => {
        written.err += text;
      }),
      { isTTY: isTerminal },
    ),
    environment,
    workingFolder: process.cwd(),
    language,
    stopSignal: () => new AbortController().signal,
  };
  return { code: await run(args, io), ...written };
}

function collecting(add: (text: string) => void): Writable {
  return new Writable({
    decodeStrings: false,
    write: (text, _encoding, done) => {
      add(text);
      done();
    },
  });
}

/** The sentence with which a call is refused. */
async function refusal(args: readonly string[], language: 'de' | 'en' = 'en'): Promise<string> {
  const error = await kundigImport(args).then(
    () => null,
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof Failure, String(error));
  return error.describe(language);
}

function writeMap(t: TestContext, content: unknown): string {
  const file = join(temporaryFolder(t), 'map.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

test('a call that makes no sense gets the usage', async () => {
  const calls = [
    [],
    ['uci-498'],
    ['uci-498', ''],
    ['uci-498', traps, 'more'],
    ['csv', traps],
    ['uci-498', traps, '--map', traps],
    ['toString', traps],
    ['nothing', traps],
    ['uci-498', traps, '--fast'],
    ['uci-498', traps, '--time-zone'],
  ];
  for (const call of calls) assert.match(await refusal(call), /^Usage: kundig import uci-498 FILE .*docs\/import\.md/);
});

test('the process ends with code 1 and one sentence', async (t) => {
  for (const args of [['import'], ['import', 'uci-498', '/nowhere/log.csv']]) {
    const { code, out, err } = await runKundig(t, args, { environment });
    assert.deepEqual([code, out, err.split('\n').length], [1, '', 2]);
  }
});

test('a wrong zone, a wrong state, a state without a column: each its own sentence, nothing echoed at length', async (t) => {
  const zone = await refusal(['uci-498', traps, '--time-zone', `Mars/${'x'.repeat(10_000)}`]);
  assert.match(zone, /^"Mars\/x+…" is not a time zone\./);
  const state = await refusal(['uci-498', traps, '--unknown-status', 'x'.repeat(10_000)]);
  assert.match(state, /^--unknown-status does not know "x+…"\. It takes active or one of: new, /);
  for (const sentence of [zone, state]) assert.ok(sentence.length < 400);
  const map = writeMap(t, { source: 'a', rows: 'event', ticket: { column: 'id' }, at: { column: 'at' } });
  assert.match(await refusal(['csv', traps, '--map', map, '--unknown-status', 'active']), /^--unknown-status needs/);
});

test('a mapping that is not there, is a folder, is no JSON, or far too long', async (t) => {
  const folder = temporaryFolder(t);
  mkdirSync(join(folder, 'map.json'));
  assert.match(await refusal(['csv', traps, '--map', join(folder, 'none.json')]), /^There is no file .*none\.json\.$/);
  assert.match(await refusal(['csv', traps, '--map', join(folder, 'map.json')]), /is a folder, not a file\.$/);
  const broken = writeMap(t, '{\n  "source": "desk",\n  "rows" "event"\n}');
  assert.match(await refusal(['csv', traps, '--map', broken]), /is not valid JSON \(line 3, column 10\)\.$/);
  assert.match(await refusal(['csv', traps, '--map', writeMap(t, '')]), /is not valid JSON\.$/);
  assert.match(await refusal(['csv', traps, '--map', writeMap(t, ' '.repeat(1_000_001))]), /that is no mapping\.$/);
});

test('all that is wrong with a mapping is said at once, with its path, in the language of the person', async (t) => {
  const map = writeMap(t, {
    source: 'Our desk',
    rows: 'event',
    ticket: { column: 'id' },
    state: { column: 'status', values: { 'On hold': 'waiting' } },
    witnesses: ['states', 'replies'],
    calendar: { timeZone: 'UTC', weekly: { mon: [['17:00']] } },
    ['x'.repeat(5000)]: 1,
  });
  const german = (await refusal(['csv', traps, '--map', map], 'de')).split('\n');
  assert.match(german[0] ?? '', /^Die Zuordnung .*map\.json ist nicht gültig:$/);
  assert.deepEqual(
    german.slice(1).sort(),
    [
      '  - at fehlt: Eine Zeile je Ereignis muss sagen, wann es geschah.',
      '  - calendar.weekly.mon[1] muss eine Liste aus zwei Uhrzeiten sein, etwa ["08:00", "17:00"].',
      '  - source muss ein Name aus Kleinbuchstaben (a bis z), Ziffern und Bindestrichen sein, höchstens 63.',
      '  - state.values["On hold"] muss eines davon sein: new, in_progress, pending_customer, pending_vendor, resolved, closed, cancelled, spam, test, merged.',
      '  - witnesses[2]: Keine Spalte der Zuordnung kann das sagen. Nennen Sie die Spalte oder lassen Sie dies weg.',
      `  - ${'x'.repeat(60)}… ist kein Schlüssel, den eine Zuordnung dort hat.`,
    ].sort(),
  );
  const english = (await refusal(['csv', traps, '--map', map], 'en')).split('\n');
  assert.equal(english.length, german.length);
  assert.match(
    await refusal(['csv', traps, '--map', writeMap(t, '[]')]),
    /The mapping must be an object, in braces\.$/,
  );
});

test('the report reads well and says that file and database agree', async () => {
  const { code, out, err } = await kundigImport(['uci-498', traps]);
  assert.deepEqual([code, err], [0, '']);
  assert.match(
    out,
    /^Imported uci-498 \(UTC\)\n\nRows read {12}42\nTickets in the file {2}11 \(11 new\)\nEvents added {9}\d+\n/,
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
  assert.match(out, /\nUnreadable rows: 1\. A real import would refuse the file and change nothing\.\n/);
  assert.match(await refusal(['uci-498', file], 'de'), /^Unlesbare Zeilen: 1\. Daher wurde nichts übernommen\./);
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
