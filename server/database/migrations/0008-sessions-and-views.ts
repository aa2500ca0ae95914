import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { grant } from '#server/database/grants.ts';
import { tenantPolicy } from '#server/database/tenant-policy.ts';

/** Sessions of browsers, and named addresses of the desk. */
export const sessionsAndViews: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await createSessions(db);
    await createViews(db);
  },
};

/**
 * A session is found as a token is, before its tenant is known: whoever names the SHA-256 of its key in
 * `app.session_hash` may read that row and the row of its token, for a session ends with its token.
 */
async function createSessions(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table session (
      tenant_id uuid not null,
      id uuid not null,
      token_id uuid not null,
      hash bytea not null check (length(hash) = 32),
      created_at timestamptz not null,
      seen_at timestamptz not null,
      ended_at timestamptz,
      primary key (tenant_id, id),
      unique (tenant_id, hash),
      foreign key (tenant_id, token_id) references api_token (tenant_id, id)
    )`.execute(db);
  await sql`create index session_hash on session (hash)`.execute(db);
  await sql`create index session_age on session (tenant_id, created_at)`.execute(db);
  await grant(db, 'session', 'mutable');
  await tenantPolicy(db, 'session');
  const asked = sql`decode(nullif(current_setting('app.session_hash', true), ''), 'hex')`;
  await sql`
    create policy session_by_hash on session
    for select
    using (hash = ${asked})`.execute(db);
  await sql`
    create policy api_token_by_session on api_token
    for select
    using (
      exists (
        select
        from session as s
        where s.tenant_id = api_token.tenant_id
          and s.token_id = api_token.id
          and s.hash = ${asked}
      )
    )`.execute(db);
}

async function createViews(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table saved_view (
      tenant_id uuid not null references tenant (id),
      id uuid not null,
      name text not null,
      address text not null,
      position integer not null,
      saved_by uuid,
      saved_at timestamptz not null,
      removed_at timestamptz,
      primary key (tenant_id, id),
      foreign key (tenant_id, saved_by) references person (tenant_id, id)
    )`.execute(db);
  await grant(db, 'saved_view', 'mutable');
  await tenantPolicy(db, 'saved_view');
}
