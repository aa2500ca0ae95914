import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultTenantId as tenantId } from '#server/database/default-tenant.ts';
import { testDatabase } from '#server/testing/test-database.ts';
import { againAfterDeadlock } from './again-after-deadlock.ts';
import { inTenantSession } from './database.ts';

const database = await testDatabase();

test('two who lock the same rows in opposite order both succeed', async () => {
  const keys = ['a', 'b'] as const;
  let attempts = 0;
  const bothHaveOne = Promise.withResolvers<void>();
  let first = 0;
  const work = (order: readonly string[]) =>
    againAfterDeadlock(() =>
      inTenantSession(database.appPool, tenantId, async ({ client }) => {
        attempts += 1;
        await client.query('select pg_advisory_xact_lock(hashtext($1))', [order[0]]);
        first += 1;
        if (first === 2) bothHaveOne.resolve();
        await bothHaveOne.promise;
        await client.query('select pg_advisory_xact_lock(hashtext($1))', [order[1]]);
        return order[0];
      }),
    );
  assert.deepEqual(await Promise.all([work(keys), work(keys.toReversed())]), ['a', 'b']);
  assert.equal(attempts, 3);
});

test('another error is not tried again', async () => {
  let attempts = 0;
  const broken = againAfterDeadlock(async () => {
    attempts += 1;
    throw new Error('changed my mind');
  });
  await assert.rejects(broken, /changed my mind/);
  assert.equal(attempts, 1);
});
