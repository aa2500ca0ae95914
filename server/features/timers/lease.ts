import type pg from 'pg';
import type { Instant, Seconds } from '#core/time/instant.ts';
import { sqlInstant } from '#server/database/sql-instant.ts';

/*
 * A lease says: somebody is at it, or: leave it alone for a while. It spares work and keeps nobody safe: what is recorded
 * is decided again under the ticket's lock, and each step is recorded once whoever comes twice.
 *
 * Leases are told by the program's clock. One that reaches further ahead than any lease is given was made before the
 * clock went back, and does not hold.
 */

/** After this long somebody else may take over from a worker that has died. */
export const LEASE_SECONDS: Seconds = 20;
/** A ticket that fails is left alone for longer each time, up to this. */
const LONGEST_BACKOFF_SECONDS: Seconds = 600;

/** A ticket with timers that this worker has taken. */
export interface ClaimedTicket {
  readonly ticketId: string;
  readonly keys: readonly string[];
  /** Of the timer that came due first. */
  readonly dueAt: Instant;
  /** How often somebody has begun with it, this time counted. */
  readonly attempts: number;
  readonly leaseUntil: Instant;
}

/** The condition that nobody holds a timer: `$1` is now, `$2` the end of the longest lease that can be. */
export function isFree(alias: string): string {
  return `(${alias}.lease_until is null or ${alias}.lease_until <= $1 or ${alias}.lease_until > $2)`;
}

export function longestHoldUntil(now: Instant): Instant {
  return (now + LONGEST_BACKOFF_SECONDS) as Instant;
}

/** How long a ticket is left alone after it failed for the `attempts`-th time: 10, 20, 40 … seconds. */
export function backoffSeconds(attempts: number): Seconds {
  return Math.min(LONGEST_BACKOFF_SECONDS, 5 * 2 ** Math.min(attempts, 10));
}

/** Takes timers that came due strictly before `now`, at most `limit`, first those that came due first. */
export async function claimDue(
  client: pg.ClientBase,
  tenantId: string,
  { now, limit }: { readonly now: Instant; readonly limit: number },
): Promise<ClaimedTicket[]> {
  const leaseUntil = (now + LEASE_SECONDS) as Instant;
  const claimed = await client.query<{ ticket_id: string; key: string; due_at: Instant; attempts: number }>({
    name: 'claim-timers',
    text: `update timer as m
     set lease_until = $4, attempts = m.attempts + 1
     from (
       select c.ticket_id, c.key
       from timer as c
       where c.tenant_id = $3
         and c.due_at < $1
         and ${isFree('c')}
       order by c.due_at, c.ticket_id, c.key
       limit $5
       for update skip locked
     ) as due
     where m.tenant_id = $3
       and m.ticket_id = due.ticket_id
       and m.key = due.key
     returning m.ticket_id, m.key, m.due_at, m.attempts`,
    values: [sqlInstant(now), sqlInstant(longestHoldUntil(now)), tenantId, sqlInstant(leaseUntil), limit],
  });
  const byTicket = Map.groupBy(
    claimed.rows.toSorted((a, b) => a.due_at - b.due_at),
    (row) => row.ticket_id,
  );
  return [...byTicket].map(([ticketId, rows]) => ({
    ticketId,
    keys: rows.map(({ key }) => key),
    dueAt: rows[0]!.due_at,
    attempts: Math.max(...rows.map(({ attempts }) => attempts)),
    leaseUntil,
  }));
}

/** Leaves a ticket that failed alone until then, unless somebody else has taken it meanwhile. */
export async function holdOff(
  client: pg.ClientBase,
  tenantId: string,
  { ticket, until }: { readonly ticket: ClaimedTicket; readonly until: Instant },
): Promise<void> {
  await client.query(
    `update timer as m
     set lease_until = $5
     where m.tenant_id = $1
       and m.ticket_id = $2
       and m.key = any($3)
       and m.lease_until = $4`,
    [tenantId, ticket.ticketId, ticket.keys, sqlInstant(ticket.leaseUntil), sqlInstant(until)],
  );
}

/** Gives back what was taken and not begun. */
export async function giveBack(
  client: pg.ClientBase,
  tenantId: string,
  tickets: readonly ClaimedTicket[],
): Promise<void> {
  for (const { ticketId, keys, leaseUntil } of tickets) {
    await client.query(
      `update timer as m
       set lease_until = null, attempts = m.attempts - 1
       where m.tenant_id = $1
         and m.ticket_id = $2
         and m.key = any($3)
         and m.lease_until = $4`,
      [tenantId, ticketId, keys, sqlInstant(leaseUntil)],
    );
  }
}
