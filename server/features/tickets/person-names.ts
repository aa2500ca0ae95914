import { type Kysely, sql } from 'kysely';
import type { z } from 'zod';
import type { personShape } from '#contract/api/ticket-shapes.ts';
import type { Database } from '#server/database/schema.ts';

/** Names of persons by id. Who was erased, or never had a name, is missing. */
export type PersonNames = ReadonlyMap<string, string>;

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The names of these persons of the tenant; what is no id of a person is passed over. */
export async function readPersonNames(
  db: Kysely<Database>,
  tenantId: string,
  ids: Iterable<string | null>,
): Promise<PersonNames> {
  const wanted = [...new Set(ids)].filter((id) => id !== null && uuid.test(id));
  if (wanted.length === 0) return new Map();
  const found = await sql<{ id: string; name: string }>`
    select
      p.id,
      p.name
    from person as p
    where p.tenant_id = ${tenantId}
      and p.id = any(${wanted}::uuid[])
      and p.name is not null`.execute(db);
  return new Map(found.rows.map(({ id, name }) => [id, name]));
}

/** Whether the tenant has a person with this id. */
export async function isPerson(db: Kysely<Database>, tenantId: string, id: string): Promise<boolean> {
  const found = await sql`
    select
    from person as p
    where p.tenant_id = ${tenantId}
      and p.id = ${id}`.execute(db);
  return found.rows.length === 1;
}

export function personOut(id: string | null, names: PersonNames): z.input<typeof personShape> | null {
  return id === null ? null : { id, name: names.get(id) ?? null };
}
