import assert from 'node:assert/strict';
import { existsSync, mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '#tests/temporary-folder.ts';
import { clearSocketFolder, makeSocketFolder, removeSocketFolder } from './socket-folder.ts';

const self = { kind: 'self' } as const;

test('the folder is closed to others, short, and the same for the same database', (t) => {
  const database = join(temporaryFolder(t), 'x'.repeat(200));
  const folder = makeSocketFolder(database, self, null);
  assert.equal(statSync(folder).mode & 0o777, 0o700);
  assert.ok(Buffer.byteLength(join(folder, '.s.PGSQL.5432')) <= 103);
  assert.equal(makeSocketFolder(database, self, null), folder);
  removeSocketFolder(folder);
  assert.equal(existsSync(folder), false);
});

test('a name that somebody else took first, open to all or as a link, is left alone', (t) => {
  const database = temporaryFolder(t);
  const first = makeSocketFolder(database, self, null);
  removeSocketFolder(first);
  mkdirSync(first, { mode: 0o777 });
  const second = makeSocketFolder(database, self, null);
  assert.notEqual(second, first);
  removeSocketFolder(second);
  symlinkSync(temporaryFolder(t), second);
  const third = makeSocketFolder(database, self, null);
  assert.notEqual(third, second);
  removeSocketFolder(third);
});

test('a database that died gets its former folder again, wherever the temporary folder is now', (t) => {
  const former = join(temporaryFolder(t), 'kundig-0123456789ab');
  assert.equal(makeSocketFolder('/somewhere', self, former), former);
});

test('a former folder that was not ours is neither used nor removed', (t) => {
  const foreign = join(temporaryFolder(t), 'private');
  mkdirSync(foreign, { mode: 0o700 });
  writeFileSync(join(foreign, 'letter.txt'), '');
  const folder = makeSocketFolder(join(foreign, 'x'), self, foreign);
  assert.notEqual(folder, foreign);
  removeSocketFolder(folder);
  removeSocketFolder(foreign);
  clearSocketFolder(foreign);
  assert.equal(existsSync(join(foreign, 'letter.txt')), true);
});
