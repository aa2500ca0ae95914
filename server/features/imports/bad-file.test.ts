import assert from 'node:assert/strict';
import { chmodSync } from 'node:fs';
import { dirname } from 'node:path';
import { type TestContext, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { Failure, type FailureKey } from '#server/platform/failure.ts';
import { testDatabase } from '#server/testing/test-database.ts';
import { ask, contentOf, importFile, writeLog } from '#tests/import-log.ts';

/** Files that cannot be read as a whole: each is refused with one sentence, and nothing is written. */
const database = await testDatabase();
const untouched = await contentOf(database);

const mapping = {
  source: 'bad',
  rows: 'event',
  ticket: { column: 'id' },
  at: { column: 'at' },
  team: { column: 'team' },
};
const good = 'id,at,team\nA,2026-03-02T08:00Z,Blue\nB,2026-03-02T09:00Z,Blue\n';
const manyRows = `id,at,team\n${Array.from({ length: 50_000 }, (_, index) => `T${index},2026-03-02T08:00Z,Team ${Math.sin(index)}`).join('\n')}\n`;

async function refuses(
  t: TestContext,
  content: string | Buffer,
  expected: { key: FailureKey; params?: Record<string, unknown>; name?: string; mapping?: object },
): Promise<void> {
  const file = writeLog(t, content, expected.name);
  for (const isDryRun of [true, false]) {
    const attempt = importFile(database, file, { mapping: { ...mapping, ...expected.mapping }, isDryRun });
    await assert.rejects(attempt, (error) => {
      assert.ok(error instanceof Failure, String(error));
      const named = Object.fromEntries(
        Object.keys(expected.params ?? {}).map((name) => [name, (error.params as Record<string, unknown>)[name]]),
      );
      assert.deepEqual([error.key, named], [expected.key, expected.params ?? {}]);
      for (const language of ['de', 'en'] as const) assert.ok(error.describe(language).length < 2500);
      return true;
    });
  }
  assert.deepEqual(await contentOf(database), untouched);
}

test('a file that is not there, a folder, a file that may not be read', async (t) => {
  const file = writeLog(t, good);
  const attempt = (path: string) => importFile(database, path, { mapping });
  await assert.rejects(attempt(`${file}.gone`), { key: 'failure.importNoFile' });
  await assert.rejects(attempt(`${file}/inside`), { key: 'failure.importNoFile' });
  await assert.rejects(attempt(`${file}${'x'.repeat(5000)}`), (error) => {
    assert.ok(error instanceof Failure);
    assert.equal(error.key, 'failure.importNoFile');
    assert.ok(error.describe('en').length < 300);
    return true;
  });
  await assert.rejects(attempt(dirname(file)), { key: 'failure.importFolder' });
  chmodSync(file, 0);
  if (process.getuid?.() === 0) t.diagnostic('root may read every file, so the right to read is not tried');
  else await assert.rejects(attempt(file), { key: 'failure.importNoRight' });
});

test('a name that ends with .gz and content that is not compressed', async (t) => {
  await refuses(t, good, { key: 'failure.importNotGzip', name: 'log.csv.gz' });
});

test('a compressed file that is cut off, and one with a wrong byte', async (t) => {
  const packed = gzipSync(manyRows);
  await refuses(t, packed.subarray(0, packed.length / 2), { key: 'failure.importDamaged', name: 'log.csv.gz' });
  const wrong = Buffer.from(packed);
  wrong.writeUInt32LE(7, wrong.length - 8);
  await refuses(t, wrong, { key: 'failure.importDamaged', name: 'log.csv.gz' });
});

test('a file that is cut off before its first line ends', async (t) => {
  await refuses(t, gzipSync(good).subarray(0, 12), { key: 'failure.importDamaged' });
});

test('an empty file, one of empty lines, one with the names of the columns alone', async (t) => {
  for (const content of ['', '\uFEFF', '\n\r\n\n', 'id,at,team\n', 'id,at,team', gzipSync('')]) {
    await refuses(t, content, { key: 'failure.importEmpty' });
  }
});

test('another delimiter', async (t) => {
  await refuses(t, good.replaceAll(',', ';'), {
    key: 'failure.importDelimiter',
    params: { delimiter: ',', other: ';' },
  });
  await refuses(t, good.replaceAll(',', '\t'), { key: 'failure.importDelimiter', params: { other: '\\t' } });
});

test('a column that is missing', async (t) => {
  await refuses(t, good.replace('team', 'group'), {
    key: 'failure.importColumns',
    params: { columns: 'team', found: 'id, at, group' },
  });
  const wide = Array.from({ length: 5000 }, (_, index) => `column ${index}`).join(',');
  await refuses(t, `${wide}\n${wide}\n`, { key: 'failure.importColumns' });
});

test('a column that the mapping does not name may stand there twice', async (t) => {
  const file = writeLog(t, 'id,at,team,x,x\nA,2026-03-02T08:00Z,Blue,1,2\n');
  const { report } = await importFile(database, file, { mapping, isDryRun: true });
  assert.equal(report.tickets.added, 1);
});

test('names of columns that are no CSV', async (t) => {
  await refuses(t, `i"d,at,team\n${good}`, { key: 'failure.importHeader', params: { line: 1 } });
});

test('another encoding is refused with the line, and read when the mapping names it', async (t) => {
  const text = good.replace('B,2026-03-02T09:00Z,Blue', 'B,2026-03-02T09:00Z,Köln €');
  const windows = Buffer.from(text.replace('ö', '\xf6').replace('€', '\x80'), 'latin1');
  await refuses(t, windows, { key: 'failure.importEncoding', params: { line: 3, encoding: 'utf-8' } });
  const late = Buffer.concat([Buffer.from(manyRows), Buffer.from('A,2026-03-02T08:00Z,K\xf6ln\n', 'latin1')]);
  await refuses(t, late, { key: 'failure.importEncoding', params: { line: 50_002 } });
  await refuses(t, Buffer.concat([Buffer.from(good), Buffer.from([0xc3])]), { key: 'failure.importEncoding' });
  const utf16 = Buffer.from(`\uFEFF${text}`, 'utf16le');
  const message = { key: 'failure.importUtf16', params: { encoding: 'utf-16le' } } as const;
  await refuses(t, utf16, message);
  await refuses(t, utf16.subarray(2), message);
  await refuses(t, gzipSync(utf16), message);
  await refuses(t, Buffer.from(utf16).swap16(), { ...message, params: { encoding: 'utf-16be' } });
  const readable = await testDatabase();
  const files = {
    'windows-1252': windows,
    'utf-16le': utf16,
    'utf-16be': Buffer.from(utf16).swap16(),
    'iso-8859-15': Buffer.from(text.replace('ö', '\xf6').replace('€', '\xa4'), 'latin1'),
    'utf-8': Buffer.from(`\uFEFF${text}`),
  };
  for (const [encoding, content] of Object.entries(files)) {
    const own = { ...mapping, source: `encoded-${encoding}`, encoding };
    await importFile(readable, writeLog(t, content), { mapping: own });
  }
  const byTeam = await ask(readable, 'tickets_created_count', { from: '2026-03-01', to: '2026-04-01', split: 'team' });
  assert.deepEqual(
    byTeam.map(({ split, value }) => [split, value]),
    [
      ['Blue', 5],
      ['Köln €', 5],
    ],
  );
});

test('a field of ten million characters', async (t) => {
  const long = 'x'.repeat(10_000_000);
  for (const field of [long, `"${long}"`, `"${long}`]) {
    await refuses(t, `${good}C,2026-03-02T08:00Z,${field}\n`, {
      key: 'failure.importRowTooLong',
      params: { line: 4, field: 3 },
    });
  }
});

test('files of other kinds are told by what they are, whatever their name', async (t) => {
  const bytes = Buffer.from(Array.from({ length: 3_000 }, (_, index) => (index * 7) % 256));
  const kinds = [
    [Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), bytes]), 'failure.importNoText'],
    [bytes, 'failure.importNoText'],
    [gzipSync(bytes), 'failure.importNoText'],
    [Buffer.concat([Buffer.from('PK\x03\x04'), bytes]), 'failure.importZip'],
    [Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), bytes]), 'failure.importOldExcel'],
    [gzipSync(gzipSync(good)), 'failure.importGzipTwice'],
  ] as const;
  for (const [content, key] of kinds) await refuses(t, content, { key });
});
