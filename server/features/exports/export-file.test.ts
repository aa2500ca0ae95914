import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { describe, test } from 'node:test';
import { Failure } from '#server/platform/failure.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';
import { writeFailure, writeWholeFile } from './export-file.ts';

const never = new AbortController().signal;

/** Ends the stream with this text, as a writer does. */
const writing =
  (text: string) =>
  (sink: Writable): Promise<string> =>
    new Promise((done, failed) => {
      sink.once('error', failed);
      sink.end(text, () => done('written'));
    });

describe('a file that is written as a whole', () => {
  test('takes the place of what was there, and nothing else stays', async (t) => {
    const folder = temporaryFolder(t);
    const file = join(folder, 'table.csv');
    writeFileSync(file, 'old');
    assert.equal(await writeWholeFile(file, writing('new'), { stop: never }), 'written');
    assert.equal(readFileSync(file, 'utf8'), 'new');
    assert.deepEqual(readdirSync(folder), ['table.csv']);
  });

  test('leaves what was there when its rows fail', async (t) => {
    const folder = temporaryFolder(t);
    const file = join(folder, 'table.csv');
    writeFileSync(file, 'old');
    const failing = (sink: Writable): Promise<never> => {
      sink.write('half');
      return Promise.reject(new Error('no more rows'));
    };
    await assert.rejects(writeWholeFile(file, failing, { stop: never }), /^Error: no more rows$/);
    assert.equal(readFileSync(file, 'utf8'), 'old');
    assert.deepEqual(readdirSync(folder), ['table.csv']);
  });

  test('leaves nothing when the person stops it', async (t) => {
    const folder = temporaryFolder(t);
    const stop = new AbortController();
    const stopped = (sink: Writable): Promise<never> =>
      new Promise((_, failed) => {
        sink.write('half', () => {
          assert.equal(readdirSync(folder).length, 1);
          stop.abort();
          assert.deepEqual(readdirSync(folder), []);
          failed(new Error('stopped'));
        });
      });
    await assert.rejects(writeWholeFile(join(folder, 'table.csv'), stopped, { stop: stop.signal }), /stopped/);
  });

  const badPlaces = [
    ['failure.exportFolderMissing', 'missing/table.csv'],
    ['failure.exportFolderMissing', 'file/table.csv'],
    ['failure.exportIsFolder', 'folder.csv'],
    ['failure.exportNameTooLong', `${'x'.repeat(300)}.csv`],
  ] as const;
  for (const [key, place] of badPlaces) {
    test(`at ${place.slice(0, 20)} is refused with ${key}`, async (t) => {
      const folder = temporaryFolder(t);
      writeFileSync(join(folder, 'file'), '');
      mkdirSync(join(folder, 'folder.csv'));
      await assert.rejects(
        writeWholeFile(join(folder, place), writing('new'), { stop: never }),
        (error) => error instanceof Failure && error.key === key,
      );
      assert.deepEqual(readdirSync(folder).sort(), ['file', 'folder.csv']);
    });
  }

  const refusals = [
    ['ENOSPC', 'failure.exportDiskFull'],
    ['EDQUOT', 'failure.exportDiskFull'],
    ['EFBIG', 'failure.exportDiskFull'],
    ['EACCES', 'failure.exportForbidden'],
    ['EROFS', 'failure.exportForbidden'],
    ['EIO', 'failure.exportUnwritable'],
  ] as const;
  for (const [code, key] of refusals) {
    test(`says ${key} when the disk says ${code}`, () => {
      assert.equal(writeFailure(Object.assign(new Error(code), { code }), 'x.csv')?.key, key);
    });
  }

  test('has no sentence for a mistake of the program', () => {
    assert.equal(writeFailure(new TypeError('x'), 'x.csv'), null);
  });
});
