import type pg from 'pg';
import type { TicketEvent } from '#core/ticket/event.ts';
import type { Instant } from '#core/time/instant.ts';
import { storedEvent } from './ticket-store.ts';

/** A stored ticket that nobody else can change until the transaction ends. */
export interface LockedTicket {
  readonly id: string;
  readonly number: number;
  readonly events: readonly TicketEvent[];
}

/**
 * Locks tickets and reads their events. Locks are taken in the order of ids, so that two who want the same tickets
 * never wait for each other in a circle. Ids that this tenant does not have are missing in the answer.
 */
export async function lockTickets(
  client: pg.ClientBase,
  tenantId: string,
  ids: readonly string[],
): Promise<LockedTicket[]> {
  const locked = await client.query<{ id: string; number: number }>({
    name: 'lock-tickets',
    text: `select t.id, t.number
     from ticket as t
     where t.tenant_id = $1
       and t.id = any($2)
     order by t.id
     for update`,
    values: [tenantId, ids],
  });
  const events = await client.query<{ ticket_id: string; at: Instant; kind: string; payload: object }>({
    name: 'events-of-tickets',
    text: `select e.ticket_id, e.at, e.kind, e.payload
     from ticket_event as e
     where e.tenant_id = $1
       and e.ticket_id = any($2)
     order by e.ticket_id, e.sequence`,
    values: [tenantId, ids],
  });
  const byTicket = Map.groupBy(events.rows, (row) => row.ticket_id);
  return locked.rows.map(({ id, number }) => ({ id, number, events: (byTicket.get(id) ?? []).map(storedEvent) }));
}

/** The id of the ticket with that number, or null. */
export async function ticketIdOf(client: pg.ClientBase, tenantId: string, number: number): Promise<string | null> {
  const found = await client.query<{ id: string }>({
    name: 'ticket-of-number',
    text: 'select t.id from ticket as t where t.tenant_id = $1 and t.number = $2',
    values: [tenantId, number],
  });
  return found.rows[0]?.id ?? null;
}
