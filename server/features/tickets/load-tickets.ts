import type pg from 'pg';
import type { TicketEvent } from '#core/ticket/event.ts';
import type { Instant } from '#core/time/instant.ts';
import { prepared, sendAll } from '#server/database/prepared.ts';
import { storedEvent } from './ticket-store.ts';

/** A ticket with the events that are stored of it. */
export interface LoadedTicket {
  readonly id: string;
  readonly number: number;
  readonly events: readonly TicketEvent[];
}

/**
 * Locks tickets until the transaction ends and reads them. Locks are taken in the order of ids, so that two who want the
 * same tickets never wait for each other in a circle. Ids that this tenant does not have are missing in the answer.
 */
export async function lockTickets(
  client: pg.ClientBase,
  tenantId: string,
  ids: readonly string[],
): Promise<LoadedTicket[]> {
  const lock = `
    select t.id
    from ticket as t
    where t.tenant_id = $1
      and t.id = any($2)
    order by t.id
    for update`;
  // The events are read by a statement of its own, after the locks are held: one that began before does not see what
  // somebody else committed while it waited.
  const [, found] = await sendAll(client, [prepared(lock, [tenantId, ids]), readingOf(tenantId, ids)]);
  return loadedTickets(found?.rows ?? []);
}

/** Reads tickets without a lock. Ids that this tenant does not have are missing in the answer. */
export async function loadTickets(
  client: pg.ClientBase,
  tenantId: string,
  ids: readonly string[],
): Promise<LoadedTicket[]> {
  const found = await client.query<StoredRow>(readingOf(tenantId, ids));
  return loadedTickets(found.rows);
}

function readingOf(tenantId: string, ids: readonly string[]): pg.QueryConfig {
  const text = `
    select t.id, t.number, e.at, e.kind, e.payload
    from ticket as t
    join ticket_event as e
      on e.tenant_id = t.tenant_id
      and e.ticket_id = t.id
    where t.tenant_id = $1
      and t.id = any($2)
    order by t.id, e.sequence`;
  return prepared(text, [tenantId, ids]);
}

function loadedTickets(found: readonly StoredRow[]): LoadedTicket[] {
  const tickets = Map.groupBy(found, ({ id }) => id);
  return [...tickets].map(([id, rows]) => ({ id, number: rows[0]!.number, events: rows.map(storedEvent) }));
}

interface StoredRow {
  readonly id: string;
  readonly number: number;
  readonly at: Instant;
  readonly kind: string;
  readonly payload: object;
}

/** The id of the ticket with that number, or null. */
export async function ticketIdOf(client: pg.ClientBase, tenantId: string, number: number): Promise<string | null> {
  const found = await client.query<{ id: string }>(
    prepared('select t.id from ticket as t where t.tenant_id = $1 and t.number = $2', [tenantId, number]),
  );
  return found.rows[0]?.id ?? null;
}

/** The ticket that this one was last merged into, read without a lock; null when it never was. */
export async function lastSurvivorOf(client: pg.ClientBase, tenantId: string, id: string): Promise<string | null> {
  const text = `
    select e.payload ->> 'survivorId' as survivor
    from ticket_event as e
    where e.tenant_id = $1
      and e.ticket_id = $2
      and e.kind = 'mergedInto'
    order by e.sequence desc
    limit 1`;
  const found = await client.query<{ survivor: string }>(prepared(text, [tenantId, id]));
  return found.rows[0]?.survivor ?? null;
}
