import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { before, test } from 'node:test';
import type { Instant } from '#core/time/instant.ts';
import { defaultTenantId as tenantId } from '#server/database/default-tenant.ts';
import { saveNamed } from '#server/features/directory/index.ts';
import { inTenantSession } from '#server/platform/database.ts';
import { makeToken, testApi } from '#server/testing/test-api.ts';
import { testDatabase } from '#server/testing/test-database.ts';
import { type ToldImport, UploadedLogs } from '#server/testing/uploaded-log.ts';
import { verifyAll } from '#tests/import-log.ts';
import { until } from '#tests/temporary-folder.ts';

/*
 * A process that is killed in the middle of an import, or told to stop. What was written is whole, the import reads as
 * interrupted once its lease has run out, and goes on when it is begun again.
 */
const TICKETS = 2_000;
const BATCH = 500;
const ALWAYS = Number.NEGATIVE_INFINITY as Instant;
const database = await testDatabase();
const api = await testApi(database);
let token = '';
let logs: UploadedLogs;

before(async () => {
  token = (await makeToken(database, tenantId, { role: 'lead' })).token;
  logs = new UploadedLogs(api, token);
});

async function startWorker(): Promise<ChildProcess> {
  const worker = spawn(process.execPath, ['server/testing/import-process.ts', database.url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(worker.stdout!, 'data');
  return worker;
}

async function end(worker: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  worker.kill(signal);
  if (worker.exitCode === null && worker.signalCode === null) await once(worker, 'exit');
}

/** A list of tickets of which each is resolved; the named team has those that are not in the first batch. */
function list(lateTeam: string): string {
  const rows = Array.from({ length: TICKETS }, (_, index) => {
    const day = `2026-03-${String((index % 28) + 1).padStart(2, '0')}`;
    const team = index < BATCH ? `Team ${index % 7}` : lateTeam;
    return `T${String(index).padStart(4, '0')},Done,${day}T08:00:00Z,${day}T10:00:00Z,${team}`;
  });
  return `Ticket,Status,Created,Resolved,Team\n${rows.join('\n')}\n`;
}

function isFirstBatchWritten({ task }: ToldImport): boolean {
  return task?.phase === 'writing' && task.done >= BATCH;
}

async function ticketsStored(): Promise<number> {
  return inTenantSession(database.appPool, tenantId, async ({ client }) => {
    const found = await client.query<{ tickets: number }>(
      'select count(*) as tickets from ticket as t where t.tenant_id = $1',
      [tenantId],
    );
    return found.rows[0]!.tickets;
  });
}

/** What happens while an import waits to write the first ticket of a team: in its middle, on any machine. */
async function whileTeamIsHeld(team: string, work: () => Promise<void>): Promise<void> {
  await inTenantSession(database.appPool, tenantId, async ({ client }) => {
    await saveNamed(client, tenantId, { kind: 'team', rows: [{ key: team, name: team, validFrom: ALWAYS }] });
    await work();
  });
}

async function leaseUntil(importId: string): Promise<string> {
  return inTenantSession(database.appPool, tenantId, async ({ client }) => {
    const found = await client.query<{ lease: string }>(
      'select i.lease_until::text as lease from log_import as i where i.tenant_id = $1 and i.id = $2',
      [tenantId, importId],
    );
    return found.rows[0]!.lease;
  });
}

/** Whoever renews the lease reads whether the import was cancelled. */
async function untilLeaseIsRenewed(importId: string): Promise<void> {
  const before = await leaseUntil(importId);
  await until(async () => (await leaseUntil(importId)) !== before);
}

/** Time passes for the lease alone. */
async function letLeaseRunOut(importId: string): Promise<void> {
  await inTenantSession(database.appPool, tenantId, ({ client }) =>
    client.query(
      "update log_import as i set lease_until = now() - interval '1 second' where i.tenant_id = $1 and i.id = $2",
      [tenantId, importId],
    ),
  );
}

test('an import whose process was killed reads as interrupted, goes on when begun again, and is there once', async () => {
  let worker = await startWorker();
  const { id, draft } = await logs.upload('killed.csv', list('Team A'));
  assert.deepEqual([draft?.rows, draft?.source], ['ticket', 'killed']);
  await whileTeamIsHeld('Team A', async () => {
    const begun = await api.post(`/api/v1/imports/${id}/run`, token, {});
    assert.equal(begun.status, 200, begun.text);
    await logs.until(id, isFirstBatchWritten);
    await end(worker, 'SIGKILL');
  });
  const written = await ticketsStored();
  assert.equal(written, BATCH);

  const silent = await logs.read(id);
  assert.equal(silent.task?.state, 'working');
  const busy = await api.post(`/api/v1/imports/${id}/run`, token, {});
  assert.deepEqual([busy.status, busy.json.code], [409, 'import_busy']);
  await letLeaseRunOut(id);
  const interrupted = await logs.read(id);
  assert.deepEqual([interrupted.task?.state, interrupted.file], ['interrupted', 'stored']);

  worker = await startWorker();
  try {
    const done = await logs.step(id, 'run');
    assert.equal(done.task?.state, 'done', done.task?.failure ?? '');
    assert.deepEqual(done.result?.tickets, {
      inFile: TICKETS,
      added: TICKETS - written,
      extended: 0,
      unchanged: written,
      changed: 0,
    });
    assert.equal(await ticketsStored(), TICKETS);
    assert.equal((await verifyAll(database)).differences, 0);
  } finally {
    await end(worker, 'SIGKILL');
  }
});

test('an import that is cancelled keeps what was written, and may be begun again', async () => {
  const worker = await startWorker();
  try {
    const { id } = await logs.upload('cancelled.csv', list('Team B'));
    await whileTeamIsHeld('Team B', async () => {
      await api.post(`/api/v1/imports/${id}/run`, token, {});
      await logs.until(id, isFirstBatchWritten);
      await api.post(`/api/v1/imports/${id}/cancel`, token, {});
      await untilLeaseIsRenewed(id);
    });
    const told = await logs.settled(id);
    assert.equal(told.task?.state, 'cancelled');
    const written = (await ticketsStored()) - TICKETS;
    assert.ok(written >= BATCH && written < TICKETS, String(written));
    const done = await logs.step(id, 'run');
    assert.equal(done.task?.state, 'done');
    assert.deepEqual([done.result?.tickets.added, done.result?.tickets.unchanged], [TICKETS - written, written]);
    assert.equal(await ticketsStored(), 2 * TICKETS);
    assert.equal((await verifyAll(database)).differences, 0);
  } finally {
    await end(worker, 'SIGKILL');
  }
});
