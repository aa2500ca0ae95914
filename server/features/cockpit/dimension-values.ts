import { type Kysely, sql } from 'kysely';
import type { z } from 'zod';
import type { dimensionsAnswer } from '#contract/api/cockpit-shapes.ts';
import { NONE } from '#contract/api/figure-shapes.ts';
import { DIMENSIONS, type Dimension } from '#core/ticket/dimensions.ts';
import type { Database } from '#server/database/schema.ts';

type Answer = z.input<typeof dimensionsAnswer>;

/** Values with names of their own, and the table that has them. */
const NAMED: Partial<Readonly<Record<Dimension, { readonly table: string; readonly key: string }>>> = {
  team: { table: 'team_version', key: 'team_key' },
  service: { table: 'service_version', key: 'service_key' },
  level: { table: 'support_level_version', key: 'support_level_key' },
};
/** A menu with more values than these helps nobody; the most frequent ones are told. */
const MOST_VALUES = 200;

/**
 * The values that tickets were created with, the most frequent first, all from one reading; then what has a name but no
 * ticket of its own: a ticket may be handed to a team or a level that none is created in.
 */
export async function readDimensionValues(db: Kysely<Database>, tenantId: string): Promise<Answer> {
  const columns = sql.raw(DIMENSIONS.map((dimension) => `f.${dimension}`).join(', '));
  const sets = sql.raw(DIMENSIONS.map((dimension) => `(f.${dimension})`).join(', '));
  const places = sql.raw(DIMENSIONS.map((dimension) => `f.${dimension}`).join(', '));
  const { rows } = await sql<Readonly<Record<Dimension, string | null>> & { grouped: number; tickets: number }>`
    select
      ${columns},
      grouping(${places}) as grouped,
      count(*)::int as tickets
    from fact_creation as f
    where f.tenant_id = ${tenantId}
      and f.known_to = 'infinity'
    group by grouping sets (${sets})
    order by tickets desc`.execute(db);
  const names = await readNames(db, tenantId);
  return {
    dimensions: DIMENSIONS.map((dimension, index) => {
      // GROUPING has a bit for each column, the last one lowest, set where the row is not grouped by it.
      const own = rows.filter(({ grouped }) => (grouped & (1 << (DIMENSIONS.length - 1 - index))) === 0);
      const named = names.get(dimension) ?? new Map<string, string>();
      const values = own.map((row) => ({
        value: row[dimension] ?? NONE,
        name: named.get(row[dimension] ?? '') ?? null,
        tickets: row.tickets,
      }));
      const seen = new Set(own.map((row) => row[dimension]));
      const unseen = [...named].filter(([value]) => !seen.has(value));
      const others = unseen.map(([value, name]) => ({ value, name, tickets: 0 }));
      return { dimension, values: [...values, ...others].slice(0, MOST_VALUES) };
    }),
  };
}

/** What the values of a dimension are called today; null for those without a name of their own. */
export type DimensionNames = (dimension: Dimension, value: string | null) => string | null;

export async function readDimensionNames(db: Kysely<Database>, tenantId: string): Promise<DimensionNames> {
  const names = await readNames(db, tenantId);
  return (dimension, value) => names.get(dimension)?.get(value ?? '') ?? null;
}

/** Agreements keep their names in what they promise; the version that came into force last tells. */
async function readAgreementNames(db: Kysely<Database>, tenantId: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ value: string; name: string }>`
    select distinct on (a.terms ->> 'agreement')
      a.terms ->> 'agreement' as value,
      a.terms ->> 'name' as name
    from agreement_version as a
    where a.tenant_id = ${tenantId}
      and a.terms ->> 'name' is not null
    order by a.terms ->> 'agreement', a.valid_from desc`.execute(db);
  return new Map(rows.map(({ value, name }) => [value, name]));
}

/** The names of today by dimension and value. */
async function readNames(
  db: Kysely<Database>,
  tenantId: string,
): Promise<ReadonlyMap<Dimension, ReadonlyMap<string, string>>> {
  const found = new Map<Dimension, ReadonlyMap<string, string>>();
  for (const dimension of DIMENSIONS) {
    const named = NAMED[dimension];
    if (named === undefined) continue;
    const { table, key } = named;
    const { rows } = await sql<{ value: string; name: string }>`
      select distinct on (v.${sql.id(key)})
        v.${sql.id(key)} as value,
        v.name
      from ${sql.table(table)} as v
      where v.tenant_id = ${tenantId}
      order by v.${sql.id(key)}, v.version desc`.execute(db);
    found.set(dimension, new Map(rows.map(({ value, name }) => [value, name])));
  }
  found.set('agreement', await readAgreementNames(db, tenantId));
  return found;
}
