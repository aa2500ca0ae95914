import type pg from 'pg';
import type { ColumnValue } from '#core/facts/column.ts';
import type { FactVersion } from '#core/facts/fold-facts.ts';
import { factTable } from '#core/facts/sql-name.ts';
import { prepared } from '#server/database/prepared.ts';
import { sqlInstant } from '#server/database/sql-instant.ts';
import { insertFacts, type TicketFacts } from './fact-store.ts';

/** The facts of a stored ticket, before and after more events. */
export interface ChangedFacts extends TicketFacts {
  readonly factsBefore: readonly FactVersion[];
}

interface Change {
  readonly ticketId: string;
  readonly version: FactVersion;
}

/**
 * The statements that bring the stored facts of tickets up to date (law 7): versions that ended get their end, new ones
 * are added. Only what was recorded in the same second as the last event before is written anew.
 */
export function changeFacts(tenantId: string, tickets: readonly ChangedFacts[]): pg.QueryConfig[] {
  const gone: Change[] = [];
  const ended: Change[] = [];
  const fresh: TicketFacts[] = [];
  for (const { ticketId, factsBefore, versions } of tickets) {
    const old = new Map(factsBefore.map((version) => [keyOf(version), version]));
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
  return [...deleteVersions(tenantId, gone), ...endVersions(tenantId, ended), ...insertFacts(tenantId, fresh)];
}

/*
 * One statement for each version: a key is found by the index whatever the planner believes of the table, and a command
 * ends only some.
 */
const ONE_VERSION = 'where tenant_id = $1 and ticket_id = $2 and fact_key = $3 and known_from = $4';

function deleteVersions(tenantId: string, changes: readonly Change[]): pg.QueryConfig[] {
  return changes.map((change) =>
    prepared(`delete from ${factTable(change.version.kind)} ${ONE_VERSION}`, keyValues(tenantId, change)),
  );
}

function endVersions(tenantId: string, changes: readonly Change[]): pg.QueryConfig[] {
  return changes.map((change) =>
    prepared(`update ${factTable(change.version.kind)} set known_to = $5 ${ONE_VERSION}`, [
      ...keyValues(tenantId, change),
      sqlInstant(change.version.knownTo),
    ]),
  );
}

function keyValues(tenantId: string, { ticketId, version }: Change): unknown[] {
  return [tenantId, ticketId, version.row.factKey, sqlInstant(version.knownFrom)];
}

function keyOf({ kind, row, knownFrom }: FactVersion): string {
  return `${kind}/${row.factKey}/${knownFrom}`;
}

function isSameRow(a: FactVersion, b: FactVersion): boolean {
  const left = a.row as unknown as Record<string, ColumnValue>;
  const right = b.row as unknown as Record<string, ColumnValue>;
  return Object.keys(right).every((name) => left[name] === right[name]);
}
