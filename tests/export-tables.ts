import { Writable } from 'node:stream';
import { zoneOf } from '#core/time/zone.ts';
import type { Cell, Table, TableColumn } from '#server/features/exports/index.ts';

/** A table of these rows. */
export function tableOf(
  columns: readonly TableColumn[],
  rows: readonly (readonly Cell[])[],
  rest: Partial<Table> = {},
): Table {
  return { title: 'Vorgänge', zone: zoneOf('Europe/Berlin'), columns, rows: each(rows), notes: [], ...rest };
}

export async function* each<T>(values: Iterable<T>): AsyncGenerator<T> {
  yield* values;
}

export function textColumn(key: string): TableColumn {
  return { key, label: key, type: 'text' };
}

/** A stream that keeps what is written. */
export function keeping(): { readonly sink: Writable; bytes(): Buffer } {
  const chunks: Buffer[] = [];
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      chunks.push(chunk);
      done();
    },
  });
  return { sink, bytes: () => Buffer.concat(chunks) };
}
