import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { TicketCommand } from '#core/ticket/command.ts';
import type { Instant } from '#core/time/instant.ts';
import { defaultTenantId as tenantId } from '#server/database/default-tenant.ts';
import { inTenantSession, openDatabase } from '#server/platform/database.ts';
import { createLog } from '#server/platform/log.ts';
import { storeDesk } from '#server/testing/store-desk.ts';
import { testDatabase } from '#server/testing/test-database.ts';
import { inUnit, minutes, openAt, recordedSteps, STEPS_AFTER_MINUTES } from '#server/testing/timed-desk.ts';
import { randomDesk } from '#worlds/random-desk.ts';
import { claimDue, LEASE_SECONDS } from './lease.ts';
import { type Round, settleDue, type TimerWork } from './settle-due.ts';

const database = await testDatabase();
const DAY = 24 * 60;

const settleAt = (now: Instant, work: Partial<TimerWork> = {}): Promise<Round> =>
  settleDue({
    database,
    now: () => now,
    log: createLog('silent'),
    mostSkewSeconds: Number.POSITIVE_INFINITY,
    stop: new AbortController().signal,
    ...work,
  });

const open = (...instants: Instant[]): Promise<string[]> => openAt(database, tenantId, instants);
const stepsOf = (...ids: string[]) => recordedSteps(database, tenantId, ids);
const command = (id: string, given: TicketCommand, at: Instant) =>
  inUnit(database, tenantId, (unit) => unit.run(id, given, { at, actor: null }));
const claim = (now: Instant, limit = 1000) =>
  inTenantSession(database.appPool, tenantId, ({ client }) => claimDue(client, tenantId, { now, limit }));

const timersOf = (id: string) =>
  inTenantSession(database.appPool, tenantId, async ({ client }) => {
    const found = await client.query<{ key: string; attempts: number; lease_until: Instant | null }>(
      'select m.key, m.attempts, m.lease_until from timer as m where m.ticket_id = $1 order by m.due_at',
      [id],
    );
    return found.rows;
  });

async function asOwner(text: string, values: readonly unknown[]): Promise<void> {
  const owner = await database.ownerPool.connect();
  try {
    await owner.query('begin');
    await owner.query("select set_config('app.tenant_id', $1, true)", [tenantId]);
    const { rowCount } = await owner.query(text, [...values]);
    assert.ok(rowCount);
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback');
    throw error;
  } finally {
    owner.release();
  }
}

before(() => storeDesk(database, tenantId, randomDesk(1, 0)));

describe('when the server comes back', () => {
  test('520 steps that came due meanwhile are recorded once, in order, dated when they were due, within a minute', async (t) => {
    const opened = Array.from({ length: 130 }, (_, index) => minutes(index));
    const ids = await open(...opened);
    const begin = performance.now();
    const round = await settleAt(minutes(DAY));
    const seconds = (performance.now() - begin) / 1000;
    t.diagnostic(`${round.recorded} steps in ${seconds.toFixed(1)} s`);
    assert.ok(seconds < 60);
    assert.deepEqual({ recorded: round.recorded, failed: round.failed }, { recorded: 520, failed: 0 });
    const expected = ids.flatMap((ticketId, index) =>
      STEPS_AFTER_MINUTES.map((after) => ({ ticketId, at: minutes(index + after) })),
    );
    const steps = await stepsOf(...ids);
    assert.deepEqual(
      steps.map(({ ticketId, at }) => ({ ticketId, at })),
      expected,
    );
    assert.equal(new Set(steps.map(({ ticketId, key }) => `${ticketId} ${key}`)).size, 520);
  });

  test('a second look finds nothing left to do', async () => {
    const ids = await open(minutes(0, 1));
    await settleAt(minutes(DAY, 1));
    assert.deepEqual(await settleAt(minutes(DAY, 1)), { recorded: 0, failed: 0, nextDueAt: null, skewSeconds: null });
    assert.equal((await stepsOf(...ids)).length, 4);
  });
});

describe('a step', () => {
  test('has come due strictly after its instant, and the next one is told', async () => {
    const [id] = await open(minutes(0, 2));
    assert.deepEqual(await settleAt(minutes(12, 2)), {
      recorded: 0,
      failed: 0,
      nextDueAt: minutes(12, 2),
      skewSeconds: null,
    });
    const after = await settleAt((minutes(12, 2) + 1) as Instant);
    assert.deepEqual(after, { recorded: 1, failed: 0, nextDueAt: minutes(15, 2), skewSeconds: null });
    assert.deepEqual(
      (await stepsOf(id!)).map(({ at, kind }) => ({ at, kind })),
      [{ at: minutes(12, 2), kind: 'clockWarned' }],
    );
    await settleAt(minutes(DAY, 2));
  });

  const overtaken: [string, TicketCommand, string[]][] = [
    ['a resolution', { kind: 'resolve', solution: 'New cable', isAutomatic: false }, []],
    ['a cancellation', { kind: 'cancel', reason: 'Not needed' }, []],
    ['waiting for the customer', { kind: 'waitForRequester', reason: 'Which printer?' }, ['first_response']],
    ['a softer priority', { kind: 'changePriority', to: '3' }, []],
    [
      'a waiver of the first response',
      { kind: 'waiveVerdict', clock: 'first_response', reason: 'Storm' },
      ['resolution'],
    ],
  ];
  for (const [name, given, clocks] of overtaken) {
    test(`that ${name} has overtaken does not fire`, async () => {
      const [id] = await open(minutes(0, 3));
      const outcome = await command(id!, given, minutes(5, 3));
      assert.equal(outcome.kind, 'done');
      // Under priority 3 the first step is the warning of the first response after 192 minutes.
      const now = given.kind === 'changePriority' ? minutes(190, 3) : minutes(DAY, 3);
      await settleAt(now);
      const steps = await stepsOf(id!);
      assert.deepEqual([...new Set(steps.map(({ key }) => key.split(':')[0]))], clocks);
      await command(id!, { kind: 'cancel', reason: 'End of the test' }, minutes(DAY, 3));
    });
  }

  test('overtaken between the claim and the work does not fire', async () => {
    const [id] = await open(minutes(0, 4));
    const claimed = await claim(minutes(13, 4));
    assert.deepEqual(
      claimed.map(({ ticketId }) => ticketId),
      [id],
    );
    await command(id!, { kind: 'reply', body: 'On my way', visibility: 'public', isAutomatic: false }, minutes(10, 4));
    await settleAt((minutes(13, 4) + LEASE_SECONDS + 1) as Instant);
    assert.deepEqual(await stepsOf(id!), []);
    await settleAt(minutes(DAY, 4));
  });

  test('whose timer does not belong there is taken away, not recorded', async () => {
    const [id] = await open(minutes(0, 5));
    await command(id!, { kind: 'resolve', solution: 'New cable', isAutomatic: false }, minutes(5, 5));
    await asOwner('insert into timer (tenant_id, ticket_id, key, due_at) values ($1, $2, $3, $4)', [
      tenantId,
      id,
      'resolution:9:breach',
      '2026-04-08T08:00:00Z',
    ]);
    assert.deepEqual(await settleAt(minutes(DAY, 5)), { recorded: 0, failed: 0, nextDueAt: null, skewSeconds: null });
    assert.deepEqual(await timersOf(id!), []);
    assert.deepEqual(await stepsOf(id!), []);
  });
});

describe('when the clock jumps', () => {
  test('forwards, everything up to there is recorded once, dated when it was due', async () => {
    const [id] = await open(minutes(0, 6));
    await settleAt(minutes(13, 6));
    await settleAt(minutes(3 * DAY, 6));
    assert.deepEqual(
      (await stepsOf(id!)).map(({ at }) => at),
      STEPS_AFTER_MINUTES.map((after) => minutes(after, 6)),
    );
  });

  test('backwards, nothing is recorded twice, and nothing is forgotten', async () => {
    const [id] = await open(minutes(0, 7));
    await settleAt(minutes(20, 7));
    assert.equal((await settleAt(minutes(13, 7))).recorded, 0);
    await settleAt(minutes(20, 7));
    await settleAt(minutes(DAY, 7));
    assert.deepEqual(
      (await stepsOf(id!)).map(({ at }) => at),
      STEPS_AFTER_MINUTES.map((after) => minutes(after, 7)),
    );
  });

  test('backwards over a lease, the lease from the future holds nobody up', async () => {
    const [id] = await open(minutes(0, 8));
    assert.equal((await claim(minutes(DAY, 8))).length, 1);
    assert.equal((await settleAt(minutes(13, 8))).recorded, 1);
    await settleAt(minutes(2 * DAY, 8));
    assert.equal((await stepsOf(id!)).length, 4);
  });

  test('away from the database’s, nothing is recorded until they agree', async () => {
    const [id] = await open(minutes(0, 9));
    const { recorded, skewSeconds } = await settleAt(minutes(DAY, 9), { mostSkewSeconds: 60 });
    assert.equal(recorded, 0);
    assert.ok(skewSeconds !== null && Math.abs(skewSeconds) > 60);
    assert.deepEqual(await stepsOf(id!), []);
    await settleAt(minutes(DAY, 9));
  });
});

describe('several workers', () => {
  test('at once record nothing twice and forget nothing', async () => {
    const ids = await open(...Array.from({ length: 60 }, (_, index) => minutes(index, 10)));
    const others = [openDatabase(database.url), openDatabase(database.url)];
    try {
      const rounds = await Promise.all(others.map((other) => settleAt(minutes(DAY, 10), { database: other })));
      assert.equal(rounds[0]!.recorded + rounds[1]!.recorded, 240);
      assert.ok(rounds.every(({ recorded, failed }) => recorded > 0 && failed === 0));
    } finally {
      for (const other of others) await other.close();
    }
    const steps = await stepsOf(...ids);
    assert.equal(new Set(steps.map(({ ticketId, key }) => `${ticketId} ${key}`)).size, 240);
    assert.equal(steps.length, 240);
  });

  test('leave each other alone while a lease holds, and take over when it has run out', async () => {
    const [id] = await open(minutes(0, 11));
    const now = minutes(DAY, 11);
    assert.equal((await claim(now)).length, 1);
    assert.equal((await settleAt((now + LEASE_SECONDS - 1) as Instant)).recorded, 0);
    assert.equal((await settleAt((now + LEASE_SECONDS) as Instant)).recorded, 4);
    assert.equal((await stepsOf(id!)).length, 4);
  });

  test('give back what they have not begun when they are told to stop', async () => {
    const ids = await open(...Array.from({ length: 5 }, (_, index) => minutes(index, 12)));
    const stop = new AbortController();
    const log = createLog('info', { write: () => stop.abort() });
    await poison(ids[0]!);
    await settleAt(minutes(DAY, 12), { stop: stop.signal, log });
    const free = await timersOf(ids[4]!);
    assert.deepEqual(
      free.map(({ attempts, lease_until }) => ({ attempts, lease_until })),
      Array.from({ length: 4 }, () => ({ attempts: 0, lease_until: null })),
    );
    await cure(ids[0]!);
    await settleAt(minutes(2 * DAY, 12));
    assert.equal((await stepsOf(...ids)).length, 20);
  });
});

/** An event that no command writes: the ticket cannot be read any more. */
const poison = (id: string) =>
  asOwner(
    `insert into ticket_event (tenant_id, ticket_id, sequence, at, kind, payload)
     values ($1, $2, 99, '2026-12-31T00:00:00Z', 'agreementChanged', '{"versionId": "gone"}')`,
    [tenantId, id],
  );
const cure = (id: string) => asOwner('delete from ticket_event where ticket_id = $1 and sequence = 99', [id]);

describe('a ticket that fails', () => {
  test('stops no other, is left alone for longer each time, and is done once it can be', async () => {
    const [bad, good] = await open(minutes(0, 13), minutes(1, 13));
    await poison(bad!);
    const lines: string[] = [];
    const log = createLog('error', { write: (line) => lines.push(line) });
    const now = minutes(DAY, 13);
    const first = await settleAt(now, { log });
    assert.deepEqual({ recorded: first.recorded, failed: first.failed }, { recorded: 4, failed: 1 });
    assert.equal((await stepsOf(good!)).length, 4);
    assert.deepEqual(
      (await timersOf(bad!)).map(({ attempts, lease_until }) => ({ attempts, lease_until })),
      Array.from({ length: 4 }, () => ({ attempts: 1, lease_until: now + 10 })),
    );
    assert.equal(lines.length, 1);
    const line = JSON.parse(lines[0]!);
    assert.deepEqual([line.ticketId, line.attempts, line.waitSeconds], [bad, 1, 10]);
    assert.equal((await settleAt((now + 9) as Instant)).failed, 0);
    assert.equal((await settleAt((now + 10) as Instant)).failed, 1);
    assert.equal((await timersOf(bad!))[0]?.lease_until, now + 10 + 20);
    await cure(bad!);
    await settleAt((now + 60) as Instant);
    assert.equal((await stepsOf(bad!)).length, 4);
  });

  test('because somebody holds it stops no other', async () => {
    const [held, free] = await open(minutes(0, 14), minutes(1, 14));
    await inUnit(database, tenantId, async (unit) => {
      await unit.read(held!);
      const { recorded, failed } = await settleAt(minutes(DAY, 14));
      assert.deepEqual({ recorded, failed }, { recorded: 4, failed: 1 });
    });
    assert.equal((await stepsOf(free!)).length, 4);
    await settleAt(minutes(2 * DAY, 14));
    assert.equal((await stepsOf(held!)).length, 4);
  });
});
