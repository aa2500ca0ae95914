import type pg from 'pg';

/** A column of a bulk insert with its PostgreSQL type, such as `uuid` or `timestamptz`. */
export interface BulkColumn {
  readonly name: string;
  readonly type: string;
}

/**
 * Inserts many rows with one statement, a column at a time. COPY would be the way, but PostgreSQL does not offer it on
 * tables with row rules. Values are given column by column: `columns[i]` holds the values of column i.
 */
export async function bulkInsert(
  client: pg.ClientBase,
  table: string,
  columns: readonly (BulkColumn & { readonly values: readonly unknown[] })[],
): Promise<void> {
  if (columns[0]?.values.length === 0) return;
  const names = columns.map((column) => column.name).join(', ');
  const arrays = columns.map((column, index) => `$${index + 1}::${column.type}[]`).join(', ');
  await client.query(
    `insert into ${table} (${names}) select * from unnest(${arrays})`,
    columns.map((column) => column.values),
  );
}
