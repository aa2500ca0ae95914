/**
 * What the columns of a log hold, counted row by row while the whole file passes; memory is bounded whatever the file.
 *
 * 1. All values of a column are counted as long as there are no more than MOST_VALUES; of one with more the counts are
 *    dropped.
 * 2. Whether a column repeats itself is judged by the first rows.
 */
export interface SurveyedColumn {
  readonly name: string;
  /** Rows in which it is not empty. */
  readonly filled: number;
  /** Whether some value stands in two of the first rows. */
  readonly isRepeated: boolean;
  /** A few different values. */
  readonly examples: readonly string[];
  /** All values with the number of their rows, the most frequent first; null when there are too many. */
  readonly values: readonly CountedValue[] | null;
  /** Values of the first rows, for what needs to look at more than examples. */
  readonly sample: readonly string[];
}

export interface CountedValue {
  readonly value: string;
  readonly rows: number;
}

/** A column with more different values is none of states, priorities or the like. */
export const MOST_VALUES = 60;
/** Columns behind these are not looked at. */
export const MOST_COLUMNS = 200;
const LONGEST_VALUE = 200;
const SAMPLE = 400;
const EXAMPLES = 3;
const ROWS_FOR_REPEATS = 20_000;

export class ColumnSurvey {
  readonly #columns: ColumnTally[];
  #rows = 0;

  constructor(header: readonly string[]) {
    this.#columns = header.slice(0, MOST_COLUMNS).map((name) => new ColumnTally(name));
  }

  get rows(): number {
    return this.#rows;
  }

  add(fields: readonly string[]): void {
    this.#rows += 1;
    const isEarly = this.#rows <= ROWS_FOR_REPEATS;
    for (const [index, column] of this.#columns.entries()) {
      const value = (fields[index] ?? '').trim();
      if (value !== '') column.add(value, isEarly);
    }
  }

  columns(): SurveyedColumn[] {
    return this.#columns.map((column) => column.told());
  }
}

/** Counts the values that several columns make together, as a status and its sub-status do. */
export class JointSurvey {
  readonly #places: readonly number[];
  readonly #counts = new Map<string, number>();

  constructor(header: readonly string[], names: readonly string[]) {
    this.#places = names.map((name) => header.indexOf(name));
  }

  add(fields: readonly string[]): void {
    const parts = this.#places.map((place) => (fields[place] ?? '').trim()).filter((part) => part !== '');
    const value = parts.join(' / ').slice(0, LONGEST_VALUE);
    const before = this.#counts.get(value);
    if (before === undefined && this.#counts.size >= MOST_VALUES) return;
    this.#counts.set(value, (before ?? 0) + 1);
  }

  /** The most frequent first; the rarest are missing when there are too many. */
  values(): CountedValue[] {
    return inOrder(this.#counts);
  }
}

class ColumnTally {
  readonly #name: string;
  #filled = 0;
  #counts: Map<string, number> | null = new Map();
  #seen: Set<string> | null = new Set();
  #isRepeated = false;
  readonly #examples: string[] = [];
  readonly #sample: string[] = [];

  constructor(name: string) {
    this.#name = name;
  }

  add(whole: string, isEarly: boolean): void {
    const value = whole.length > LONGEST_VALUE ? whole.slice(0, LONGEST_VALUE) : whole;
    this.#filled += 1;
    if (this.#sample.length < SAMPLE) this.#sample.push(value);
    if (this.#examples.length < EXAMPLES && !this.#examples.includes(value)) this.#examples.push(value);
    if (this.#counts !== null) this.#count(value, this.#counts);
    if (this.#seen === null) return;
    this.#isRepeated = this.#seen.has(value);
    this.#seen.add(value);
    if (this.#isRepeated || !isEarly) this.#seen = null;
  }

  told(): SurveyedColumn {
    return {
      name: this.#name,
      filled: this.#filled,
      isRepeated: this.#isRepeated,
      examples: this.#examples,
      values: this.#counts === null ? null : inOrder(this.#counts),
      sample: this.#sample,
    };
  }

  #count(value: string, counts: Map<string, number>): void {
    const before = counts.get(value);
    if (before === undefined && counts.size >= MOST_VALUES) this.#counts = null;
    else counts.set(value, (before ?? 0) + 1);
  }
}

function inOrder(counts: ReadonlyMap<string, number>): CountedValue[] {
  return [...counts].map(([value, rows]) => ({ value, rows })).sort((a, b) => b.rows - a.rows);
}
