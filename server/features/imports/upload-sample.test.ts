import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytesOf, testImports } from '#server/testing/uploaded-log.ts';
import { verifyAll } from '#tests/import-log.ts';
import { needsShared, sharedPath } from '#tests/shared-folder.ts';

const { database, logs } = await testImports();

test('the tickets of the public sample are known, imported and agree with the file', needsShared, async () => {
  const path = sharedPath('data', 'uci-498', 'sample_1k.csv.gz') ?? '';
  const { id } = await logs.upload('sample_1k.csv.gz', bytesOf(path));
  assert.equal((await logs.inspection(id)).preset, 'uci-498');
  const done = await logs.step(id, 'run');
  assert.deepEqual([done.task?.failure, done.result?.rows, done.result?.tickets.added], [null, 5807, 1005]);
  assert.equal((await verifyAll(database)).differences, 0);
});
