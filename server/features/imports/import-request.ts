import type { ImportMapping } from '#contract/import-mapping.ts';
import type { RowProblem } from './import-problem.ts';
import type { LogBytes } from './log-bytes.ts';
import type { RejectedSink } from './rejected-rows.ts';

export interface ImportRequest {
  /** Its path, or the name by which a person knows it where `bytes` are given. */
  readonly file: string;
  /** Where its bytes are; left out: in the file at that path. */
  readonly bytes?: LogBytes;
  readonly mapping: ImportMapping;
  readonly tenantId: string;
  /** Reads, checks and counts everything, and writes nothing. */
  readonly isDryRun: boolean;
  /** What becomes of a file with rows that cannot be read: nothing, or the rest of it. Left out: nothing. */
  readonly unreadable?: 'refuse' | 'skip';
  /** Keeps the rows that are not brought in, before anything is written. A dry run hands them over as well. */
  readonly rejected?: RejectedSink;
  /** Hears of each unreadable row as it is met. */
  readonly onProblem: (problem: RowProblem) => void;
  readonly onProgress: (progress: ImportProgress) => void;
}

/** `done` and `total` count bytes while the file is read, and tickets while they are written. */
export interface ImportProgress {
  readonly phase: 'reading' | 'writing';
  readonly done: number;
  readonly total: number;
  /** Tickets that were added or continued so far. */
  readonly written: number;
}
