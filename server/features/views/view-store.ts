import { type Kysely, sql } from 'kysely';
import { type Instant, instant, SECONDS_PER_DAY } from '#core/time/instant.ts';
import type { Database } from '#server/database/schema.ts';
import { randomUUIDv7 } from '#server/platform/ids.ts';
import { timestamptz } from '#server/platform/timestamptz.ts';

/*
 * Named addresses of the desk. All of a tenant see the same ones in the same order. A removed one is kept for a while,
 * so that removing can be taken back. The transaction given must see the tenant.
 */

export interface StoredView {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly savedBy: string | null;
  readonly savedAt: Instant;
}

export interface NewView {
  readonly name: string;
  readonly address: string;
  readonly by: string | null;
  readonly at: Instant;
}

const daysKept = 30;

/** All views that are not removed, in their order. */
export async function listViews(db: Kysely<Database>, tenantId: string): Promise<readonly StoredView[]> {
  const { rows } = await sql<StoredView>`
    select
      v.id,
      v.name,
      v.address,
      p.name as "savedBy",
      v.saved_at as "savedAt"
    from saved_view as v
    left join person as p
      on p.tenant_id = v.tenant_id
      and p.id = v.saved_by
    where v.tenant_id = ${tenantId}
      and v.removed_at is null
    order by v.position, v.id`.execute(db);
  return rows;
}

/** Changes of one tenant's views wait for each other, so that their number and their order hold. */
export async function lockViews(db: Kysely<Database>, tenantId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${tenantId} views`}, 0))`.execute(db);
}

/** Adds a view at the end and returns its id. */
export async function insertView(db: Kysely<Database>, tenantId: string, view: NewView): Promise<string> {
  const id = randomUUIDv7();
  const { name, address, by, at } = view;
  await sql`
    delete from saved_view as v
    where v.tenant_id = ${tenantId}
      and v.removed_at < ${timestamptz(instant(at - daysKept * SECONDS_PER_DAY))}`.execute(db);
  await sql`
    insert into saved_view (tenant_id, id, name, address, position, saved_by, saved_at)
    select
      ${tenantId},
      ${id},
      ${name},
      ${address},
      coalesce(max(v.position), 0) + 1,
      ${by}::uuid,
      ${timestamptz(at)}
    from saved_view as v
    where v.tenant_id = ${tenantId}`.execute(db);
  return id;
}

/** False when there is no such view, as below. */
export async function renameView(
  db: Kysely<Database>,
  tenantId: string,
  { id, name }: Pick<StoredView, 'id' | 'name'>,
): Promise<boolean> {
  const answer = await sql`
    update saved_view as v
    set name = ${name}
    where v.tenant_id = ${tenantId}
      and v.id = ${id}
      and v.removed_at is null`.execute(db);
  return answer.numAffectedRows === 1n;
}

/** Removes a view; removing it again changes nothing. */
export async function removeView(
  db: Kysely<Database>,
  tenantId: string,
  { id, at }: { readonly id: string; readonly at: Instant },
): Promise<boolean> {
  const answer = await sql`
    update saved_view as v
    set removed_at = coalesce(v.removed_at, ${timestamptz(at)})
    where v.tenant_id = ${tenantId}
      and v.id = ${id}`.execute(db);
  return answer.numAffectedRows === 1n;
}

/** Brings a removed view back to its place. */
export async function restoreView(db: Kysely<Database>, tenantId: string, id: string): Promise<boolean> {
  const answer = await sql`
    update saved_view as v
    set removed_at = null
    where v.tenant_id = ${tenantId}
      and v.id = ${id}`.execute(db);
  return answer.numAffectedRows === 1n;
}

/** Writes the order of the views given. Removed ones stay where they were. */
export async function orderViews(db: Kysely<Database>, tenantId: string, ids: readonly string[]): Promise<void> {
  await sql`
    update saved_view as v
    set position = o.position
    from unnest(${[...ids]}::uuid[]) with ordinality as o (id, position)
    where v.tenant_id = ${tenantId}
      and v.id = o.id`.execute(db);
}
