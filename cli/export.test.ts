import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { before, describe, test } from 'node:test';
import { readXlsx } from 'hucre';
import { CsvReader } from '#core/import/csv-reader.ts';
import { defaultTenantId } from '#server/database/default-tenant.ts';
import { Failure } from '#server/platform/failure.ts';
import { storeDesk } from '#server/testing/store-desk.ts';
import { testDatabase } from '#server/testing/test-database.ts';
import { settingsFor } from '#tests/import-command.ts';
import { projectFolder } from '#tests/kundig-process.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';
import { randomDesk } from '#worlds/random-desk.ts';
import { run } from './export.ts';

const database = await testDatabase();
const environment = { ...settingsFor(database), KUNDIG_TIME_ZONE: 'Europe/Berlin' };
const period = ['--from', '2026-01-01', '--to', '2026-03-01', '--as-of', '2026-04-01'];
const created = ['tickets_created_count', ...period];

async function kundigExport(args: readonly string[], language: 'de' | 'en' = 'en'): Promise<string> {
  let written = '';
  const out = new Writable({
    write: (text, _encoding, done) => {
      written += text;
      done();
    },
  });
  const stopSignal = (): AbortSignal => new AbortController().signal;
  const io = { out, err: out, environment, workingFolder: projectFolder, language, stopSignal };
  assert.equal(await run(args, io), 0);
  return written;
}

async function refusal(args: readonly string[]): Promise<string> {
  const error: unknown = await kundigExport(args).catch((reason: unknown) => reason);
  assert.ok(error instanceof Failure, String(error));
  return error.describe('en');
}

function recordsOf(file: string): (readonly string[])[] {
  const reader = new CsvReader(',', 1_000_000);
  return [...reader.read(readFileSync(file, 'utf8')), ...reader.end()].map((record) => {
    assert.ok(record.kind === 'fields');
    return record.fields;
  });
}

describe('kundig export', () => {
  before(() => storeDesk(database, defaultTenantId, randomDesk(99, 400)));

  test('writes a figure as CSV, and says what it wrote', async (t) => {
    const file = join(temporaryFolder(t), 'created.csv');
    const said = await kundigExport([...created, '--by', 'month', '--file', file]);
    assert.equal(said, `Written: ${file} (rows: 2)\n`);
    const [headings, ...rows] = recordsOf(file);
    assert.deepEqual(headings!.slice(0, 3), ['Figure', 'From', 'To (exclusive)']);
    assert.deepEqual(
      rows.map((row) => row.slice(0, 3)),
      [
        ['tickets_created_count', '2026-01-01T00:00:00+01:00', '2026-02-01T00:00:00+01:00'],
        ['tickets_created_count', '2026-02-01T00:00:00+01:00', '2026-03-01T00:00:00+01:00'],
      ],
    );
  });

  test('writes as many tickets as the figure counts and leaves out', async (t) => {
    const folder = temporaryFolder(t);
    await kundigExport([...created, '--file', join(folder, 'figure.csv')]);
    await kundigExport([...created, '--tickets', '--file', join(folder, 'tickets.csv')]);
    const [headings, figure] = recordsOf(join(folder, 'figure.csv'));
    const numberOf = (heading: string): number => Number(figure![headings!.indexOf(heading)]);
    const tickets = recordsOf(join(folder, 'tickets.csv')).slice(1);
    assert.ok(numberOf('n') > 100);
    assert.equal(tickets.length, numberOf('n') + numberOf('Left out'));
  });

  test('writes a comparison with the period before', async (t) => {
    const file = join(temporaryFolder(t), 'compared.csv');
    const compared = [
      'tickets_created_count',
      '--from',
      '2026-02-01',
      '--as-of',
      '2026-04-01',
      '--compare',
      'previous',
    ];
    await kundigExport([...compared, '--file', file]);
    const [headings, row] = recordsOf(file);
    const cellUnder = (heading: string): string | undefined => row![headings!.indexOf(heading)];
    assert.equal(cellUnder('From'), '2026-02-01T00:00:00+01:00');
    assert.equal(cellUnder('Compared with: From'), '2026-01-01T00:00:00+01:00');
    const difference = Number(cellUnder('Value (tickets)')) - Number(cellUnder('Compared with: Value (tickets)'));
    assert.equal(Number(cellUnder('Difference (tickets)')), difference);
  });

  test('writes a workbook in the language of the person', async (t) => {
    const file = join(temporaryFolder(t), 'Vorgänge.xlsx');
    await kundigExport([...created, '--tickets', '--file', file], 'de');
    const { sheets } = await readXlsx(readFileSync(file));
    assert.deepEqual(
      sheets.map(({ name }) => name),
      ['Eingegangene Vorgänge', 'Über diese Tabelle'],
    );
    const headings = ['Vorgang', 'In der Quelle', 'Anliegen', 'Kunde', 'Von (Europe/Berlin)'];
    assert.deepEqual(sheets[0]!.rows[0]!.slice(0, headings.length), headings);
    assert.equal(typeof sheets[0]!.rows[1]![0], 'number');
    assert.deepEqual(sheets[1]!.rows[1], ['Kennzahl', 'tickets_created_count']);
  });

  test('writes CSV as a German Excel wants it', async (t) => {
    const file = join(temporaryFolder(t), 'table.csv');
    const figure = ['reopen_rate_pct', ...period, '--file', file];
    await kundigExport([...figure, '--bom', '--delimiter', ';', '--decimal-comma'], 'de');
    const [headings, row] = readFileSync(file, 'utf8').split('\r\n');
    assert.match(headings!, /^\uFEFFKennzahl;Von;Bis \(ausschließlich\);Wert \(%\);/);
    assert.match(row!, /^reopen_rate_pct;[^;]+;[^;]+;\d+(,\d+)?;/);
  });

  test('takes the place of the file that was there', async (t) => {
    const folder = temporaryFolder(t);
    const file = join(folder, 'table.csv');
    await kundigExport([...created, '--tickets', '--file', file]);
    await kundigExport([...created, '--file', file]);
    assert.equal(recordsOf(file).length, 2);
    assert.deepEqual(readdirSync(folder), ['table.csv']);
  });

  test('says in a sentence that there is no such folder, or that the file is one', async (t) => {
    const folder = temporaryFolder(t);
    mkdirSync(join(folder, 'folder.csv'));
    const missing = join(folder, 'missing', 'table.csv');
    assert.equal(
      await refusal([...created, '--file', missing]),
      `There is no folder for ${missing}. Create it, or choose another place.`,
    );
    assert.match(
      await refusal([...created, '--file', join(folder, 'folder.csv')]),
      /is a folder\. Write the name of a file\.$/,
    );
  });

  test('says in a sentence that the disk is full, and leaves nothing there', (t) => {
    const folder = temporaryFolder(t);
    const script =
      'mount -t tmpfs -o size=16k tmpfs "$0" || exit 99; dd if=/dev/zero of="$0/filler" bs=4k count=3 status=none; "$@"; code=$?; ls -A "$0"; exit $code';
    const command = [process.execPath, 'bin/kundig.js', 'export', ...created, '--tickets'];
    const file = join(folder, 'table.csv');
    const { status, stdout, stderr, error } = spawnSync(
      'unshare',
      ['--mount', 'sh', '-c', script, folder, ...command, '--file', file],
      { cwd: projectFolder, encoding: 'utf8', env: { ...process.env, ...environment, KUNDIG_LANGUAGE: 'en' } },
    );
    if (error !== undefined || status === 99 || /unshare/.test(stderr)) {
      t.skip('needs the right to mount a small file system');
      return;
    }
    assert.match(stderr, /^There is no room on the disk for .*table\.csv\. [^\n]*\n$/);
    assert.deepEqual([status, stdout], [1, 'filler\n']);
  });
});
