import { type Kysely, sql } from 'kysely';
import { earlier, type Instant, instant } from '#core/time/instant.ts';
import type { Database } from '#server/database/schema.ts';
import { randomUUIDv7 } from '#server/platform/ids.ts';
import { timestamptz } from '#server/platform/timestamptz.ts';
import type { FoundToken } from './token-store.ts';

/*
 * Sessions of browsers.
 *
 * 1. A session lasts twelve hours at most, and two without a sign of its person.
 * 2. It is worth what its token is worth at that moment: it ends when the token is revoked or expires.
 * 3. Reading writes nothing. The sign of a person is a request of its own, so a page left open ends its session.
 */

const longestSeconds = 12 * 3600;
const idleSeconds = 2 * 3600;
/** Ended ones are of no use; a few are cleared away with each new one. */
const mostCleared = 100;

/** When a session ends by itself. */
export interface SessionEnd {
  readonly endsAt: Instant;
  readonly idleEndsAt: Instant;
}

/** The row that a presented key leads to. */
export interface FoundSession extends FoundToken {
  readonly sessionId: string;
  readonly ends: SessionEnd;
}

interface Times {
  readonly createdAt: Instant;
  readonly seenAt: Instant;
}

export function endOf({ createdAt, seenAt }: Times): SessionEnd {
  const endsAt = instant(createdAt + longestSeconds);
  return { endsAt, idleEndsAt: earlier(endsAt, instant(seenAt + idleSeconds)) };
}

/** Stores a new session of a token. The transaction given must see the tenant, as for all below. */
export async function insertSession(
  db: Kysely<Database>,
  { tenantId, id: tokenId }: Pick<FoundToken, 'tenantId' | 'id'>,
  { hash, at }: { readonly hash: Buffer; readonly at: Instant },
): Promise<SessionEnd> {
  await sql`
    insert into session (tenant_id, id, token_id, hash, created_at, seen_at)
    values (${tenantId}, ${randomUUIDv7()}, ${tokenId}, ${hash}, ${timestamptz(at)}, ${timestamptz(at)})`.execute(db);
  await sql`
    delete from session as s
    where s.tenant_id = ${tenantId}
      and s.id in (
        select old.id
        from session as old
        where old.tenant_id = ${tenantId}
          and old.created_at < ${timestamptz(instant(at - longestSeconds))}
        limit ${mostCleared}
        for update skip locked
      )`.execute(db);
  return endOf({ createdAt: at, seenAt: at });
}

/** Notes a sign of the session's person, so that it does not end for idleness. */
export async function keepSession(
  db: Kysely<Database>,
  tenantId: string,
  { id, at }: { readonly id: string; readonly at: Instant },
): Promise<SessionEnd | null> {
  const answer = await sql<Times>`
    update session as s
    set seen_at = greatest(s.seen_at, ${timestamptz(at)})
    where s.tenant_id = ${tenantId}
      and s.id = ${id}
      and s.ended_at is null
    returning
      s.created_at as "createdAt",
      s.seen_at as "seenAt"`.execute(db);
  const [row] = answer.rows;
  return row === undefined ? null : endOf(row);
}

/** Ends a session; one that is over stays as it is. */
export async function endSession(
  db: Kysely<Database>,
  tenantId: string,
  { id, at }: { readonly id: string; readonly at: Instant },
): Promise<void> {
  await sql`
    update session as s
    set ended_at = ${timestamptz(at)}
    where s.tenant_id = ${tenantId}
      and s.id = ${id}
      and s.ended_at is null`.execute(db);
}

/** The session with this hash that goes on and whose token is valid, of whatever tenant. */
export async function findSession(db: Kysely<Database>, hash: Buffer, now: Instant): Promise<FoundSession | null> {
  return await db.transaction().execute(async (transaction) => {
    await sql`select set_config('app.session_hash', ${hash.toString('hex')}, true)`.execute(transaction);
    const answer = await sql<FoundToken & Times & { sessionId: string }>`
      select
        s.id as "sessionId",
        s.created_at as "createdAt",
        s.seen_at as "seenAt",
        t.tenant_id as "tenantId",
        t.id,
        t.person_id as "personId",
        t.role
      from session as s
      join api_token as t
        on t.tenant_id = s.tenant_id
        and t.id = s.token_id
      where s.hash = ${hash}
        and s.ended_at is null
        and t.revoked_at is null
        and t.expires_at > ${timestamptz(now)}`.execute(transaction);
    const [row] = answer.rows;
    if (row === undefined) return null;
    const { createdAt, seenAt, ...found } = row;
    const ends = endOf({ createdAt, seenAt });
    return ends.idleEndsAt > now ? { ...found, ends } : null;
  });
}
