import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { grant, grantUpdate } from '#server/database/grants.ts';
import { tenantPolicy } from '#server/database/tenant-policy.ts';

/** Tokens of the API, answers kept for repeated requests, and indexes for lists of tickets. */
export const access: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await createTokens(db);
    await createAnswers(db);
    await sql`create index ticket_created on ticket (tenant_id, created_at, number)`.execute(db);
    await sql`create index ticket_last_event_number on ticket (tenant_id, last_event_at, number)`.execute(db);
  },
};

/**
 * A token is found before its tenant is known. So there is a second row rule beside that of the tenant: whoever names
 * the SHA-256 of a token in `app.token_hash` may read that one row. To name it one must have had the token; nothing can
 * be listed and nothing changed by it.
 */
async function createTokens(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table api_token (
      tenant_id uuid not null,
      id uuid not null,
      person_id uuid not null,
      role text not null check (role in ('monitor', 'reader', 'agent', 'lead', 'admin')),
      hash bytea not null check (length(hash) = 32),
      created_at timestamptz not null default date_trunc('second', now()),
      expires_at timestamptz not null default 'infinity',
      revoked_at timestamptz,
      primary key (tenant_id, id),
      unique (tenant_id, hash),
      foreign key (tenant_id, person_id) references person (tenant_id, id)
    )`.execute(db);
  await sql`create index api_token_hash on api_token (hash)`.execute(db);
  await grant(db, 'api_token', 'append-only');
  await grantUpdate(db, 'api_token', ['revoked_at']);
  await tenantPolicy(db, 'api_token');
  await sql`
    create policy api_token_by_hash on api_token
    for select
    using (hash = decode(nullif(current_setting('app.token_hash', true), ''), 'hex'))`.execute(db);
}

async function createAnswers(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table idempotent_answer (
      tenant_id uuid not null references tenant (id),
      token_id uuid not null,
      key text not null,
      digest bytea not null,
      status integer,
      etag text,
      body text,
      created_at timestamptz not null default now(),
      primary key (tenant_id, token_id, key)
    )`.execute(db);
  await sql`create index idempotent_answer_age on idempotent_answer (tenant_id, created_at)`.execute(db);
  await grant(db, 'idempotent_answer', 'mutable');
  await tenantPolicy(db, 'idempotent_answer');
}
