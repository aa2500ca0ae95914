import type pg from 'pg';
import type { SourceRow } from '#core/import/source-row.ts';
import { Failure } from '#server/platform/failure.ts';
import { shown, shownPath } from './import-problem.ts';
import type { RepairTally } from './import-report.ts';
import type { ImportRequest } from './import-request.ts';
import { bytesOfFile } from './log-bytes.ts';
import { type OpenLog, openLog } from './open-log.ts';
import { rowReader } from './row-reader.ts';
import { removeOverlong, stageRows } from './staging.ts';

export interface StagedLog {
  readonly rows: number;
  readonly unreadable: number;
}

/**
 * No ticket has more rows: the time to fold a history grows with the square of its length, and so many rows of one
 * ticket mean that the mapping takes another column for the id.
 */
const MOST_ROWS_OF_A_TICKET = 5000;

/** Reads the whole file, reports what is unreadable, and stages the rest. */
export async function stageLog(
  client: pg.ClientBase,
  request: ImportRequest,
  repairs: RepairTally,
): Promise<StagedLog> {
  const { file, bytes = bytesOfFile(file), mapping, onProblem } = request;
  const log = await openLog(bytes, mapping);
  const counts = { rows: 0, unreadable: 0 };
  try {
    await stageRows(client, readableRows(log, request, { counts, repairs }));
  } finally {
    await log.close();
  }
  if (counts.rows === 0) throw new Failure('failure.importEmpty', { file: shownPath(file) });
  for (const { ticketKey, rows, line } of await removeOverlong(client, MOST_ROWS_OF_A_TICKET)) {
    onProblem({ line, column: mapping.ticket.column, problem: 'tooManyRows', value: shown(ticketKey) });
    counts.unreadable += rows;
  }
  return counts;
}

async function* readableRows(
  log: OpenLog,
  { mapping, onProblem, onProgress }: ImportRequest,
  { counts, repairs }: { readonly counts: { rows: number; unreadable: number }; readonly repairs: RepairTally },
): AsyncGenerator<SourceRow[]> {
  const read = rowReader(mapping, log.header);
  for await (const records of log.records) {
    const readable: SourceRow[] = [];
    for (const record of records) {
      const { row, problems, repairs: repaired } = read(record);
      for (const repair of repaired) repairs.add(repair);
      for (const problem of problems) onProblem(problem);
      counts.rows += 1;
      if (row === null) counts.unreadable += 1;
      else readable.push(row);
    }
    yield readable;
    onProgress({ phase: 'reading', done: log.bytesRead(), total: log.byteCount });
  }
}
