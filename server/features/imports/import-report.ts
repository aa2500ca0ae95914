import type { Repair, RepairedRow } from '#core/import/source-row.ts';

/** What an import did, or in a dry run would do: the file on one side, the database on the other. */
export interface ImportReport {
  readonly source: string;
  readonly timeZone: string;
  readonly isDryRun: boolean;
  readonly rows: number;
  readonly unreadableRows: number;
  /** What became, or would become, of the rows; together they are all. */
  readonly rowCounts: RowCounts;
  /** Columns whose names stood in the file before them and were given a number. */
  readonly numberedColumns: readonly string[];
  /** Other sources that know tickets under the ids of this file: if it is the same system, they count twice. */
  readonly knownElsewhere: readonly KnownElsewhere[];
  readonly tickets: TicketCounts;
  /** Events that were, or would be, added. */
  readonly events: number;
  readonly repairs: readonly RepairCount[];
  /** Keys of tickets whose past the file tells otherwise; they stay as they are. */
  readonly changedTickets: readonly string[];
  readonly months: readonly MonthTotals[];
}

export interface RowCounts {
  /** Of tickets that were added or continued. */
  readonly imported: number;
  readonly unchanged: number;
  /** Of tickets that the file tells otherwise than before. */
  readonly changed: number;
  /** Unreadable ones, and those of their tickets. */
  readonly rejected: number;
}

export interface KnownElsewhere {
  readonly source: string;
  readonly tickets: number;
}

export interface TicketCounts {
  readonly inFile: number;
  readonly added: number;
  readonly extended: number;
  readonly unchanged: number;
  readonly changed: number;
}

export interface RepairCount {
  readonly repair: Repair;
  readonly rows: number;
  /** Lines of the file. */
  readonly examples: readonly number[];
}

export interface FlowTotals {
  readonly created: number;
  readonly resolved: number;
  readonly closed: number;
}

/** Totals of one calendar month (`2016-03`) in the zone of the file. */
export interface MonthTotals {
  readonly month: string;
  readonly file: FlowTotals;
  readonly database: FlowTotals;
}

const EXAMPLES = 3;

/** Counts repairs and keeps the first lines of each kind. */
export class RepairTally {
  readonly #counts = new Map<Repair, { rows: number; examples: number[] }>();

  add({ repair, line }: RepairedRow): void {
    const count = this.#counts.get(repair) ?? { rows: 0, examples: [] };
    count.rows += 1;
    count.examples.push(line);
    // Examples are the earliest lines, whatever the order in which tickets were worked on.
    if (count.examples.length > EXAMPLES) count.examples = count.examples.sort((a, b) => a - b).slice(0, EXAMPLES);
    this.#counts.set(repair, count);
  }

  counts(): RepairCount[] {
    return [...this.#counts].map(([repair, { rows, examples }]) => ({
      repair,
      rows,
      examples: examples.sort((a, b) => a - b),
    }));
  }
}
