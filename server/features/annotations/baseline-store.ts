import { type Kysely, sql } from 'kysely';
import type { Instant } from '#core/time/instant.ts';
import { formatLocalDate, type LocalDate, parseLocalDate } from '#core/time/local-date.ts';
import type { Database } from '#server/database/schema.ts';
import { sqlInstant } from '#server/database/sql-instant.ts';
import { randomUUIDv7 } from '#server/platform/ids.ts';
import { timestamptz } from '#server/platform/timestamptz.ts';
import type { TakenBack } from './taken-back.ts';

/*
 * Decisions that limits begin anew, in the database. The transaction given must see the tenant.
 */

export interface NewBaseline {
  readonly figure: string;
  /** Limits come from the whole periods that begin on this day or later. */
  readonly from: LocalDate;
  readonly reason: string;
}

export interface StoredBaseline extends NewBaseline {
  readonly id: string;
  readonly setAt: Instant;
  /** A name; null once erased or when nobody is known. */
  readonly setBy: string | null;
  readonly takenBack: TakenBack | null;
}

interface Row {
  readonly id: string;
  readonly figure: string;
  readonly from_date: string;
  readonly reason: string;
  readonly set_at: Instant;
  readonly set_by: string | null;
  readonly taken_back_at: Instant | null;
  readonly taken_back_by: string | null;
}

/** All decisions on a figure, those taken back included; the one taken last first. */
export async function readBaselines(
  db: Kysely<Database>,
  tenantId: string,
  { figure, id }: { readonly figure: string; readonly id?: string },
): Promise<StoredBaseline[]> {
  const { rows } = await sql<Row>`
    select
      l.id,
      l.figure,
      to_char(l.from_date, 'YYYY-MM-DD') as from_date,
      l.reason,
      l.set_at,
      p.name as set_by,
      b.taken_back_at,
      q.name as taken_back_by
    from figure_baseline as l
    left join figure_baseline_taken_back as b
      on b.tenant_id = l.tenant_id
      and b.id = l.id
    left join person as p
      on p.tenant_id = l.tenant_id
      and p.id = l.set_by
    left join person as q
      on q.tenant_id = l.tenant_id
      and q.id = b.taken_back_by
    where l.tenant_id = ${tenantId}
      and l.figure = ${figure}
      and (${id ?? null}::uuid is null or l.id = ${id ?? null})
    order by l.set_at desc, l.id desc`.execute(db);
  return rows.map(({ from_date, set_at, set_by, taken_back_at, taken_back_by, ...row }) => ({
    ...row,
    from: parseLocalDate(from_date),
    setAt: set_at,
    setBy: set_by,
    takenBack: taken_back_at === null ? null : { at: taken_back_at, by: taken_back_by },
  }));
}

/** The days from which limits begin anew, as decided and not taken back up to `asOf`. */
export async function activeBaselines(
  db: Kysely<Database>,
  tenantId: string,
  { figure, asOf }: { readonly figure: string; readonly asOf: Instant },
): Promise<LocalDate[]> {
  const { rows } = await sql<{ from_date: string }>`
    select distinct to_char(l.from_date, 'YYYY-MM-DD') as from_date
    from figure_baseline as l
    left join figure_baseline_taken_back as b
      on b.tenant_id = l.tenant_id
      and b.id = l.id
      and b.taken_back_at <= ${sqlInstant(asOf)}::timestamptz
    where l.tenant_id = ${tenantId}
      and l.figure = ${figure}
      and l.set_at <= ${sqlInstant(asOf)}::timestamptz
      and b.id is null
    order by 1`.execute(db);
  return rows.map(({ from_date }) => parseLocalDate(from_date));
}

/** Decides that the limits of a figure begin anew. */
export async function setBaseline(
  db: Kysely<Database>,
  tenantId: string,
  { baseline, by, at }: { readonly baseline: NewBaseline; readonly by: string | null; readonly at: Instant },
): Promise<StoredBaseline> {
  const id = randomUUIDv7();
  const { figure, from, reason } = baseline;
  await sql`
    insert into figure_baseline (tenant_id, id, figure, from_date, reason, set_by, set_at)
    values (
      ${tenantId},
      ${id},
      ${figure},
      ${formatLocalDate(from)}::date,
      ${reason},
      ${by}::uuid,
      ${timestamptz(at)}
    )`.execute(db);
  const [set] = await readBaselines(db, tenantId, { figure, id });
  return set!;
}
