import type pg from 'pg';
import { importMapping } from '#contract/import-mapping.ts';
import type { Seconds } from '#core/time/instant.ts';
import { inTenantSession } from '#server/platform/database.ts';
import { runningFailure } from '#server/platform/database-failure.ts';
import { Failure } from '#server/platform/failure.ts';
import { importLog } from './import-log.ts';
import { type RowProblem, shown } from './import-problem.ts';
import type { ImportReport } from './import-report.ts';
import { type ClaimedTask, endTask, type TaskEnd, type TaskHold } from './import-task.ts';
import { inspectLog } from './inspect-log.ts';
import { bytesOfPieces, removePieces } from './log-piece-store.ts';
import { MOST_PROBLEMS_KEPT, replaceProblems } from './log-problem-store.ts';
import { PRESETS } from './presets.ts';
import { rejectedRowSink, removeRejected } from './rejected-row-store.ts';
import { sourceOfName } from './source-name.ts';
import { TaskPulse, TaskStopped } from './task-pulse.ts';

export interface TaskWork {
  readonly pool: pg.Pool;
  readonly hold: TaskHold;
  readonly claimed: ClaimedTask;
  readonly leaseSeconds: Seconds;
  readonly timeZone: string;
}

/** A report is kept with so many keys of tickets; all of them are counted. */
const MOST_CHANGED_KEPT = 1_000;

/** What is to be written when the work is done, in one transaction with the end of the task. */
type Outcome = (client: pg.ClientBase) => Promise<void>;

/**
 * Does a task that was claimed, to its end. Gives back an error that nobody foresaw, for the log; one that was foreseen
 * is kept with the task, for the person. When the database is gone nothing can be kept: the lease runs out, and the
 * task reads as interrupted.
 */
export async function workOnTask(work: TaskWork): Promise<unknown> {
  const { pool, hold, leaseSeconds } = work;
  const problems: RowProblem[] = [];
  const pulse = new TaskPulse(pool, hold, leaseSeconds);
  let end: TaskEnd = { state: 'done' };
  let outcome: Outcome = async () => undefined;
  let unforeseen: unknown = null;
  try {
    outcome = await (work.claimed.task === 'inspect' ? inspect(work, pulse) : runImport(work, pulse, { problems }));
  } catch (error) {
    end = endOfError(error);
    if (!(error instanceof Failure || error instanceof TaskStopped)) unforeseen = error;
  } finally {
    await pulse.stop();
  }
  await inTenantSession(pool, hold.tenantId, async ({ client }) => {
    if (!(await endTask(client, hold, end))) return;
    if (work.claimed.task !== 'inspect') await replaceProblems(client, hold, problems);
    await outcome(client);
  });
  return unforeseen;
}

function endOfError(error: unknown): TaskEnd {
  if (error instanceof TaskStopped) return { state: error.reason === 'cancel' ? 'cancelled' : 'interrupted' };
  const known = runningFailure(error, 'PostgreSQL');
  if (known?.key === 'failure.databaseLost') return { state: 'interrupted' };
  if (known !== null) return { state: 'failed', failure: { key: known.key, params: known.params } };
  return { state: 'failed', failure: { key: 'failure.importUnexpected', params: {} } };
}

async function inspect({ pool, hold, claimed, timeZone }: TaskWork, pulse: TaskPulse): Promise<Outcome> {
  const { fileName, options, hasDraft } = claimed;
  const found = await inspectLog(bytesOfPieces(pool, { ...hold, ...claimed }), {
    source: sourceOfName(fileName),
    timeZone,
    delimiter: options.delimiter,
    encoding: options.encoding,
    stateColumns: options.stateColumns,
    onProgress: pulse.report,
  });
  const draft = found.preset === null ? found.guess : PRESETS[found.preset];
  // Split otherwise, a file has other columns: what was said of the ones before means nothing, but for the source.
  const isKept = hasDraft && options.delimiter === undefined && options.encoding === undefined;
  return async (client) => {
    await client.query(
      `update log_import as i
       set inspection = $3, draft = case
         when $5 then i.draft
         else $4::jsonb || jsonb_strip_nulls(jsonb_build_object('source', i.draft -> 'source'))
       end
       where i.tenant_id = $1
         and i.id = $2`,
      [hold.tenantId, hold.importId, JSON.stringify(found), JSON.stringify(draft), isKept],
    );
  };
}

async function runImport(
  { pool, hold, claimed }: TaskWork,
  pulse: TaskPulse,
  { problems }: { readonly problems: RowProblem[] },
): Promise<Outcome> {
  const isDryRun = claimed.task === 'dry_run';
  const { tenantId, importId } = hold;
  const report = await importLog(pool, {
    file: claimed.fileName,
    bytes: bytesOfPieces(pool, { ...hold, ...claimed }),
    mapping: importMapping.parse(claimed.options.mapping),
    tenantId,
    isDryRun,
    ...(claimed.options.unreadable && { unreadable: claimed.options.unreadable }),
    rejected: rejectedRowSink(pool, hold),
    onProblem: (problem) => {
      if (problems.length < MOST_PROBLEMS_KEPT) problems.push(problem);
    },
    onProgress: pulse.report,
  });
  const kept = keptReport(report);
  const target = isDryRun ? 'dry_run' : 'result';
  return async (client) => {
    if (report.rowCounts.rejected === 0) await removeRejected(client, hold);
    await client.query(
      `update log_import as i
       set ${target} = $3, ${target}_mapping = $4
       where i.tenant_id = $1
         and i.id = $2`,
      [tenantId, importId, JSON.stringify(kept), JSON.stringify(claimed.options.mapping)],
    );
    if (!isDryRun) await removePieces(client, tenantId, importId);
  };
}

function keptReport(report: ImportReport): ImportReport {
  return { ...report, changedTickets: report.changedTickets.slice(0, MOST_CHANGED_KEPT).map((key) => shown(key)) };
}
