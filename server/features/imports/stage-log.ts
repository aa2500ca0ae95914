import type pg from 'pg';
import type { SourceRow } from '#core/import/source-row.ts';
import { Failure } from '#server/platform/failure.ts';
import { shown, shownPath } from './import-problem.ts';
import type { RepairTally } from './import-report.ts';
import type { ImportRequest } from './import-request.ts';
import { bytesOfFile } from './log-bytes.ts';
import { type OpenLog, openLog } from './open-log.ts';
import { MOST_REJECTED, type Rejection } from './rejected-rows.ts';
import { rowReader } from './row-reader.ts';
import { overlongTickets, removeTickets, stageRows } from './staging.ts';

export interface StagedLog {
  readonly rows: number;
  readonly unreadable: number;
  /** Rows that are not brought in: the unreadable ones, and those of their tickets. */
  readonly rejected: number;
  /** Which those are; of more than MOST_REJECTED the first. */
  readonly rejection: Rejection;
  /** Columns whose names stood in the file before them and were given a number. */
  readonly numberedColumns: readonly string[];
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
  const counts: Counts = { rows: 0, unreadable: 0, lines: new Set(), tickets: new Set() };
  try {
    await stageRows(client, readableRows(log, request, { counts, repairs }));
  } finally {
    await log.close();
  }
  if (counts.rows === 0) throw new Failure('failure.importEmpty', { file: shownPath(file) });
  const siblings = await removeTickets(client, [...counts.tickets]);
  const overlong = new Set(await overlongTickets(client, MOST_ROWS_OF_A_TICKET));
  const theirs = await removeTickets(client, [...overlong]);
  const told = new Set<string>();
  for (const { ticketKey, line } of theirs) {
    if (told.has(ticketKey)) continue;
    told.add(ticketKey);
    onProblem({ line, column: mapping.ticket.column, problem: 'tooManyRows', value: shown(ticketKey) });
  }
  const unreadable = counts.unreadable + theirs.length;
  for (const { line } of [...siblings, ...theirs].slice(0, MOST_REJECTED)) counts.lines.add(line);
  return {
    rows: counts.rows,
    unreadable,
    rejected: unreadable + siblings.length,
    rejection: { lines: counts.lines, overlong },
    numberedColumns: log.numberedColumns,
  };
}

interface Counts {
  rows: number;
  unreadable: number;
  /** Where unreadable rows begin, and their tickets where they can be told; of many the first. */
  readonly lines: Set<number>;
  readonly tickets: Set<string>;
}

async function* readableRows(
  log: OpenLog,
  { mapping, onProblem, onProgress }: ImportRequest,
  { counts, repairs }: { readonly counts: Counts; readonly repairs: RepairTally },
): AsyncGenerator<SourceRow[]> {
  const read = rowReader(mapping, log.header);
  for await (const records of log.records) {
    const readable: SourceRow[] = [];
    for (const record of records) {
      const { row, ticketKey, problems, repairs: repaired } = read(record);
      for (const repair of repaired) repairs.add(repair);
      for (const problem of problems) onProblem(problem);
      counts.rows += 1;
      if (row === null) reject(counts, record.line, ticketKey);
      else readable.push(row);
    }
    yield readable;
    onProgress({ phase: 'reading', done: log.bytesRead(), total: log.byteCount, written: 0 });
  }
}

function reject(counts: Counts, line: number, ticketKey: string | null): void {
  counts.unreadable += 1;
  if (counts.lines.size >= MOST_REJECTED) return;
  counts.lines.add(line);
  if (ticketKey !== null) counts.tickets.add(ticketKey);
}
