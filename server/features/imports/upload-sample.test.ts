import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { defaultTenantId as tenantId } from '#server/database/default-tenant.ts';
import { createLog } from '#server/platform/log.ts';
import { makeToken, testApi } from '#server/testing/test-api.ts';
import { testDatabase } from '#server/testing/test-database.ts';
import { bytesOf, UploadedLogs } from '#server/testing/uploaded-log.ts';
import { verifyAll } from '#tests/import-log.ts';
import { needsShared, sharedPath } from '#tests/shared-folder.ts';
import { type RunningImports, startImports } from './start-imports.ts';

let imports: RunningImports | undefined;
// Before the database goes.
after(() => imports?.stop());
const database = await testDatabase();
const api = await testApi(database);
let logs: UploadedLogs;

before(async () => {
  logs = new UploadedLogs(api, (await makeToken(database, tenantId, { role: 'lead' })).token);
  const log = createLog('silent');
  imports = startImports({ database, databaseUrl: database.url, log, timeZone: 'Europe/Berlin' });
});

test('the tickets of the public sample are known, imported and agree with the file', needsShared, async () => {
  const path = sharedPath('data', 'uci-498', 'sample_1k.csv.gz') ?? '';
  const { id } = await logs.upload('sample_1k.csv.gz', bytesOf(path));
  assert.equal((await logs.inspection(id)).preset, 'uci-498');
  const done = await logs.step(id, 'run');
  assert.deepEqual([done.task?.failure, done.result?.rows, done.result?.tickets.added], [null, 5807, 1005]);
  assert.equal((await verifyAll(database)).differences, 0);
});
