import type pg from 'pg';
import type { OpenTicket, TicketCommand } from '#core/ticket/command.ts';
import { type Instant, instant, parseInstant } from '#core/time/instant.ts';
import { defaultTenantId as tenantId } from '#server/database/default-tenant.ts';
import { TicketUnit } from '#server/features/tickets/index.ts';
import { inTenantSession } from '#server/platform/database.ts';
import { storeDesk } from '#server/testing/store-desk.ts';
import { randomDesk } from '#worlds/random-desk.ts';
import { type BenchOptions, count, hint, reportRate, timed } from './bench.ts';
import { type BenchDatabase, withBenchDatabase } from './database.ts';

const COMMANDS = 3000;
const CLIENTS = [1, 8] as const;

const LIFE: readonly TicketCommand[] = [
  { kind: 'reply', body: 'We look into it and come back to you today.', visibility: 'public', isAutomatic: false },
  { kind: 'waitForRequester', reason: 'Which printer is it?' },
  { kind: 'receiveMessage', body: 'The one on the second floor, beside the kitchen.', isTrivial: false },
  { kind: 'resolve', solution: 'The tray was empty; paper is in the cupboard below.', isAutomatic: false },
  { kind: 'close', isAutomatic: true },
];

/** Commands per second, each durable in a transaction of its own, against bare commits that write as many rows. */
export async function benchCommands(_: BenchOptions): Promise<void> {
  await withBenchDatabase('full', async (database) => {
    await storeDesk(database, tenantId, randomDesk(1, 0));
    await live(database, 8, 1200);
    for (const clients of CLIENTS) {
      const before = await writtenRows(database.administrator);
      const { ms } = await timed(() => live(database, clients, COMMANDS));
      const rows = ((await writtenRows(database.administrator)) - before) / COMMANDS;
      const bare = await timed(() => commitBarely(database, { clients, rows: Math.round(rows) }));
      const what = `${clients} client${clients === 1 ? '' : 's'}, ${rows.toFixed(1)} rows a command`;
      reportRate({ what, unit: 'commands', value: (COMMANDS / ms) * 1000, limit: (COMMANDS / bare.ms) * 1000 });
    }
    hint(`  ${count(COMMANDS)} commands each, fsync on`);
  });
}

/** So many clients at once, each opening tickets and working them to their end. */
async function live(database: BenchDatabase, clients: number, commands: number): Promise<void> {
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let left = commands / clients; left > 0; ) {
        let at = instant(parseInstant('2026-03-04T08:00:00Z'));
        const id = await openOne(database, at);
        left -= 1;
        for (const command of LIFE) {
          if (left <= 0) return;
          at = instant(at + 600);
          await inUnit(database, (unit) => unit.run(id, command, { at, actor: null }));
          left -= 1;
        }
      }
    }),
  );
}

async function openOne(database: BenchDatabase, at: Instant): Promise<string> {
  const outcome = await inUnit(database, (unit) => unit.open(OPENING, { at, actor: null }));
  if (outcome.kind !== 'done') throw new Error('a ticket could not be opened');
  return outcome.ticketId;
}

async function inUnit<T>(database: BenchDatabase, work: (unit: TicketUnit) => Promise<T>): Promise<T> {
  return inTenantSession(database.commandPool, tenantId, async (session) => {
    const unit = new TicketUnit(session, tenantId);
    const result = await work(unit);
    await unit.flush();
    return result;
  });
}

/** Rows inserted or updated in all tables since the server started. */
async function writtenRows(client: pg.Client): Promise<number> {
  await client.query('select pg_stat_force_next_flush()');
  await new Promise((done) => setTimeout(done, 1200));
  const found = await client.query<{ rows: string }>(
    'select sum(n_tup_ins + n_tup_upd) as rows from pg_stat_user_tables',
  );
  return Number(found.rows[0]!.rows);
}

/** Transactions that insert rows of about the size of a fact into one table without an index. */
async function commitBarely(
  database: BenchDatabase,
  { clients, rows }: { readonly clients: number; readonly rows: number },
): Promise<void> {
  await database.administrator.query('create table if not exists bare (id uuid, body text)');
  await database.administrator.query('grant insert on bare to public');
  const bodies = Array.from({ length: rows }, () => 'x'.repeat(200));
  await Promise.all(
    Array.from({ length: clients }, async () => {
      const client = await database.commandPool.connect();
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

const OPENING: OpenTicket = {
  kind: 'openTicket',
  customer: 'north',
  requester: null,
  dimensions: {
    team: 'desktop',
    service: 'print',
    priority: '3',
    channel: 'portal',
    level: '1',
    type: 'incident',
    agreement: 'gold',
  },
  promise: { kind: 'agreement', versionId: 'gold-1' },
  calendarId: 'office',
  isFirstContactEligible: true,
  subject: 'Printer prints nothing',
  description: 'Since this morning the printer beside the kitchen takes jobs and prints none of them.',
};
