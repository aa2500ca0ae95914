import type pg from 'pg';
import type { Column } from '#core/facts/column.ts';
import { type FactKind, factColumns } from '#core/facts/kinds.ts';
import { columnName, factTable } from '#core/facts/sql-name.ts';
import type { TicketFact } from '#core/figures/array-source.ts';
import type { Instant } from '#core/time/instant.ts';

/** All stored versions of one kind of facts, or those of some tickets only. */
export async function readFacts<K extends FactKind>(
  client: pg.ClientBase,
  tenantId: string,
  { kind, ticketIds }: { readonly kind: K; readonly ticketIds?: readonly string[] },
): Promise<TicketFact<K>[]> {
  const names = Object.keys(factColumns[kind] as Record<string, Column>);
  const result = await client.query<unknown[]>({
    text: `select f.ticket_id, f.known_from, f.known_to, ${names.map((name) => `f.${columnName(name)}`).join(', ')}
     from ${factTable(kind)} as f
     where f.tenant_id = $1
       and ($2::uuid[] is null or f.ticket_id = any($2))`,
    values: [tenantId, ticketIds ?? null],
    rowMode: 'array',
  });
  return result.rows.map(([ticketId, knownFrom, knownTo, ...values]) => ({
    kind,
    ticketId: ticketId as string,
    knownFrom: knownFrom as Instant,
    knownTo: knownTo as Instant,
    row: Object.fromEntries(names.map((name, index) => [name, values[index]])) as unknown as TicketFact<K>['row'],
  }));
}
