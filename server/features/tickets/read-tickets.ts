import type pg from 'pg';
import type { TicketEvent } from '#core/ticket/event.ts';
import type { Instant } from '#core/time/instant.ts';
import { STATE_COLUMNS, type StateRow, storedEvent } from './ticket-store.ts';

/** A ticket as it is stored: its state row and its events in order. */
export interface StoredTicket {
  readonly id: string;
  readonly number: number;
  readonly state: StateRow;
  readonly events: readonly TicketEvent[];
}

const BATCH = 1000;

export async function countTickets(client: pg.ClientBase, tenantId: string): Promise<number> {
  const result = await client.query('select count(*) as tickets from ticket as t where t.tenant_id = $1', [tenantId]);
  return result.rows[0].tickets;
}

/** All tickets of the tenant with their events, in batches. */
export async function* allTickets(client: pg.ClientBase, tenantId: string): AsyncGenerator<StoredTicket[]> {
  let after: string | null = null;
  for (;;) {
    const page: { rows: (StateRow & { id: string; number: number })[] } = await client.query(
      `select t.id, t.number, ${STATE_COLUMNS.map(({ name }) => `t.${name}`).join(', ')}
       from ticket as t
       where t.tenant_id = $1
         and ($2::uuid is null or t.id > $2)
       order by t.id
       limit ${BATCH}`,
      [tenantId, after],
    );
    if (page.rows.length === 0) return;
    after = page.rows.at(-1)!.id;
    const events = await eventsOf(
      client,
      tenantId,
      page.rows.map(({ id }) => id),
    );
    yield page.rows.map(({ id, number, ...state }) => ({
      id,
      number,
      state: state as unknown as StateRow,
      events: events.get(id) ?? [],
    }));
  }
}

async function eventsOf(
  client: pg.ClientBase,
  tenantId: string,
  ids: readonly string[],
): Promise<Map<string, TicketEvent[]>> {
  const result = await client.query<{ ticket_id: string; at: Instant; kind: string; payload: object }>(
    `select e.ticket_id, e.at, e.kind, e.payload
     from ticket_event as e
     where e.tenant_id = $1
       and e.ticket_id = any($2)
     order by e.ticket_id, e.sequence`,
    [tenantId, ids],
  );
  const events = new Map<string, TicketEvent[]>();
  for (const row of result.rows) {
    const list = events.get(row.ticket_id);
    if (list) list.push(storedEvent(row));
    else events.set(row.ticket_id, [storedEvent(row)]);
  }
  return events;
}
