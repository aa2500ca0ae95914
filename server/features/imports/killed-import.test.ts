import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { before, test } from 'node:test';
import { defaultTenantId as tenantId } from '#server/database/default-tenant.ts';
import { inTenantSession } from '#server/platform/database.ts';
import { makeToken, testApi } from '#server/testing/test-api.ts';
import { testDatabase } from '#server/testing/test-database.ts';
import { UploadedLogs } from '#server/testing/uploaded-log.ts';
import { verifyAll } from '#tests/import-log.ts';

/*
 * A process that is killed in the middle of an import, or told to stop. What was written is whole, the import reads as
 * interrupted once its lease has run out, and goes on when it is begun again.
 */
const TICKETS = 2_000;
const BATCH = 500;
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

/** A list of tickets of which each is resolved. */
function list(): string {
  const rows = Array.from({ length: TICKETS }, (_, index) => {
    const day = `2026-03-${String((index % 28) + 1).padStart(2, '0')}`;
    return `T${index},Done,${day}T08:00:00Z,${day}T10:00:00Z,Team ${index % 7}`;
  });
  return `Ticket,Status,Created,Resolved,Team\n${rows.join('\n')}\n`;
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

/** Time passes for the lease alone. */
async function letLeaseRunOut(importId: string): Promise<void> {
  await inTenantSession(database.appPool, tenantId, ({ client }) =>
    client.query(
      "update log_import as i set lease_until = now() - interval '1 second' where i.tenant_id = $1 and i.id = $2",
      [tenantId, importId],
    ),
  );
}

test('an import whose process was killed reads as interrupted, goes on when begun again, and is there once', async (t) => {
  let worker = await startWorker();
  const { id, draft } = await logs.upload('killed.csv', list());
  assert.deepEqual([draft?.rows, draft?.source], ['ticket', 'killed']);
  const begun = await api.post(`/api/v1/imports/${id}/run`, token, {});
  assert.equal(begun.status, 200, begun.text);
  await logs.until(id, ({ task }) => task?.phase === 'writing' && task.done >= BATCH);
  await end(worker, 'SIGKILL');
  const written = await ticketsStored();
  t.diagnostic(`${written} of ${TICKETS} tickets were written when the process was killed`);
  assert.ok(written > 0 && written < TICKETS, String(written));

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
    const { id } = await logs.upload('cancelled.csv', list());
    await api.post(`/api/v1/imports/${id}/run`, token, {});
    await logs.until(id, ({ task }) => task?.phase === 'writing' && task.done >= BATCH);
    await api.post(`/api/v1/imports/${id}/cancel`, token, {});
    const told = await logs.settled(id);
    assert.equal(told.task?.state, 'cancelled');
    const done = await logs.step(id, 'run');
    assert.equal(done.task?.state, 'done');
    assert.equal((done.result?.tickets.added ?? 0) + (done.result?.tickets.unchanged ?? 0), TICKETS);
    assert.equal(await ticketsStored(), 2 * TICKETS);
    assert.equal((await verifyAll(database)).differences, 0);
  } finally {
    await end(worker, 'SIGKILL');
  }
});
