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

/** Replaces all facts of these tickets. */
export async function replaceFacts(
  client: pg.ClientBase,
  tenantId: string,
  tickets: readonly TicketFacts[],
): Promise<void> {
  const ids = tickets.map((ticket) => ticket.ticketId);
  for (const kind of FACT_KINDS) {
    await client.query(`delete from ${factTable(kind)} where tenant_id = $1 and ticket_id = any($2)`, [tenantId, ids]);
  }
  await insertFacts(client, tenantId, tickets);
}

/** Writes the facts of tickets that have none yet. */
export async function insertFacts(
  client: pg.ClientBase,
  tenantId: string,
  tickets: readonly TicketFacts[],
): Promise<void> {
  for (const kind of FACT_KINDS) {
    const rows = tickets.flatMap(({ ticketId, versions }) =>
      versions.filter((version) => version.kind === kind).map((version) => ({ ticketId, version })),
    );
    if (rows.length > 0) await bulkInsert(client, factTable(kind), bulkColumns(kind, tenantId, rows));
  }
}

function bulkColumns(
  kind: FactKind,
  tenantId: string,
  rows: readonly { readonly ticketId: string; readonly version: FactVersion }[],
): (BulkColumn & { values: unknown[] })[] {
  const own = Object.entries(factColumns[kind] as Record<string, Column>).map(([name, { type }]) => ({
    name: columnName(name),
    type: SQL_TYPES[type],
    values: rows.map(({ version }) => sqlValue((version.row as unknown as Record<string, ColumnValue>)[name]!, type)),
  }));
  const version = [
    rows.map(() => tenantId),
    rows.map((row) => row.ticketId),
    rows.map((row) => sqlInstant(row.version.knownFrom)),
    rows.map((row) => sqlInstant(row.version.knownTo)),
  ];
  return [...VERSION_COLUMNS.map((column, index) => ({ ...column, values: version[index]! })), ...own];
}

function sqlValue(value: ColumnValue, type: Column['type']): unknown {
  return type === 'instant' && value !== null ? sqlInstant(value as Instant) : value;
}
