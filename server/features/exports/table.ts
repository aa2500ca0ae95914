import type { Zone } from '#core/time/zone.ts';

/**
 * What a column holds. `percent` counts from 0 to 100, `duration` whole seconds, `instant` seconds since the epoch
 * (`Infinity`, which means never, is an empty cell), `date` days since the epoch, `flag` true or false.
 */
export type CellType = 'text' | 'number' | 'percent' | 'duration' | 'instant' | 'date' | 'flag';

/** Null is an empty cell. */
export type Cell = string | number | boolean | null;

export interface TableColumn {
  /** Stays the same in every language. */
  readonly key: string;
  readonly label: string;
  readonly type: CellType;
  /** How many decimals a spreadsheet shows of a number or percent. The cell itself is never rounded. */
  readonly decimals?: number;
}

/** A line about the whole table: what was asked, as known when. */
export interface TableNote {
  readonly label: string;
  readonly type: CellType;
  readonly value: Cell;
}

/** What a writer needs. Rows are read once, as fast as the file takes them. */
export interface Table {
  readonly title: string;
  /** Instants are written as the wall clock of this zone shows them. */
  readonly zone: Zone;
  readonly columns: readonly TableColumn[];
  /** A cell per column. */
  readonly rows: AsyncIterable<readonly Cell[]>;
  readonly notes: readonly TableNote[];
}

/** What a writer has written. */
export interface Written {
  readonly rows: number;
  /** Texts longer than the format allows, of which the file holds the beginning. */
  readonly cutTexts: number;
}

/** The number in a cell; null when there is none or none that a file could hold. Throws when the cell is no number. */
export function numberIn(cell: Cell, { key }: Pick<TableColumn, 'key'>): number | null {
  if (cell === null) return null;
  if (typeof cell !== 'number') throw new TypeError(`column ${key} holds ${typeof cell} instead of a number`);
  return Number.isFinite(cell) ? cell : null;
}

/** The table with every row counted in `count`, which may be read at the end. */
export async function* counted(
  rows: AsyncIterable<readonly Cell[]>,
  count: { rows: number },
): AsyncGenerator<readonly Cell[]> {
  for await (const row of rows) {
    count.rows += 1;
    yield row;
  }
}
