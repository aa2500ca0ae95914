import { type Kysely, sql } from 'kysely';
import type { TargetDirection, TargetVersion } from '#core/figures/target.ts';
import type { Instant } from '#core/time/instant.ts';
import { formatLocalDate, type LocalDate, parseLocalDate } from '#core/time/local-date.ts';
import type { Database } from '#server/database/schema.ts';
import { timestamptz } from '#server/platform/timestamptz.ts';

/*
 * Targets of figures in the database. The transaction given must see the tenant.
 */

/** A version with who set it and who answers for it. */
export interface StoredTarget extends TargetVersion {
  readonly figure: string;
  readonly owner: string;
  readonly setAt: Instant;
  /** The name of whoever set it; null once erased or when nobody is known. */
  readonly setBy: string | null;
}

export interface NewTarget {
  readonly figure: string;
  readonly value: number | null;
  readonly direction: TargetDirection;
  readonly owner: string;
  readonly validFrom: LocalDate;
}

interface Row extends Omit<StoredTarget, 'validFrom' | 'setAt' | 'setBy'> {
  readonly valid_from: string;
  readonly set_at: Instant;
  readonly set_by: string | null;
}

/** All versions of all figures, or of one, in the order in which they were set. */
export async function readTargets(db: Kysely<Database>, tenantId: string, figure?: string): Promise<StoredTarget[]> {
  const { rows } = await sql<Row>`
    select
      t.figure,
      t.version,
      t.value,
      t.direction,
      t.owner,
      to_char(t.valid_from, 'YYYY-MM-DD') as valid_from,
      t.set_at,
      p.name as set_by
    from figure_target as t
    left join person as p
      on p.tenant_id = t.tenant_id
      and p.id = t.set_by
    where t.tenant_id = ${tenantId}
      and (${figure ?? null}::text is null or t.figure = ${figure ?? null})
    order by t.figure, t.version`.execute(db);
  return rows.map(({ valid_from, set_at, set_by, ...row }) => ({
    ...row,
    validFrom: parseLocalDate(valid_from),
    setAt: set_at,
    setBy: set_by,
  }));
}

/**
 * Sets a target: adds a version, which counts from its date on whatever was said before. Two at the same time become two
 * versions, one after the other.
 */
export async function setTarget(
  db: Kysely<Database>,
  tenantId: string,
  { target, by, at }: { readonly target: NewTarget; readonly by: string | null; readonly at: Instant },
): Promise<StoredTarget> {
  const { figure, value, direction, owner, validFrom } = target;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${tenantId} target ${figure}`}, 0))`.execute(db);
  await sql`
    insert into figure_target (tenant_id, figure, version, value, direction, owner, valid_from, set_by, set_at)
    select
      ${tenantId},
      ${figure},
      coalesce(max(t.version), 0) + 1,
      ${value}::float8,
      ${direction},
      ${owner},
      ${formatLocalDate(validFrom)}::date,
      ${by}::uuid,
      ${timestamptz(at)}
    from figure_target as t
    where t.tenant_id = ${tenantId}
      and t.figure = ${figure}`.execute(db);
  const versions = await readTargets(db, tenantId, figure);
  return versions.at(-1)!;
}
