import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { grant } from '#server/database/grants.ts';
import { tenantPolicy } from '#server/database/tenant-policy.ts';

/** Logs that were uploaded, what is done with them, and mappings that people keep. */
export const imports: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await createImports(db);
    await createParts(db);
    await createMappings(db);
    for (const table of ['log_import', 'log_piece', 'log_problem', 'import_mapping']) {
      await grant(db, table, 'mutable');
      await tenantPolicy(db, table);
    }
    await letWorkerSee(db);
  },
};

/**
 * An uploaded log and the task that was last begun with it. A task that is at work holds a lease; one whose lease has
 * run out was interrupted. Of one source only one task may wait or be at work.
 */
async function createImports(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table log_import (
      tenant_id uuid not null references tenant (id),
      id uuid not null,
      file_name text not null,
      byte_count bigint not null default 0,
      created_at timestamptz not null default date_trunc('second', now()),
      created_by uuid,
      stored_at timestamptz,
      removed_at timestamptz,
      inspection jsonb,
      draft jsonb,
      dry_run jsonb,
      dry_run_mapping jsonb,
      result jsonb,
      result_mapping jsonb,
      task text check (task in ('inspect', 'dry_run', 'run')),
      task_state text check (task_state in ('waiting', 'working', 'interrupted', 'done', 'failed', 'cancelled')),
      task_source text,
      task_options jsonb,
      holder uuid,
      lease_until timestamptz,
      is_cancel_asked boolean not null default false,
      phase text,
      done bigint not null default 0,
      total bigint not null default 0,
      begun_at timestamptz,
      ended_at timestamptz,
      failure jsonb,
      primary key (tenant_id, id)
    )`.execute(db);
  await sql`
    create unique index log_import_source on log_import (tenant_id, task_source)
    where task in ('dry_run', 'run') and task_state in ('waiting', 'working')`.execute(db);
  await sql`
    create index log_import_waiting on log_import (tenant_id)
    where task_state in ('waiting', 'working')`.execute(db);
}

/** The bytes of a file in order, and what was found wrong in it. Compressed logs gain nothing from being compressed again. */
async function createParts(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table log_piece (
      tenant_id uuid not null,
      import_id uuid not null,
      number integer not null,
      bytes bytea not null,
      primary key (tenant_id, import_id, number),
      foreign key (tenant_id, import_id) references log_import (tenant_id, id) on delete cascade
    )`.execute(db);
  await sql`alter table log_piece alter column bytes set storage external`.execute(db);
  await sql`
    create table log_problem (
      tenant_id uuid not null,
      import_id uuid not null,
      number integer not null,
      line bigint not null,
      column_name text not null,
      problem text not null,
      value text not null,
      primary key (tenant_id, import_id, number),
      foreign key (tenant_id, import_id) references log_import (tenant_id, id) on delete cascade
    )`.execute(db);
}

async function createMappings(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table import_mapping (
      tenant_id uuid not null references tenant (id),
      id uuid not null,
      source text not null,
      name text not null,
      mapping jsonb not null,
      saved_at timestamptz not null default date_trunc('second', now()),
      saved_by uuid,
      primary key (tenant_id, id),
      unique (tenant_id, source, name)
    )`.execute(db);
}

/** Who works on imports serves all tenants: the owner alone may see which have something waiting. */
async function letWorkerSee(db: Kysely<unknown>): Promise<void> {
  await sql`create policy log_import_of_worker on log_import for select to current_user using (true)`.execute(db);
}
