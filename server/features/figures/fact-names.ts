import { type Kysely, sql } from 'kysely';
import type { Database } from '#server/database/schema.ts';

/** What facts name by a key that has a name of its own. */
export const NAMED_KINDS = ['service', 'team', 'customer'] as const;
export type NamedKind = (typeof NAMED_KINDS)[number];

/** Names by key, kind by kind. A key without a name is missing. */
export type FactNames = Readonly<Record<NamedKind, Readonly<Record<string, string>>>>;

/** What these keys are called today. The transaction given must see the tenant. */
export async function readFactNames(
  db: Kysely<Database>,
  tenantId: string,
  keys: Readonly<Record<NamedKind, Iterable<string | null>>>,
): Promise<FactNames> {
  const wanted = NAMED_KINDS.flatMap((kind) =>
    [...new Set(keys[kind])].flatMap((key) => (key === null ? [] : [{ kind, key }])),
  );
  const names: Record<NamedKind, Record<string, string>> = { service: {}, team: {}, customer: {} };
  if (wanted.length === 0) return names;
  const found = await sql<{ kind: NamedKind; key: string; name: string }>`
    select
      w.kind,
      w.key,
      v.name
    from unnest(${wanted.map(({ kind }) => kind)}::text[], ${wanted.map(({ key }) => key)}::text[]) as w(kind, key)
    cross join lateral (${sql.join(
      NAMED_KINDS.map((kind) => newestName(tenantId, kind)),
      sql` union all `,
    )}) as v`.execute(db);
  for (const { kind, key, name } of found.rows) names[kind][key] = name;
  return names;
}

function newestName(tenantId: string, kind: NamedKind) {
  const key = sql.ref(`v.${kind}_key`);
  return sql`(
      select
        v.name
      from ${sql.table(`${kind}_version`)} as v
      where w.kind = ${kind}
        and v.tenant_id = ${tenantId}
        and ${key} = w.key
        and v.valid_from <= now()
      order by v.version desc
      limit 1
    )`;
}
