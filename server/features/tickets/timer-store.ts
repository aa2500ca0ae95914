import type pg from 'pg';
import { type ClockStep, stepsOf } from '#core/ticket/clock-steps.ts';
import type { Ticket } from '#core/ticket/ticket.ts';
import type { Instant } from '#core/time/instant.ts';
import { bulkInsert } from '#server/database/bulk-insert.ts';
import { prepared } from '#server/database/prepared.ts';
import { sqlInstant } from '#server/database/sql-instant.ts';

/** A ticket whose clocks may have other steps than before; of a new ticket there were none. */
interface TimedTicket {
  readonly ticketId: string;
  readonly stepsBefore: readonly ClockStep[];
  readonly ticket: Ticket;
}

/** The statements that keep timers equal to the steps of the clocks (law 9). A timer that was overtaken is gone. */
export function saveTimers(tenantId: string, tickets: readonly TimedTicket[]): pg.QueryConfig[] {
  const gone: TimerKey[] = [];
  const wanted: (TimerKey & { readonly at: Instant })[] = [];
  for (const { ticketId, stepsBefore, ticket } of tickets) {
    const steps = stepsOf(ticket);
    const known = new Map(stepsBefore.map(({ key, at }) => [key, at]));
    for (const { key, at } of steps) {
      if (known.get(key) === at) known.delete(key);
      else wanted.push({ ticketId, key, at });
    }
    for (const key of known.keys()) gone.push({ ticketId, key });
  }
  return [...deleteTimers(tenantId, gone), ...insertTimers(tenantId, wanted)];
}

/** The statements that write all timers of a ticket anew, whatever is stored. */
export function renewTimers(tenantId: string, ticketId: string, ticket: Ticket): pg.QueryConfig[] {
  const wanted = stepsOf(ticket).map(({ key, at }) => ({ ticketId, key, at }));
  const all = prepared('delete from timer where tenant_id = $1 and ticket_id = $2', [tenantId, ticketId]);
  return [all, ...insertTimers(tenantId, wanted)];
}

interface TimerKey {
  readonly ticketId: string;
  readonly key: string;
}

function deleteTimers(tenantId: string, timers: readonly TimerKey[]): pg.QueryConfig[] {
  return timers.map(({ ticketId, key }) =>
    prepared('delete from timer where tenant_id = $1 and ticket_id = $2 and key = $3', [tenantId, ticketId, key]),
  );
}

function insertTimers(tenantId: string, timers: readonly (TimerKey & { readonly at: Instant })[]): pg.QueryConfig[] {
  return bulkInsert('timer', [
    { name: 'tenant_id', type: 'uuid', values: timers.map(() => tenantId) },
    { name: 'ticket_id', type: 'uuid', values: timers.map(({ ticketId }) => ticketId) },
    { name: 'key', type: 'text', values: timers.map(({ key }) => key) },
    { name: 'due_at', type: 'timestamptz', values: timers.map(({ at }) => sqlInstant(at)) },
  ]);
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
