import { type Kysely, sql } from 'kysely';
import type { Instant } from '#core/time/instant.ts';
import type { Database } from '#server/database/schema.ts';
import { timestamptz } from '#server/platform/timestamptz.ts';

/** Who took something back, and when. */
export interface TakenBack {
  readonly at: Instant;
  /** A name; null once erased or when nobody is known. */
  readonly by: string | null;
}

/** Takes a row back by a row of its own. Again, or two at the same time: the first one stays. */
export async function takeBack(
  db: Kysely<Database>,
  tenantId: string,
  {
    table,
    id,
    by,
    at,
  }: {
    readonly table: 'figure_note' | 'figure_baseline';
    readonly id: string;
    readonly by: string | null;
    readonly at: Instant;
  },
): Promise<void> {
  await sql`
    insert into ${sql.table(`${table}_taken_back`)} (tenant_id, id, taken_back_by, taken_back_at)
    values (${tenantId}, ${id}, ${by}::uuid, ${timestamptz(at)})
    on conflict do nothing`.execute(db);
}
