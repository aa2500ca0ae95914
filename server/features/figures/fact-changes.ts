import type pg from 'pg';
import type { ColumnValue } from '#core/facts/column.ts';
import type { FactVersion } from '#core/facts/fold-facts.ts';
import { FACT_KINDS } from '#core/facts/kinds.ts';
import { factTable } from '#core/facts/sql-name.ts';
import { sqlInstant } from '#server/database/sql-instant.ts';
import { insertFacts, type TicketFacts } from './fact-store.ts';

/** The facts of a stored ticket, before and after more events. */
export interface ChangedFacts extends TicketFacts {
  readonly before: readonly FactVersion[];
}

interface Change {
  readonly ticketId: string;
  readonly version: FactVersion;
}

/**
 * Brings the stored facts of tickets up to date (law 7): versions that ended get their end, new ones are added. Only
 * what was recorded in the same second as the last event before is written anew.
 */
export async function changeFacts(
  client: pg.ClientBase,
  tenantId: string,
  tickets: readonly ChangedFacts[],
): Promise<void> {
  const gone: Change[] = [];
  const ended: Change[] = [];
  const fresh: TicketFacts[] = [];
  for (const { ticketId, before, versions } of tickets) {
    const old = new Map(before.map((version) => [keyOf(version), version]));
    const added: FactVersion[] = [];
    for (const version of versions) {
      const known = old.get(keyOf(version));
      old.delete(keyOf(version));
      if (known && isSameRow(known, version)) {
        if (known.knownTo !== version.knownTo) ended.push({ ticketId, version });
        continue;
      }
      if (known) gone.push({ ticketId, version: known });
      added.push(version);
    }
    for (const version of old.values()) gone.push({ ticketId, version });
    fresh.push({ ticketId, versions: added });
  }
  await deleteVersions(client, tenantId, gone);
  await endVersions(client, tenantId, ended);
  await insertFacts(client, tenantId, fresh);
}

async function deleteVersions(client: pg.ClientBase, tenantId: string, changes: readonly Change[]): Promise<void> {
  for (const [table, some] of byTable(changes)) {
    await client.query(
      `delete from ${table} as f
       using unnest($2::uuid[], $3::text[], $4::timestamptz[]) as n(ticket_id, fact_key, known_from)
       where f.tenant_id = $1
         and f.ticket_id = n.ticket_id
         and f.fact_key = n.fact_key
         and f.known_from = n.known_from`,
      [tenantId, ...keysOf(some)],
    );
  }
}

async function endVersions(client: pg.ClientBase, tenantId: string, changes: readonly Change[]): Promise<void> {
  for (const [table, some] of byTable(changes)) {
    await client.query(
      `update ${table} as f
       set known_to = n.known_to
       from unnest($2::uuid[], $3::text[], $4::timestamptz[], $5::timestamptz[])
         as n(ticket_id, fact_key, known_from, known_to)
       where f.tenant_id = $1
         and f.ticket_id = n.ticket_id
         and f.fact_key = n.fact_key
         and f.known_from = n.known_from`,
      [tenantId, ...keysOf(some), some.map(({ version }) => sqlInstant(version.knownTo))],
    );
  }
}

function byTable(changes: readonly Change[]): [table: string, changes: Change[]][] {
  return FACT_KINDS.map((kind): [string, Change[]] => [
    factTable(kind),
    changes.filter(({ version }) => version.kind === kind),
  ]).filter(([, some]) => some.length > 0);
}

function keysOf(changes: readonly Change[]): [ids: string[], keys: string[], from: unknown[]] {
  return [
    changes.map(({ ticketId }) => ticketId),
    changes.map(({ version }) => version.row.factKey),
    changes.map(({ version }) => sqlInstant(version.knownFrom)),
  ];
}

function keyOf({ kind, row, knownFrom }: FactVersion): string {
  return `${kind}/${row.factKey}/${knownFrom}`;
}

function isSameRow(a: FactVersion, b: FactVersion): boolean {
  const left = a.row as unknown as Record<string, ColumnValue>;
  const right = b.row as unknown as Record<string, ColumnValue>;
  return Object.keys(right).every((name) => left[name] === right[name]);
}
