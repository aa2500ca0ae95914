import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Instant } from '#core/time/instant.ts';
import { defaultTenantId as tenantId } from '#server/database/default-tenant.ts';
import { openDatabase } from '#server/platform/database.ts';
import { createLog } from '#server/platform/log.ts';
import { storeDesk } from '#server/testing/store-desk.ts';
import { testDatabase } from '#server/testing/test-database.ts';
import { minutes, openAt, recordedSteps } from '#server/testing/timed-desk.ts';
import { until } from '#tests/temporary-folder.ts';
import { randomDesk } from '#worlds/random-desk.ts';
import { startTimers } from './index.ts';

const database = await testDatabase();
const DAY = 24 * 60;
let now: Instant = minutes(0);

const start = (mostPauseMilliseconds: number, given = database) =>
  startTimers({
    database: given,
    now: () => now,
    log: createLog('silent'),
    mostSkewSeconds: Number.POSITIVE_INFINITY,
    mostPauseMilliseconds,
  });

before(() => storeDesk(database, tenantId, randomDesk(1, 0)));

test('while the server runs, steps are recorded as they come due, and tickets that come later are found', async () => {
  const timers = start(20);
  const countAfter = async (instant: Instant, ids: readonly string[], wanted: number): Promise<void> => {
    now = instant;
    await until(async () => (await recordedSteps(database, tenantId, ids)).length === wanted);
  };
  const first = await openAt(database, tenantId, [minutes(0)]);
  await countAfter(minutes(13), first, 1);
  const both = [...first, ...(await openAt(database, tenantId, [minutes(10)]))];
  await countAfter(minutes(DAY), both, 8);
  await timers.stop();
  const late = await openAt(database, tenantId, [minutes(2 * DAY)]);
  now = minutes(9 * DAY);
  assert.deepEqual(await recordedSteps(database, tenantId, late), []);
});

test('the worker ends at once although it sleeps', async () => {
  const timers = start(60_000);
  await new Promise((done) => setTimeout(done, 200));
  const begin = performance.now();
  await timers.stop();
  assert.ok(performance.now() - begin < 2_000);
});

test('that the clocks differ is logged once, not at every look', async () => {
  const lines: string[] = [];
  const timers = startTimers({
    database,
    now: () => now,
    log: createLog('warn', { write: (line) => lines.push(JSON.parse(line).msg) }),
    mostSkewSeconds: 60,
    mostPauseMilliseconds: 10,
  });
  await until(() => lines.length > 0);
  await new Promise((done) => setTimeout(done, 200));
  await timers.stop();
  assert.deepEqual(lines, ['clocks of server and database differ, timers pause']);
});

test('a database that fails does not end the worker', async () => {
  const other = openDatabase(database.url);
  let failures = 0;
  const broken = {
    ...database,
    ownerPool: {
      query: (...args: Parameters<typeof other.ownerPool.query>) => {
        failures += 1;
        return failures < 3 ? Promise.reject(new Error('gone')) : other.ownerPool.query(...args);
      },
    } as unknown as typeof other.ownerPool,
  };
  const ids = await openAt(database, tenantId, [minutes(20 * DAY)]);
  now = minutes(21 * DAY);
  const timers = start(20, broken);
  await until(async () => (await recordedSteps(database, tenantId, ids)).length === 4);
  await timers.stop();
  await other.close();
});
