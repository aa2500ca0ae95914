import type pg from 'pg';
import { stepsOf } from '#core/ticket/clock-steps.ts';
import type { Ticket } from '#core/ticket/ticket.ts';
import type { Instant } from '#core/time/instant.ts';
import { sqlInstant } from '#server/database/sql-instant.ts';

interface TimedTicket {
  readonly ticketId: string;
  readonly ticket: Ticket;
  readonly isNew: boolean;
}

/** Keeps the timers of tickets equal to the steps of their clocks (law 9). A timer that was overtaken is gone. */
export async function saveTimers(
  client: pg.ClientBase,
  tenantId: string,
  tickets: readonly TimedTicket[],
): Promise<void> {
  const stored = tickets.filter(({ isNew }) => !isNew).map(({ ticketId }) => ticketId);
  const wanted = tickets.flatMap(({ ticketId, ticket }) =>
    stepsOf(ticket).map(({ key, at }) => ({ ticketId, key, at })),
  );
  if (stored.length > 0) {
    await client.query({
      name: 'delete-timers',
      text: `delete from timer as m
       where m.tenant_id = $1
         and m.ticket_id = any($2)`,
      values: [tenantId, stored],
    });
  }
  if (wanted.length === 0) return;
  await client.query({
    name: 'insert-timers',
    text: `insert into timer (tenant_id, ticket_id, key, due_at)
     select $1, n.ticket_id, n.key, n.due_at
     from unnest($2::uuid[], $3::text[], $4::timestamptz[]) as n(ticket_id, key, due_at)`,
    values: [
      tenantId,
      wanted.map(({ ticketId }) => ticketId),
      wanted.map(({ key }) => key),
      wanted.map(({ at }) => sqlInstant(at)),
    ],
  });
}

/** A timer as it is stored. */
export interface StoredTimer {
  readonly ticket_id: string;
  readonly key: string;
  readonly due_at: Instant;
}

/** The timers of some tickets, by ticket. */
export async function storedTimers(
  client: pg.ClientBase,
  tenantId: string,
  ticketIds: readonly string[],
): Promise<Map<string, StoredTimer[]>> {
  const found = await client.query<StoredTimer>(
    'select m.ticket_id, m.key, m.due_at from timer as m where m.tenant_id = $1 and m.ticket_id = any($2)',
    [tenantId, ticketIds],
  );
  return Map.groupBy(found.rows, (row) => row.ticket_id);
}
