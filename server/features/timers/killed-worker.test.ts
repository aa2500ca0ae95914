import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { before, test } from 'node:test';
import type { Instant } from '#core/time/instant.ts';
import { defaultTenantId as tenantId } from '#server/database/default-tenant.ts';
import { storeDesk } from '#server/testing/store-desk.ts';
import { testDatabase } from '#server/testing/test-database.ts';
import { minutes, openAt, recordedSteps, STEPS_AFTER_MINUTES } from '#server/testing/timed-desk.ts';
import { until } from '#tests/temporary-folder.ts';
import { dice } from '#worlds/dice.ts';
import { randomDesk } from '#worlds/random-desk.ts';
import { LEASE_SECONDS } from './lease.ts';

/*
 * Real processes, killed without warning in the middle of their work, or stopped and woken after their lease has run
 * out and another has taken over. Each step is recorded once all the same.
 */
const database = await testDatabase();
const DAY = 24 * 60;
const TICKETS = 300;
const KILLS = 6;
const LONGEST_MILLISECONDS = 60_000;

async function startWorker(now: Instant): Promise<ChildProcess> {
  const worker = spawn(process.execPath, ['server/testing/timer-process.ts', database.url, String(now)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(worker.stdout!, 'data');
  return worker;
}

async function kill(worker: ChildProcess): Promise<void> {
  worker.kill('SIGKILL');
  if (worker.exitCode === null && worker.signalCode === null) await once(worker, 'exit');
}

const open = (week: number): Promise<string[]> =>
  openAt(
    database,
    tenantId,
    Array.from({ length: TICKETS }, (_, index) => minutes(index, week)),
  );

async function assertOnceEach(ids: readonly string[], week: number): Promise<void> {
  const steps = await recordedSteps(database, tenantId, ids);
  const told = steps.map(({ ticketId, at }) => `${ticketId} ${at}`);
  const expected = ids.flatMap((id, index) =>
    STEPS_AFTER_MINUTES.map((after) => `${id} ${minutes(index + after, week)}`),
  );
  assert.deepEqual(told.toSorted(), expected.toSorted());
}

before(() => storeDesk(database, tenantId, randomDesk(1, 0)));

test(`${TICKETS * STEPS_AFTER_MINUTES.length} due steps and ${KILLS} kills: each is recorded once`, async (t) => {
  const ids = await open(0);
  const roll = dice(30);
  let now = minutes(DAY);
  const progress: number[] = [];
  const count = async (): Promise<number> => (await recordedSteps(database, tenantId, ids)).length;
  for (let killed = 0; killed < KILLS; killed += 1) {
    const before = progress.at(-1) ?? 0;
    const worker = await startWorker(now);
    await until(async () => (await count()) > before, LONGEST_MILLISECONDS);
    await new Promise((done) => setTimeout(done, roll.below(60)));
    await kill(worker);
    progress.push(await count());
    // What the dead worker had taken is free again after its lease.
    now = (now + LEASE_SECONDS) as Instant;
  }
  t.diagnostic(`recorded after each kill: ${progress.join(', ')}`);
  const last = await startWorker(now);
  try {
    await until(async () => (await count()) >= ids.length * STEPS_AFTER_MINUTES.length, LONGEST_MILLISECONDS);
  } finally {
    await kill(last);
  }
  await assertOnceEach(ids, 0);
});

test('a worker that was stopped over its lease does nothing a second time when it wakes', async () => {
  const ids = await open(1);
  const now = minutes(DAY, 1);
  const sleeper = await startWorker(now);
  const count = async (): Promise<number> => (await recordedSteps(database, tenantId, ids)).length;
  await until(async () => (await count()) > 0);
  sleeper.kill('SIGSTOP');
  const others: ChildProcess[] = [];
  try {
    // What the sleeper has taken is free after its lease, what it has locked when the database loses patience with it.
    for (let lease = 1; (await count()) < ids.length * STEPS_AFTER_MINUTES.length; lease += 1) {
      assert.ok(lease < 20, 'the sleeper still holds something');
      others.push(await startWorker((now + lease * LEASE_SECONDS) as Instant));
      await new Promise((done) => setTimeout(done, 2_000));
    }
    const recorded = await count();
    sleeper.kill('SIGCONT');
    await new Promise((done) => setTimeout(done, 1_000));
    assert.equal(await count(), recorded);
  } finally {
    for (const worker of [sleeper, ...others]) await kill(worker);
  }
  await assertOnceEach(ids, 1);
});
