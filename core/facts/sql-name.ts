import type { ColumnType } from './column.ts';
import type { FactKind } from './kinds.ts';

/** Names and types of facts in the database: the one place that turns `leadSeconds` into `lead_seconds`. */
export function columnName(column: string): string {
  return column.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

export function factTable(kind: FactKind): string {
  return `fact_${kind}`;
}

export const SQL_TYPES: Readonly<Record<ColumnType, string>> = {
  instant: 'timestamptz',
  seconds: 'bigint',
  count: 'integer',
  text: 'text',
  flag: 'boolean',
};
