import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { grant } from '#server/database/grants.ts';
import { tenantPolicy } from '#server/database/tenant-policy.ts';

/** Things that have a name people change: the key is pinned on tickets, the versions say what it was called when. */
const NAMED = ['service', 'team', 'support_level', 'customer'] as const;

/**
 * Tickets as events (append-only), the state they lead to, and what they refer to. Names of persons and texts lie in
 * rows of their own, so that they can be erased without touching an event.
 */
export const tickets: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const name of NAMED) await createNamed(db, name);
    await createDirectory(db);
    await createPromises(db);
    await createTickets(db);
  },
};

async function createNamed(db: Kysely<unknown>, name: (typeof NAMED)[number]): Promise<void> {
  const table = sql.table(name);
  const versions = sql.table(`${name}_version`);
  const reference = sql.id(`${name}_key`);
  await sql`
    create table ${table} (
      tenant_id uuid not null references tenant (id),
      key text not null,
      created_at timestamptz not null default date_trunc('second', now()),
      primary key (tenant_id, key)
    )`.execute(db);
  await sql`
    create table ${versions} (
      tenant_id uuid not null,
      ${reference} text not null,
      version integer not null check (version > 0),
      name text not null,
      valid_from timestamptz not null,
      primary key (tenant_id, ${reference}, version),
      foreign key (tenant_id, ${reference}) references ${table} (tenant_id, key)
    )`.execute(db);
  await protect(db, name, 'append-only');
  await protect(db, `${name}_version`, 'append-only');
}

async function createDirectory(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table source (
      tenant_id uuid not null references tenant (id),
      id uuid not null,
      key text not null,
      created_at timestamptz not null default date_trunc('second', now()),
      primary key (tenant_id, id),
      unique (tenant_id, key)
    )`.execute(db);
  await protect(db, 'source', 'append-only');
  await sql`
    create table person (
      tenant_id uuid not null,
      id uuid not null,
      source_id uuid,
      name text,
      primary key (tenant_id, id),
      foreign key (tenant_id, source_id) references source (tenant_id, id)
    )`.execute(db);
  await sql`create unique index person_source on person (tenant_id, source_id, name)`.execute(db);
  await protect(db, 'person', 'mutable');
}

async function createPromises(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table calendar_version (
      tenant_id uuid not null references tenant (id),
      id text not null,
      definition jsonb not null,
      created_at timestamptz not null default date_trunc('second', now()),
      primary key (tenant_id, id)
    )`.execute(db);
  await protect(db, 'calendar_version', 'append-only');
  await sql`
    create table agreement_version (
      tenant_id uuid not null,
      id text not null,
      calendar_id text not null,
      terms jsonb not null,
      customer text,
      services text[],
      valid_from timestamptz not null,
      valid_to timestamptz not null default 'infinity',
      primary key (tenant_id, id),
      foreign key (tenant_id, calendar_id) references calendar_version (tenant_id, id)
    )`.execute(db);
  await protect(db, 'agreement_version', 'append-only');
}

async function createTickets(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table ticket_counter (
      tenant_id uuid primary key references tenant (id),
      last_number bigint not null
    )`.execute(db);
  await protect(db, 'ticket_counter', 'mutable');
  await sql`
    create table ticket (
      tenant_id uuid not null references tenant (id),
      id uuid not null,
      number bigint not null,
      source_id uuid,
      source_key text,
      state text not null,
      standing text not null,
      created_at timestamptz not null,
      last_event_at timestamptz not null,
      event_count integer not null,
      team text,
      service text,
      priority text,
      channel text,
      level text,
      type text,
      agreement text,
      assignee text,
      customer text,
      requester text,
      primary key (tenant_id, id),
      unique (tenant_id, number),
      foreign key (tenant_id, source_id) references source (tenant_id, id)
    )`.execute(db);
  await sql`
    create unique index ticket_source on ticket (tenant_id, source_id, source_key) where source_id is not null`.execute(
    db,
  );
  // Lists of open tickets must not walk past all that were ever closed.
  await sql`
    create index ticket_open on ticket (tenant_id, last_event_at, number)
    where state in ('new', 'in_progress', 'pending_customer', 'pending_vendor')`.execute(db);
  await protect(db, 'ticket', 'mutable');
  await sql`
    create table ticket_event (
      tenant_id uuid not null,
      ticket_id uuid not null,
      sequence integer not null check (sequence > 0),
      at timestamptz not null,
      kind text not null,
      payload jsonb not null,
      actor uuid,
      recorded_at timestamptz not null default date_trunc('second', now()),
      primary key (tenant_id, ticket_id, sequence),
      foreign key (tenant_id, ticket_id) references ticket (tenant_id, id)
    )`.execute(db);
  await sql`
    create unique index ticket_event_step on ticket_event (tenant_id, ticket_id, (payload ->> 'key'))
    where payload ? 'key'`.execute(db);
  await protect(db, 'ticket_event', 'append-only');
  await sql`
    create table ticket_text (
      tenant_id uuid not null,
      ticket_id uuid not null,
      sequence integer not null,
      part text not null,
      body text not null,
      primary key (tenant_id, ticket_id, sequence, part),
      foreign key (tenant_id, ticket_id, sequence) references ticket_event (tenant_id, ticket_id, sequence)
    )`.execute(db);
  await protect(db, 'ticket_text', 'mutable');
  await createTimers(db);
}

/** What clocks will do by themselves (law 9). A row follows from the ticket, but for its lease and its attempts. */
async function createTimers(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table timer (
      tenant_id uuid not null,
      ticket_id uuid not null,
      key text not null,
      due_at timestamptz not null,
      lease_until timestamptz,
      attempts integer not null default 0,
      primary key (tenant_id, ticket_id, key),
      foreign key (tenant_id, ticket_id) references ticket (tenant_id, id)
    )`.execute(db);
  await sql`create index timer_due on timer (tenant_id, due_at)`.execute(db);
  await protect(db, 'timer', 'mutable');
}

async function protect(db: Kysely<unknown>, table: string, kind: 'append-only' | 'mutable'): Promise<void> {
  await grant(db, table, kind);
  await tenantPolicy(db, table);
}
