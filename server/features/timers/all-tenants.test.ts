import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { defaultTenantId } from '#server/database/default-tenant.ts';
import { createLog } from '#server/platform/log.ts';
import { storeDesk } from '#server/testing/store-desk.ts';
import { testDatabase } from '#server/testing/test-database.ts';
import { minutes, openAt, recordedSteps } from '#server/testing/timed-desk.ts';
import { randomDesk } from '#worlds/random-desk.ts';
import { NoTenantSeen, readAgenda } from './agenda.ts';
import { settleDue } from './settle-due.ts';

const database = await testDatabase();
const otherTenantId = '00000000-0000-7000-8000-000000000002';
const DAY = 24 * 60;
let opened: readonly [string, string][];

before(async () => {
  const owner = await database.ownerPool.connect();
  await owner.query('begin');
  await owner.query("select set_config('app.tenant_id', $1, true)", [otherTenantId]);
  await owner.query("insert into tenant (id, slug, name) values ($1, 'other', 'Other')", [otherTenantId]);
  await owner.query('commit');
  owner.release();
  const ids: [string, string][] = [];
  for (const tenantId of [defaultTenantId, otherTenantId]) {
    await storeDesk(database, tenantId, randomDesk(1, 0));
    const [id] = await openAt(database, tenantId, [minutes(0)]);
    ids.push([tenantId, id!]);
  }
  opened = ids;
});

test('the owner reads which tenants have something due', async () => {
  const { tenantIds, nextDueAt } = await readAgenda(database.ownerPool, minutes(13));
  assert.deepEqual(tenantIds.toSorted(), [defaultTenantId, otherTenantId]);
  assert.equal(nextDueAt, minutes(15));
});

test('the timers of every tenant are settled', async () => {
  const { recorded } = await settleDue({
    database,
    now: () => minutes(DAY),
    log: createLog('silent'),
    mostSkewSeconds: Number.POSITIVE_INFINITY,
    stop: new AbortController().signal,
  });
  assert.equal(recorded, 8);
  for (const [tenantId, id] of opened) assert.equal((await recordedSteps(database, tenantId, [id])).length, 4);
});

for (const table of ['tenant', 'timer']) {
  test(`the serving role sees no row of ${table} before it has named its tenant`, async () => {
    await openAt(database, defaultTenantId, [minutes(DAY * 7)]);
    assert.deepEqual((await database.appPool.query(`select * from ${table}`)).rows, []);
    assert.ok((await database.ownerPool.query(`select * from ${table}`)).rows.length > 0);
  });
}

for (const table of ['ticket', 'ticket_event', 'fact_clock', 'agreement_version', 'api_token']) {
  test(`the owner sees no row of ${table} before it has named a tenant`, async () => {
    assert.deepEqual((await database.ownerPool.query(`select * from ${table}`)).rows, []);
  });
}

for (const statement of ['update timer set attempts = 1', 'delete from timer', "update tenant set name = 'x'"]) {
  test(`the owner changes nothing by "${statement}"`, async () => {
    assert.equal((await database.ownerPool.query(statement)).rowCount, 0);
  });
}

test('a user that sees no tenant is told so: its timers would be forgotten in silence', async () => {
  await assert.rejects(readAgenda(database.appPool, minutes(DAY)), NoTenantSeen);
});
