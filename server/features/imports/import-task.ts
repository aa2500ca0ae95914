import type pg from 'pg';
import { DatabaseError } from 'pg';
import type { ImportTask } from '#contract/api/import-shapes.ts';
import type { ImportMapping } from '#contract/import-mapping.ts';
import type { Instant, Seconds } from '#core/time/instant.ts';
import { HttpProblem } from '#server/platform/problem.ts';
import type { ImportProgress } from './import-request.ts';
import type { KeptFailure } from './stored-import.ts';

/*
 * A task is the work that is done with an import in the background: looking at it, a dry run, the run.
 *
 * 1. It waits until some process takes it with a lease, and that process renews the lease while it works. The database's
 *    clock tells leases, so that processes need not agree about the time.
 * 2. A task whose lease has run out was interrupted. It may be begun again: what an import has written is whole, and
 *    doing it again changes nothing.
 * 3. Of one source only one dry run or run waits or is at work; an index holds that.
 * 4. Who has lost the lease writes nothing more.
 */

/** How long a process may be silent until its task counts as interrupted. */
export const LEASE_SECONDS: Seconds = 20;

/** What the task is to do. */
export interface TaskOptions {
  readonly delimiter?: string | undefined;
  readonly encoding?: ImportMapping['encoding'] | undefined;
  readonly stateColumns?: readonly string[] | undefined;
  readonly mapping?: unknown;
  readonly unreadable?: 'refuse' | 'skip' | undefined;
}

export interface NewTask {
  readonly importId: string;
  readonly task: ImportTask;
  readonly source: string | null;
  readonly options: TaskOptions;
}

const oneOfASource = 'log_import_source';

/** Begins a task. Refuses one whose file is gone, and one while another is at work on the import or its source. */
export async function beginTask(
  client: pg.ClientBase,
  tenantId: string,
  { importId, task, source, options }: NewTask,
): Promise<void> {
  await endInterrupted(client, tenantId);
  const begun = await client
    .query(
      `update log_import as i
       set task = $3, task_state = 'waiting', task_source = $4, task_options = $5, holder = null, lease_until = null,
         is_cancel_asked = false, phase = null, done = 0, total = 0, written = 0, begun_at = null, ended_at = null, failure = null
       where i.tenant_id = $1
         and i.id = $2
         and i.stored_at is not null
         and i.removed_at is null
         and (i.task_state is null or i.task_state not in ('waiting', 'working'))`,
      [tenantId, importId, task, source, JSON.stringify(options)],
    )
    .catch((error: unknown) => {
      const isTaken = error instanceof DatabaseError && error.constraint === oneOfASource;
      throw isTaken ? new HttpProblem('import_busy') : error;
    });
  if (begun.rowCount === 1) return;
  const found = await client.query<{ is_gone: boolean }>(
    'select i.removed_at is not null as is_gone from log_import as i where i.tenant_id = $1 and i.id = $2',
    [tenantId, importId],
  );
  const row = found.rows[0];
  if (row === undefined) throw new HttpProblem('not_found');
  throw new HttpProblem(row.is_gone ? 'import_file_gone' : 'import_busy');
}

/** Asks the process at work to stop; a task that only waits, or has no process any more, is ended at once. */
export async function cancelTask(client: pg.ClientBase, tenantId: string, importId: string): Promise<void> {
  await endInterrupted(client, tenantId);
  await client.query(
    `update log_import as i
     set is_cancel_asked = i.task_state = 'working',
       task_state = case when i.task_state = 'working' then i.task_state else 'cancelled' end,
       ended_at = case when i.task_state = 'working' then null else now() end
     where i.tenant_id = $1
       and i.id = $2
       and i.task_state in ('waiting', 'working', 'interrupted')`,
    [tenantId, importId],
  );
}

/** Writes down which tasks were interrupted, so that they hold up no other of their source. */
async function endInterrupted(client: pg.ClientBase, tenantId: string): Promise<void> {
  await client.query(
    `update log_import as i
     set task_state = 'interrupted', holder = null
     where i.tenant_id = $1
       and i.task_state = 'working'
       and i.lease_until < now()`,
    [tenantId],
  );
}

/** Whose turn it is: who holds a task may change it. */
export interface TaskHold {
  readonly tenantId: string;
  readonly importId: string;
  readonly holder: string;
}

export interface ClaimedTask {
  readonly task: ImportTask;
  readonly options: TaskOptions;
  readonly fileName: string;
  readonly byteCount: number;
  readonly hasDraft: boolean;
}

/** Takes a task that waits; null when somebody else was faster. */
export async function claimTask(
  client: pg.ClientBase,
  { tenantId, importId, holder }: TaskHold,
  leaseSeconds: Seconds,
): Promise<ClaimedTask | null> {
  const claimed = await client.query<ClaimedTask>(
    `update log_import as i
     set task_state = 'working', holder = $3, lease_until = now() + make_interval(secs => $4),
       begun_at = date_trunc('second', now())
     where i.tenant_id = $1
       and i.id = $2
       and i.task_state = 'waiting'
     returning i.task, i.task_options as options, i.file_name as "fileName", i.byte_count as "byteCount",
       i.draft is not null as "hasDraft"`,
    [tenantId, importId, holder, leaseSeconds],
  );
  return claimed.rows[0] ?? null;
}

/** How things stand after a renewal: `lost` when the task is no longer this holder's. */
export type Renewal = 'held' | 'cancel' | 'lost';

/** Renews the lease and writes down how far the task is. */
export async function renewTask(
  client: pg.ClientBase,
  { tenantId, importId, holder }: TaskHold,
  { leaseSeconds, progress }: { readonly leaseSeconds: Seconds; readonly progress: ImportProgress | null },
): Promise<Renewal> {
  const renewed = await client.query<{ is_cancel_asked: boolean }>(
    `update log_import as i
     set lease_until = now() + make_interval(secs => $4), phase = $5, done = $6, total = $7, written = $8
     where i.tenant_id = $1
       and i.id = $2
       and i.holder = $3
       and i.task_state = 'working'
     returning i.is_cancel_asked`,
    [
      tenantId,
      importId,
      holder,
      leaseSeconds,
      progress?.phase ?? null,
      Math.round(progress?.done ?? 0),
      Math.round(progress?.total ?? 0),
      progress?.written ?? 0,
    ],
  );
  const row = renewed.rows[0];
  if (row === undefined) return 'lost';
  return row.is_cancel_asked ? 'cancel' : 'held';
}

export interface TaskEnd {
  readonly state: 'done' | 'failed' | 'cancelled' | 'waiting' | 'interrupted';
  readonly failure?: KeptFailure | null;
}

/** Ends a task for its holder; false when it is not his any more. `waiting`: the next process goes on with it. */
export async function endTask(
  client: pg.ClientBase,
  { tenantId, importId, holder }: TaskHold,
  { state, failure = null }: TaskEnd,
): Promise<boolean> {
  const ended = await client.query(
    `update log_import as i
     set task_state = $4, failure = $5, holder = null, lease_until = null,
       ended_at = case when $4 = 'waiting' then null else date_trunc('second', now()) end
     where i.tenant_id = $1
       and i.id = $2
       and i.holder = $3
       and i.task_state = 'working'`,
    [tenantId, importId, holder, state, failure === null ? null : JSON.stringify(failure)],
  );
  return ended.rowCount === 1;
}

export interface WaitingTask {
  readonly tenantId: string;
  readonly importId: string;
  readonly waitingSince: Instant;
}

/** Tasks that wait, of all tenants: the owner alone may see them, and nothing else of them. */
export async function waitingTasks(owner: pg.Pool, limit: number): Promise<readonly WaitingTask[]> {
  const found = await owner.query<WaitingTask>({
    name: 'waiting-imports',
    text: `select i.tenant_id as "tenantId", i.id as "importId", i.created_at as "waitingSince"
     from log_import as i
     where i.task_state = 'waiting'
     order by i.id
     limit $1`,
    values: [limit],
  });
  return found.rows;
}
