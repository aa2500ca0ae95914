import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { alwaysOpen } from '#core/calendar/definition.ts';
import { type Instant, NEVER } from '#core/time/instant.ts';
import { defaultTenantId as tenantId } from '#server/database/default-tenant.ts';
import { saveAgreements, saveCalendars } from '#server/features/directory/index.ts';
import { inTenantSession } from '#server/platform/database.ts';
import { readSettings } from '#server/platform/settings.ts';
import { type StartedDatabase, startDatabase } from '#server/platform/start-database.ts';
import { killDatabase } from '#tests/kill-database.ts';
import { runKundig, type ServerProcess, startServerProcess, statusOf } from '#tests/kundig-process.ts';
import { preparedDataFolder } from '#tests/prepared-data-folder.ts';
import { until } from '#tests/temporary-folder.ts';

/*
 * Eight clients send commands through the API while the server and its database are killed again and again. A client
 * that gets no answer asks again under the same key. In the end everything that was acknowledged is there, nothing is
 * there twice, and each step of a clock is recorded once. KUNDIG_CHAOS_KILLS says how often (4 in the suite).
 */
const KILLS = Number(process.env.KUNDIG_CHAOS_KILLS || 4);
const CLIENTS = 8;
const LONGEST_RECOVERY_MILLISECONDS = 15_000;
const targets = { first_response: 2, resolution: 4 } as const;

test('no acknowledged command is lost, and none is done twice, while server and database are killed', async (t) => {
  const folder = await preparedDataFolder(t);
  await withDatabase(folder, promise);
  const clients = new Clients();
  let server = await serve(t, folder);
  clients.address = server.address;
  const working = Array.from({ length: CLIENTS }, () => clients.work());
  const recoveries: number[] = [];
  for (let kill = 0; kill < KILLS; kill += 1) {
    await sleep(800 + Math.random() * 1500);
    const began = performance.now();
    if (kill % 2 === 0) {
      await server.end('SIGKILL');
      server = await serve(t, folder, new URL(server.address).port);
    } else await killDatabase(folder);
    await until(async () => (await statusOf(`${server.address}/readyz`)) === 200, LONGEST_RECOVERY_MILLISECONDS);
    recoveries.push(Math.round(performance.now() - began));
  }
  await sleep(1000);
  clients.isOver = true;
  await Promise.all(working);
  // The last clocks run out; who takes over from a worker that was killed waits for the end of its lease.
  await sleep((targets.resolution + 2) * 1000);
  await withDatabase(folder, (database) => until(async () => (await overdueTimers(database)) === 0, 60_000));
  const { code } = await server.end('SIGTERM');
  assert.equal(code, 0);
  t.diagnostic(`${clients.acknowledged.size} acknowledged, ready again after ${recoveries.join(', ')} ms`);

  const stored = await withDatabase(folder, readStored);
  assert.ok(clients.acknowledged.size > 20, `${clients.acknowledged.size} acknowledged`);
  const times = (mark: string): number => stored.marks.get(mark) ?? 0;
  assert.deepEqual(
    [...clients.acknowledged].filter((mark) => times(mark) !== 1),
    [],
    'acknowledged and not stored once',
  );
  assert.deepEqual(
    [...stored.marks.keys()].filter((mark) => times(mark) > 1 || !clients.sent.has(mark)),
    [],
    'stored twice, or never sent',
  );
  assert.ok(stored.breaches > 0);
  const proof = await runKundig(t, ['verify', '--json'], { environment: { KUNDIG_DATA: folder } });
  assert.equal(JSON.parse(proof.out).differences, 0);
});

function serve(t: TestContext, folder: string, port = '0'): Promise<ServerProcess> {
  return startServerProcess(t, folder, { environment: { KUNDIG_OPEN_ON_LOOPBACK: 'yes', KUNDIG_PORT: port } });
}

/** Clients who each work on tickets of their own. A mark is a text that only one command carries. */
class Clients {
  readonly sent = new Set<string>();
  readonly acknowledged = new Set<string>();
  address = '';
  isOver = false;

  async work(): Promise<void> {
    while (!this.isOver) {
      const subject = this.#mark();
      const opened = await this.#post('/api/v1/tickets', { subject, priority: '1' }, subject);
      const path = `/api/v1/tickets/${opened.number}/commands`;
      const note = this.#mark();
      await this.#post(`${path}/reply`, { body: note, visibility: 'internal' }, note);
      if (Math.random() < 0.5) {
        const answer = this.#mark();
        await this.#post(`${path}/reply`, { body: answer, visibility: 'public' }, answer);
      }
      if (Math.random() < 0.5) {
        const solution = this.#mark();
        await this.#post(`${path}/resolve`, { solution }, solution);
      }
    }
  }

  #mark(): string {
    const mark = randomUUID();
    this.sent.add(mark);
    return mark;
  }

  /** Asks until there is an answer: no answer, and an answer of a server in trouble, say nothing of what happened. */
  async #post(path: string, body: object, mark: string): Promise<{ number: number }> {
    const request = {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': mark },
      body: JSON.stringify(body),
    };
    for (;;) {
      try {
        const answer = await fetch(`${this.address}${path}`, { ...request, signal: AbortSignal.timeout(20_000) });
        const told = (await answer.json()) as { number: number };
        if (answer.status < 300) {
          this.acknowledged.add(mark);
          return told;
        }
        if (answer.status < 500 && answer.status !== 429) throw new Refused(answer.status, told);
      } catch (error) {
        if (error instanceof Refused) throw error;
      }
      await sleep(100);
    }
  }
}

class Refused extends Error {
  constructor(status: number, told: unknown) {
    super(`refused with ${status}: ${JSON.stringify(told)}`);
  }
}

interface Stored {
  readonly marks: ReadonlyMap<string, number>;
  readonly breaches: number;
}

async function readStored(database: StartedDatabase): Promise<Stored> {
  return inTenantSession(database.appPool, tenantId, async ({ client }) => {
    const marks = await client.query<{ body: string; times: number }>(
      'select x.body, count(*) as times from ticket_text as x group by 1',
    );
    const steps = await client.query<{ breaches: number }>(
      "select count(*) as breaches from ticket_event as e where e.kind = 'clockBreached'",
    );
    return {
      marks: new Map(marks.rows.map(({ body, times }) => [body, times])),
      breaches: steps.rows[0]!.breaches,
    };
  });
}

/** Timers that came due some seconds ago and wait for the worker. */
async function overdueTimers(database: StartedDatabase): Promise<number> {
  return inTenantSession(database.appPool, tenantId, async ({ client }) => {
    const timers = await client.query<{ overdue: number }>(
      "select count(*) as overdue from timer as m where m.due_at < now() - interval '3 seconds'",
    );
    return timers.rows[0]!.overdue;
  });
}

/** Everybody is promised an answer within two seconds and a solution within four. */
async function promise(database: StartedDatabase): Promise<void> {
  await inTenantSession(database.appPool, tenantId, async ({ client }) => {
    await saveCalendars(client, tenantId, [{ id: 'always', definition: alwaysOpen('UTC') }]);
    await saveAgreements(client, tenantId, [
      {
        id: 'quick-1',
        terms: {
          agreement: 'quick',
          calendarId: 'always',
          targetsByPriority: { '1': targets },
          pauseStates: ['pending_customer'],
          reopen: 'continue',
        },
        customer: null,
        services: null,
        validFrom: Number.NEGATIVE_INFINITY as Instant,
        validTo: NEVER,
      },
    ]);
  });
}

async function withDatabase<T>(folder: string, work: (database: StartedDatabase) => Promise<T>): Promise<T> {
  const database = await startDatabase(readSettings({ KUNDIG_DATA: folder }, folder));
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
