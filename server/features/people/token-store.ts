import { type Kysely, sql } from 'kysely';
import type { Role } from '#contract/api/permissions.ts';
import type { Instant } from '#core/time/instant.ts';
import type { Database } from '#server/database/schema.ts';
import { randomUUIDv7 } from '#server/platform/ids.ts';
import { timestamptz } from '#server/platform/timestamptz.ts';

/** What is told of a token: all but the token. */
export interface TokenRow {
  readonly id: string;
  /** Of the person or the program it was made for; null once erased. */
  readonly name: string | null;
  readonly role: Role;
  readonly createdAt: Instant;
  /** `NEVER` when it does not expire. */
  readonly expiresAt: Instant;
  readonly revokedAt: Instant | null;
}

/** The row a presented token leads to. */
export interface FoundToken {
  readonly tenantId: string;
  readonly id: string;
  readonly personId: string;
  readonly role: Role;
}

export interface NewTokenRow {
  readonly role: Role;
  readonly name: string;
  readonly hash: Buffer;
  readonly expiresAt: Instant;
}

/**
 * Stores a token's hash and returns its id. Its holder becomes a person, whom events name as the one who acted. The
 * transaction given must see the tenant, as for all below.
 */
export async function insertToken(db: Kysely<Database>, tenantId: string, token: NewTokenRow): Promise<string> {
  const [id, personId] = [randomUUIDv7(), randomUUIDv7()];
  await sql`insert into person (tenant_id, id, name) values (${tenantId}, ${personId}, ${token.name})`.execute(db);
  await sql`
    insert into api_token (tenant_id, id, person_id, role, hash, expires_at)
    values (${tenantId}, ${id}, ${personId}, ${token.role}, ${token.hash}, ${timestamptz(token.expiresAt)})`.execute(
    db,
  );
  return id;
}

/** All tokens of the tenant, the newest first. */
export async function listTokens(db: Kysely<Database>, tenantId: string): Promise<readonly TokenRow[]> {
  const answer = await sql<TokenRow>`
    select
      t.id,
      p.name,
      t.role,
      t.created_at as "createdAt",
      t.expires_at as "expiresAt",
      t.revoked_at as "revokedAt"
    from api_token as t
    join person as p
      on p.tenant_id = t.tenant_id
      and p.id = t.person_id
    where t.tenant_id = ${tenantId}
    order by t.id desc`.execute(db);
  return answer.rows;
}

/** Revokes a token from this instant on; false when there is none, or it is revoked already. */
export async function revokeToken(
  db: Kysely<Database>,
  tenantId: string,
  { id, at }: { readonly id: string; readonly at: Instant },
): Promise<boolean> {
  const answer = await sql`
    update api_token as t
    set revoked_at = ${timestamptz(at)}
    where t.tenant_id = ${tenantId}
      and t.id = ${id}
      and t.revoked_at is null`.execute(db);
  return answer.numAffectedRows === 1n;
}

/** The valid token with this hash, of whatever tenant: the row rule lets through that one row. */
export async function findToken(db: Kysely<Database>, hash: Buffer, now: Instant): Promise<FoundToken | null> {
  return await db.transaction().execute(async (transaction) => {
    await sql`select set_config('app.token_hash', ${hash.toString('hex')}, true)`.execute(transaction);
    const answer = await sql<FoundToken>`
      select
        t.tenant_id as "tenantId",
        t.id,
        t.person_id as "personId",
        t.role
      from api_token as t
      where t.hash = ${hash}
        and t.revoked_at is null
        and t.expires_at > ${timestamptz(now)}`.execute(transaction);
    return answer.rows[0] ?? null;
  });
}
