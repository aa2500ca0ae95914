import type { Cell } from './table.ts';

/** Rows of a table one by one, with a look at whether there is another. */
export interface RowCursor {
  /** The next row, which stays the next. */
  peek(): Promise<readonly Cell[] | null>;
  next(): Promise<readonly Cell[] | null>;
  /** Lets the source end before its last row. */
  close(): Promise<void>;
}

export function cursorOf(rows: AsyncIterable<readonly Cell[]>): RowCursor {
  const source = rows[Symbol.asyncIterator]();
  let waiting: readonly Cell[] | null = null;
  const read = async (): Promise<readonly Cell[] | null> => {
    const step = await source.next();
    return step.done ? null : step.value;
  };
  return {
    peek: async () => {
      waiting ??= await read();
      return waiting;
    },
    next: async () => {
      const row = waiting ?? (await read());
      waiting = null;
      return row;
    },
    close: async () => {
      await source.return?.();
    },
  };
}

/**
 * The same rows, of which the first is read already: what fails at the start fails here. Whoever gets them must read
 * them, or close them.
 */
export async function begun<Row>(rows: AsyncIterable<Row>): Promise<AsyncIterable<Row>> {
  const source = rows[Symbol.asyncIterator]();
  let first: IteratorResult<Row> | null = await source.next();
  return {
    [Symbol.asyncIterator]: () => ({
      next: async () => {
        const step = first ?? (await source.next());
        first = null;
        return step;
      },
      return: async () => {
        await source.return?.();
        return { done: true, value: undefined };
      },
    }),
  };
}
