import type { ImportMapping } from '#contract/import-mapping.ts';
import type { CsvRecord } from '#core/import/csv-reader.ts';
import type { RowProblem } from './import-problem.ts';
import type { LogBytes } from './log-bytes.ts';
import { openLog } from './open-log.ts';
import { rowReader } from './row-reader.ts';

/*
 * Rows that are not brought in.
 *
 * 1. A row that cannot be read takes all rows of its ticket with it: half a history would give wrong figures, and a
 *    ticket that is known never takes back what it was told. So the corrected rows bring the ticket in whole later.
 * 2. A row of which not even the ticket can be told is left out alone.
 * 3. None is lost: each is handed over as it stands in the file, with the reason.
 */

/** So many rows can be left out and kept; when more are, the mapping is wrong and not the rows. */
export const MOST_REJECTED = 100_000;

export interface RejectedRow {
  readonly line: number;
  /** As they stand in the file; of a row that is no CSV the whole row is the only one. */
  readonly fields: readonly string[];
  /** What is wrong with it; never empty. */
  readonly reasons: readonly RowProblem[];
}

/** Who keeps rejected rows: first hears of the columns, then of the rows in the order of the file. */
export interface RejectedSink {
  begin(header: readonly string[]): Promise<void>;
  add(rows: readonly RejectedRow[]): Promise<void>;
}

/** Which rows those are. `overlong`: tickets that have too many of them. */
export interface Rejection {
  readonly lines: ReadonlySet<number>;
  readonly overlong: ReadonlySet<string>;
}

const ROWS_AT_A_TIME = 500;

/** Reads the file once more and hands over the rejected rows, some at a time. */
export async function handOverRejected(
  log: { readonly bytes: LogBytes; readonly mapping: ImportMapping },
  rejection: Rejection,
  sink: RejectedSink,
): Promise<void> {
  const { bytes, mapping } = log;
  const open = await openLog(bytes, mapping);
  try {
    await sink.begin(open.header);
    const read = rowReader(mapping, open.header);
    const reasonsOf = (record: CsvRecord): readonly RowProblem[] => {
      const { problems, ticketKey } = read(record);
      if (problems.length > 0) return problems;
      const isOverlong = ticketKey !== null && rejection.overlong.has(ticketKey);
      const problem = isOverlong ? 'tooManyRows' : 'ticketRejected';
      return [{ line: record.line, column: mapping.ticket.column, problem, value: ticketKey ?? '' }];
    };
    let held: RejectedRow[] = [];
    for await (const records of open.records) {
      for (const record of records) {
        if (!rejection.lines.has(record.line)) continue;
        const fields = record.kind === 'fields' ? record.fields : [record.text];
        held.push({ line: record.line, fields, reasons: reasonsOf(record) });
      }
      if (held.length < ROWS_AT_A_TIME) continue;
      await sink.add(held);
      held = [];
    }
    if (held.length > 0) await sink.add(held);
  } finally {
    await open.close();
  }
}
