import type pg from 'pg';
import { prepared } from './prepared.ts';

/** A column of a bulk insert with its PostgreSQL type, such as `uuid` or `timestamptz`. */
export interface BulkColumn {
  readonly name: string;
  readonly type: string;
}

/**
 * The statement that inserts many rows, a column at a time; none when there are no rows. COPY would be the way, but
 * PostgreSQL does not offer it on tables with row rules. `columns[i].values` holds the values of column i.
 */
export function bulkInsert(
  table: string,
  columns: readonly (BulkColumn & { readonly values: readonly unknown[] })[],
): pg.QueryConfig[] {
  if (columns[0]?.values.length === 0) return [];
  const names = columns.map((column) => column.name).join(', ');
  const arrays = columns.map((column, index) => `$${index + 1}::${column.type}[]`).join(', ');
  const text = `insert into ${table} (${names}) select * from unnest(${arrays})`;
  return [
    prepared(
      text,
      columns.map((column) => column.values),
    ),
  ];
}
