import { type Kysely, sql } from 'kysely';
import type { Instant } from '#core/time/instant.ts';
import { formatLocalDate, type LocalDate, parseLocalDate } from '#core/time/local-date.ts';
import type { Database } from '#server/database/schema.ts';
import { sqlInstant } from '#server/database/sql-instant.ts';
import { randomUUIDv7 } from '#server/platform/ids.ts';
import { timestamptz } from '#server/platform/timestamptz.ts';
import type { TakenBack } from './taken-back.ts';

/*
 * Notes on dates in the database. The transaction given must see the tenant.
 */

export interface NewNote {
  readonly on: LocalDate;
  readonly text: string;
  /** Null: for all figures. */
  readonly figure: string | null;
  /** Null: for all values of all splits. */
  readonly split: { readonly dimension: string; readonly value: string } | null;
}

export interface StoredNote extends NewNote {
  readonly id: string;
  readonly writtenAt: Instant;
  /** A name; null once erased or when nobody is known. */
  readonly writtenBy: string | null;
  readonly takenBack: TakenBack | null;
}

export interface NotesWanted {
  readonly id?: string;
  /** Those of this figure and those for all. */
  readonly figure?: string | undefined;
  readonly from?: LocalDate | undefined;
  /** The first day after. */
  readonly to?: LocalDate | undefined;
  readonly withTakenBack?: boolean;
  /** As known then: what was written or taken back later is not. Left out: now. */
  readonly asOf?: Instant | undefined;
  readonly limit?: number;
}

interface Row {
  readonly id: string;
  readonly on_date: string;
  readonly body: string;
  readonly figure: string | null;
  readonly dimension: string | null;
  readonly value: string | null;
  readonly written_at: Instant;
  readonly written_by: string | null;
  readonly taken_back_at: Instant | null;
  readonly taken_back_by: string | null;
}

/** The notes wanted by day, then as they were written; with a limit those of the latest days. */
export async function readNotes(
  db: Kysely<Database>,
  tenantId: string,
  { id, figure, from, to, withTakenBack = false, asOf, limit }: NotesWanted,
): Promise<StoredNote[]> {
  const known = asOf === undefined ? null : sqlInstant(asOf);
  const { rows } = await sql<Row>`
    select
      n.id,
      to_char(n.on_date, 'YYYY-MM-DD') as on_date,
      n.body,
      n.figure,
      n.dimension,
      n.value,
      n.written_at,
      p.name as written_by,
      b.taken_back_at,
      q.name as taken_back_by
    from figure_note as n
    left join figure_note_taken_back as b
      on b.tenant_id = n.tenant_id
      and b.id = n.id
      and (${known}::timestamptz is null or b.taken_back_at < ${known}::timestamptz)
    left join person as p
      on p.tenant_id = n.tenant_id
      and p.id = n.written_by
    left join person as q
      on q.tenant_id = n.tenant_id
      and q.id = b.taken_back_by
    where n.tenant_id = ${tenantId}
      and (${id ?? null}::uuid is null or n.id = ${id ?? null})
      and (${figure ?? null}::text is null or n.figure is null or n.figure = ${figure ?? null})
      and (${dateOrNull(from)}::date is null or n.on_date >= ${dateOrNull(from)}::date)
      and (${dateOrNull(to)}::date is null or n.on_date < ${dateOrNull(to)}::date)
      and (${known}::timestamptz is null or n.written_at < ${known}::timestamptz)
      and (${withTakenBack} or b.id is null)
    order by n.on_date desc, n.written_at desc, n.id desc
    limit ${limit ?? null}::bigint`.execute(db);
  return rows.reverse().map(noteOf);
}

function dateOrNull(date: LocalDate | undefined): string | null {
  return date === undefined ? null : formatLocalDate(date);
}

function noteOf({ id, body, figure, dimension, value, ...row }: Row): StoredNote {
  return {
    id,
    on: parseLocalDate(row.on_date),
    text: body,
    figure,
    split: dimension === null ? null : { dimension, value: value! },
    writtenAt: row.written_at,
    writtenBy: row.written_by,
    takenBack: row.taken_back_at === null ? null : { at: row.taken_back_at, by: row.taken_back_by },
  };
}

/** Who writes a note and when; `id` is for worlds that are the same in every build. */
export interface Writing {
  readonly note: NewNote;
  readonly by: string | null;
  readonly at: Instant;
  readonly id?: string;
}

export async function addNote(
  db: Kysely<Database>,
  tenantId: string,
  { note, by, at, id = randomUUIDv7() }: Writing,
): Promise<StoredNote> {
  const { on, text, figure, split } = note;
  await sql`
    insert into figure_note (tenant_id, id, on_date, body, figure, dimension, value, written_by, written_at)
    values (
      ${tenantId},
      ${id},
      ${formatLocalDate(on)}::date,
      ${text},
      ${figure},
      ${split?.dimension ?? null},
      ${split?.value ?? null},
      ${by}::uuid,
      ${timestamptz(at)}
    )`.execute(db);
  const [written] = await readNotes(db, tenantId, { id });
  return written!;
}
