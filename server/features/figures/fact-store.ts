import type pg from 'pg';
import type { Column, ColumnValue } from '#core/facts/column.ts';
import type { FactVersion } from '#core/facts/fold-facts.ts';
import { FACT_KINDS, type FactKind, factColumns } from '#core/facts/kinds.ts';
import { columnName, factTable, SQL_TYPES } from '#core/facts/sql-name.ts';
import type { Instant } from '#core/time/instant.ts';
import { type BulkColumn, bulkInsert } from '#server/database/bulk-insert.ts';
import { sqlInstant } from '#server/database/sql-instant.ts';

/** The versions of the facts of one ticket. */
export interface TicketFacts {
  readonly ticketId: string;
  readonly versions: readonly FactVersion[];
}

/** Columns of a fact table beside those of its kind. */
export const VERSION_COLUMNS: readonly BulkColumn[] = [
  { name: 'tenant_id', type: 'uuid' },
  { name: 'ticket_id', type: 'uuid' },
  { name: 'known_from', type: 'timestamptz' },
  { name: 'known_to', type: 'timestamptz' },
];

/** The statements that write the facts of tickets which have none yet. */
export function insertFacts(tenantId: string, tickets: readonly TicketFacts[]): pg.QueryConfig[] {
  return FACT_KINDS.flatMap((kind) => {
    const rows = tickets.flatMap(({ ticketId, versions }) =>
      versions.filter((version) => version.kind === kind).map((version) => ({ ticketId, version })),
    );
    return rows.length === 0 ? [] : bulkInsert(factTable(kind), bulkColumns(kind, tenantId, rows));
  });
}

/** The columns of each kind, with their names and types in the database. */
const OWN_COLUMNS = Object.fromEntries(
  FACT_KINDS.map((kind) => [
    kind,
    Object.entries(factColumns[kind] as Record<string, Column>).map(([column, { type }]) => ({
      column,
      isInstant: type === 'instant',
      name: columnName(column),
      type: SQL_TYPES[type],
    })),
  ]),
);

function bulkColumns(
  kind: FactKind,
  tenantId: string,
  rows: readonly { readonly ticketId: string; readonly version: FactVersion }[],
): (BulkColumn & { values: unknown[] })[] {
  const own = OWN_COLUMNS[kind]!.map(({ column, isInstant, name, type }) => ({
    name,
    type,
    values: rows.map(({ version }) => {
      const value = (version.row as unknown as Record<string, ColumnValue>)[column]!;
      return isInstant && value !== null ? sqlInstant(value as Instant) : value;
    }),
  }));
  const version = [
    rows.map(() => tenantId),
    rows.map((row) => row.ticketId),
    rows.map((row) => sqlInstant(row.version.knownFrom)),
    rows.map((row) => sqlInstant(row.version.knownTo)),
  ];
  return [...VERSION_COLUMNS.map((column, index) => ({ ...column, values: version[index]! })), ...own];
}
