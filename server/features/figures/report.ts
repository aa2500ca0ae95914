import { type Kysely, sql } from 'kysely';
import type { Instant } from '#core/time/instant.ts';
import type { Database } from '#server/database/schema.ts';
import { inTenant } from '#server/platform/database.ts';

/** Reads for a report: all statements see one moment of the database, and none writes. */
export async function report<T>(
  db: Kysely<Database>,
  tenantId: string,
  work: (db: Kysely<Database>) => Promise<T>,
): Promise<T> {
  return inTenant(db, tenantId, work, { isolation: 'repeatable read', access: 'read only' });
}

/** The instant of the newest event of the tenant; null when there is none. */
export async function readLastEventAt(db: Kysely<Database>, tenantId: string): Promise<Instant | null> {
  const result = await sql<{ at: Instant | null }>`
    select max(t.last_event_at) as at from ticket as t where t.tenant_id = ${tenantId}`.execute(db);
  return result.rows[0]?.at ?? null;
}

/** When the first ticket of the tenant was opened; null when there is none. */
export async function readFirstEventAt(db: Kysely<Database>, tenantId: string): Promise<Instant | null> {
  const result = await sql<{ at: Instant | null }>`
    select min(f.at) as at from fact_creation as f where f.tenant_id = ${tenantId} and f.known_to = 'infinity'`.execute(
    db,
  );
  return result.rows[0]?.at ?? null;
}
