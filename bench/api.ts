import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { alwaysOpen } from '#core/calendar/definition.ts';
import { type Instant, NEVER } from '#core/time/instant.ts';
import { defaultTenantId as tenantId } from '#server/database/default-tenant.ts';
import { appRole } from '#server/database/grants.ts';
import { saveAgreements, saveCalendars } from '#server/features/directory/index.ts';
import { inTenantSession } from '#server/platform/database.ts';
import { holderOf } from '#server/platform/launcher/postmaster-file.ts';
import { readSettings } from '#server/platform/settings.ts';
import { startDatabase } from '#server/platform/start-database.ts';
import { type BenchOptions, count, hint, report, reportRate, timed } from './bench.ts';
import { serve } from './server.ts';

const COMMANDS = 3000;
const READS = 1000;
const CLIENTS = [1, 8] as const;

/** The life of a ticket: as many requests as there are here, and the opening. */
const LIFE = [
  ['reply', { body: 'We look into it and come back to you today.', visibility: 'public' }],
  ['waitForRequester', { reason: 'Which printer is it?' }],
  ['receiveMessage', { body: 'The one on the second floor, beside the kitchen.' }],
  ['resolve', { solution: 'The tray was empty; paper is in the cupboard below.' }],
  ['close', { isAutomatic: true }],
] as const;

const OPENING = {
  subject: 'Printer prints nothing',
  description: 'Since this morning the printer beside the kitchen takes jobs and prints none of them.',
  team: 'desktop',
  service: 'print',
  priority: '3',
  channel: 'portal',
  level: '1',
  type: 'incident',
};

/**
 * Commands per second through the API of a server of its own, durable, against bare commits of as many rows on the same
 * database; then the processor time of single requests against that of a handler that does nothing.
 */
export async function benchApi(_: BenchOptions): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kundig-bench-'));
  const settings = readSettings({ KUNDIG_DATA: folder }, folder);
  const database = await startDatabase(settings);
  let server: ChildProcess | null = null;
  try {
    await inTenantSession(database.appPool, tenantId, async ({ client }) => {
      await saveCalendars(client, tenantId, [{ id: 'always', definition: alwaysOpen('UTC') }]);
      await saveAgreements(client, tenantId, [AGREEMENT]);
    });
    await database.ownerPool.query('create table bare (id uuid, body text)');
    await database.ownerPool.query(`grant insert on bare to ${appRole}`);
    const started = await serve({ KUNDIG_DATA: folder });
    server = started.server;
    const desk = new Desk(started.address);
    await desk.live(8, 1200);
    // What autovacuum does a minute later: plans made on empty tables are made anew.
    await database.ownerPool.query('analyze');
    for (const clients of CLIENTS) await measureCommands(desk, { clients, pool: database.commandPool });
    await measureRequests(desk, server.pid!);
    reportMemory(folder, server.pid!);
  } finally {
    if (server !== null) {
      server.kill('SIGTERM');
      await once(server, 'exit');
    }
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const AGREEMENT = {
  id: 'house-1',
  terms: {
    agreement: 'house',
    calendarId: 'always',
    targetsByPriority: { '3': { first_response: 4 * 3600, resolution: 48 * 3600 } },
    pauseStates: ['pending_customer'],
    reopen: 'continue',
  },
  customer: null,
  services: null,
  validFrom: Number.NEGATIVE_INFINITY as Instant,
  validTo: NEVER,
} as const;

async function measureCommands(
  desk: Desk,
  { clients, pool }: { readonly clients: number; readonly pool: pg.Pool },
): Promise<void> {
  const before = await writtenRows(pool);
  const { ms } = await timed(() => desk.live(clients, COMMANDS));
  const rows = ((await writtenRows(pool)) - before) / COMMANDS;
  const bare = await timed(() => commitBarely(pool, { clients, rows: Math.round(rows) }));
  const what = `${clients} client${clients === 1 ? '' : 's'}, ${rows.toFixed(1)} rows a command`;
  reportRate({ what, unit: 'commands', value: (COMMANDS / ms) * 1000, limit: (COMMANDS / bare.ms) * 1000 });
}

async function measureRequests(desk: Desk, pid: number): Promise<void> {
  const number = await desk.open();
  const requests: readonly [name: string, work: () => Promise<unknown>][] = [
    ['empty handler', () => desk.get('/healthz')],
    ['open a ticket', () => desk.open()],
    ['ticket page', () => desk.get(`/api/v1/tickets/${number}`)],
    ['list of 50', () => desk.get('/api/v1/tickets?limit=50')],
  ];
  for (const [name, work] of requests) {
    for (let warm = 0; warm < 100; warm += 1) await work();
    const began = processorMs(pid);
    const { ms } = await timed(async () => {
      for (let left = READS; left > 0; left -= 1) await work();
    });
    const used = (processorMs(pid) - began) / READS;
    report(name, [`${used.toFixed(2)} ms of processor`, `${(ms / READS).toFixed(2)} ms`]);
  }
}

/** Somebody at the desk, by HTTP over connections that stay open. */
class Desk {
  readonly #address: string;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 16 });

  constructor(address: string) {
    this.#address = address;
  }

  async live(clients: number, commands: number): Promise<void> {
    await Promise.all(
      Array.from({ length: clients }, async () => {
        for (let left = commands / clients; left > 0; ) {
          const number = await this.open();
          left -= 1;
          for (const [kind, body] of LIFE) {
            if (left <= 0) return;
            await this.#send('POST', `/api/v1/tickets/${number}/commands/${kind}`, body);
            left -= 1;
          }
        }
      }),
    );
  }

  async open(): Promise<number> {
    return ((await this.#send('POST', '/api/v1/tickets', OPENING)) as { number: number }).number;
  }

  async get(path: string): Promise<unknown> {
    return this.#send('GET', path, null);
  }

  #send(method: string, path: string, body: object | null): Promise<unknown> {
    return new Promise((done, fail) => {
      const headers = body === null ? {} : { 'content-type': 'application/json' };
      const sent = request(`${this.#address}${path}`, { method, headers, agent: this.#agent }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          if ((answer.statusCode ?? 500) < 300) done(JSON.parse(text));
          else fail(new Error(`${path}: ${answer.statusCode} ${text}`));
        });
      });
      sent.on('error', fail);
      sent.end(body === null ? undefined : JSON.stringify(body));
    });
  }
}

/** Rows inserted or updated in all tables since the database was made. */
async function writtenRows(pool: pg.Pool): Promise<number> {
  // Sessions tell what they did at the latest a second later.
  await new Promise((done) => setTimeout(done, 1500));
  const found = await pool.query<{ rows: number }>(
    'select sum(n_tup_ins + n_tup_upd)::float8 as rows from pg_stat_user_tables',
  );
  return found.rows[0]!.rows;
}

/** Transactions that insert rows of about the size of a fact into one table without an index. */
async function commitBarely(
  pool: pg.Pool,
  { clients, rows }: { readonly clients: number; readonly rows: number },
): Promise<void> {
  const bodies = Array.from({ length: rows }, () => 'x'.repeat(200));
  await Promise.all(
    Array.from({ length: clients }, async () => {
      const client = await pool.connect();
      try {
        for (let left = COMMANDS / clients; left > 0; left -= 1) {
          await client.query('begin');
          await client.query({
            name: 'bare',
            text: 'insert into bare select gen_random_uuid(), b from unnest($1::text[]) as b',
            values: [bodies],
          });
          await client.query('commit');
        }
      } finally {
        client.release();
      }
    }),
  );
}

/** Processor time that a process has used so far. */
function processorMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

function reportMemory(folder: string, pid: number): void {
  const holder = holderOf(join(folder, 'database'));
  if (holder.kind !== 'running') return;
  const children = readFileSync(`/proc/${holder.file.pid}/task/${holder.file.pid}/children`, 'utf8');
  const database = [holder.file.pid, ...children.trim().split(' ').map(Number)];
  const [web, rest] = [shareOf(pid), database.map(shareOf).reduce((sum, share) => sum + share, 0)];
  hint(`  memory after this (PSS): server ${count(web)} MiB, PostgreSQL ${count(rest)} MiB`);
}

/** Memory of a process, what it shares with others divided among them. MiB. */
function shareOf(pid: number): number {
  const found = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'));
  return Number(found?.[1] ?? 0) / 1024;
}
