import type pg from 'pg';
import type { ImportTask, TaskState } from '#contract/api/import-shapes.ts';
import type { Instant } from '#core/time/instant.ts';
import type { FailureKey } from '#server/platform/failure.ts';
import type { ImportReport } from './import-report.ts';
import type { Inspection } from './inspect-log.ts';

type Json = Readonly<Record<string, unknown>>;

/** A failure as it is kept: its words are found when somebody reads it. */
export interface KeptFailure {
  readonly key: FailureKey;
  readonly params: Readonly<Record<string, string | number>>;
}

/** An import as the database has it. */
export interface StoredImport {
  readonly id: string;
  readonly fileName: string;
  readonly byteCount: number;
  readonly createdAt: Instant;
  readonly createdBy: string | null;
  readonly storedAt: Instant | null;
  readonly removedAt: Instant | null;
  readonly draft: Json | null;
  readonly dryRun: ImportReport | null;
  /** Whether the dry run was made with the mapping as it is now. */
  readonly isDryRunCurrent: boolean;
  readonly result: ImportReport | null;
  readonly task: ImportTask | null;
  /** A task whose lease has run out reads as interrupted. */
  readonly taskState: TaskState | null;
  readonly taskSource: string | null;
  readonly phase: 'reading' | 'writing' | null;
  readonly done: number;
  readonly total: number;
  /** Tickets that the last run has added or continued so far. */
  readonly written: number;
  readonly begunAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly failure: KeptFailure | null;
  readonly problemCount: number;
}

const COLUMNS = `
  i.id,
  i.file_name as "fileName",
  i.byte_count as "byteCount",
  i.created_at as "createdAt",
  p.name as "createdBy",
  i.stored_at as "storedAt",
  i.removed_at as "removedAt",
  i.draft,
  i.dry_run as "dryRun",
  coalesce(i.dry_run_mapping = i.draft, false) as "isDryRunCurrent",
  i.result,
  i.task,
  case when i.task_state = 'working' and i.lease_until < now() then 'interrupted' else i.task_state end as "taskState",
  i.task_source as "taskSource",
  i.phase,
  i.done,
  i.total,
  i.written,
  i.begun_at as "begunAt",
  i.ended_at as "endedAt",
  i.failure,
  (
    select count(*)
    from log_problem as r
    where r.tenant_id = i.tenant_id
      and r.import_id = i.id
  ) as "problemCount"`;

const TABLES = `
  from log_import as i
  left join person as p
    on p.tenant_id = i.tenant_id
    and p.id = i.created_by`;

export async function readImport(client: pg.ClientBase, tenantId: string, id: string): Promise<StoredImport | null> {
  const found = await client.query<StoredImport>(
    `select ${COLUMNS} ${TABLES}
     where i.tenant_id = $1
       and i.id = $2`,
    [tenantId, id],
  );
  return found.rows[0] ?? null;
}

/** A page of imports, the newest first; ids grow with time. */
export async function listImports(
  client: pg.ClientBase,
  tenantId: string,
  { before, limit }: { readonly before: string | null; readonly limit: number },
): Promise<readonly StoredImport[]> {
  const found = await client.query<StoredImport>(
    `select ${COLUMNS} ${TABLES}
     where i.tenant_id = $1
       and ($2::uuid is null or i.id < $2)
     order by i.id desc
     limit $3`,
    [tenantId, before, limit],
  );
  return found.rows;
}

export async function readInspection(client: pg.ClientBase, tenantId: string, id: string): Promise<Inspection | null> {
  const found = await client.query<{ inspection: Inspection | null }>(
    `select i.inspection
     from log_import as i
     where i.tenant_id = $1
       and i.id = $2`,
    [tenantId, id],
  );
  return found.rows[0]?.inspection ?? null;
}

/** Keeps the mapping as it is being made; false when there is no such import. */
export async function saveDraft(
  client: pg.ClientBase,
  tenantId: string,
  { id, draft }: { readonly id: string; readonly draft: Json },
): Promise<boolean> {
  const saved = await client.query(
    `update log_import as i
     set draft = $3
     where i.tenant_id = $1
       and i.id = $2`,
    [tenantId, id, JSON.stringify(draft)],
  );
  return saved.rowCount === 1;
}

/** Bytes of all files that are kept or arriving. */
export async function bytesKept(client: pg.ClientBase, tenantId: string): Promise<number> {
  const found = await client.query<{ bytes: number }>(
    `select coalesce(sum(i.byte_count), 0)::bigint as bytes
     from log_import as i
     where i.tenant_id = $1
       and i.removed_at is null`,
    [tenantId],
  );
  return found.rows[0]?.bytes ?? 0;
}
