import type pg from 'pg';
import type { Instant } from '#core/time/instant.ts';
import { randomUUIDv7 } from '#server/platform/ids.ts';

type Json = Readonly<Record<string, unknown>>;

/** A mapping that somebody keeps for the next file of the same source. */
export interface SavedMapping {
  readonly id: string;
  readonly source: string;
  readonly name: string;
  readonly savedAt: Instant;
  readonly mapping: Json;
}

/** No desk has so many; each is sent whole in one list. */
export const MOST_MAPPINGS = 100;

const COLUMNS = 'm.id, m.source, m.name, m.saved_at as "savedAt", m.mapping';

export async function listMappings(client: pg.ClientBase, tenantId: string): Promise<readonly SavedMapping[]> {
  const found = await client.query<SavedMapping>(
    `select ${COLUMNS}
     from import_mapping as m
     where m.tenant_id = $1
     order by m.source, m.name`,
    [tenantId],
  );
  return found.rows;
}

export async function readMapping(client: pg.ClientBase, tenantId: string, id: string): Promise<SavedMapping | null> {
  const found = await client.query<SavedMapping>(
    `select ${COLUMNS}
     from import_mapping as m
     where m.tenant_id = $1
       and m.id = $2`,
    [tenantId, id],
  );
  return found.rows[0] ?? null;
}

/** Saves a mapping under its source and name, in place of the one that was there; null when there are too many. */
export async function saveMapping(
  client: pg.ClientBase,
  tenantId: string,
  saved: Pick<SavedMapping, 'source' | 'name' | 'mapping'> & { readonly savedBy: string | null },
): Promise<SavedMapping | null> {
  const { source, name, mapping, savedBy } = saved;
  const made = await client.query<SavedMapping>(
    `insert into import_mapping as m (tenant_id, id, source, name, mapping, saved_by)
     select $1, $2, $3, $4, $5, $6
     where (select count(*) from import_mapping as o where o.tenant_id = $1) < ${MOST_MAPPINGS}
       or exists (
         select from import_mapping as o where o.tenant_id = $1 and o.source = $3 and o.name = $4
       )
     on conflict (tenant_id, source, name) do update
     set mapping = excluded.mapping, saved_by = excluded.saved_by, saved_at = date_trunc('second', now())
     returning ${COLUMNS}`,
    [tenantId, randomUUIDv7(), source, name, JSON.stringify(mapping), savedBy],
  );
  return made.rows[0] ?? null;
}

/** False when there is no such mapping. */
export async function removeMapping(client: pg.ClientBase, tenantId: string, id: string): Promise<boolean> {
  const removed = await client.query('delete from import_mapping as m where m.tenant_id = $1 and m.id = $2', [
    tenantId,
    id,
  ]);
  return removed.rowCount === 1;
}
