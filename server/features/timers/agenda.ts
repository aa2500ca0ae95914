import type pg from 'pg';
import type { Instant, Seconds } from '#core/time/instant.ts';
import { sqlInstant } from '#server/database/sql-instant.ts';
import { isFree, longestHoldUntil } from './lease.ts';

/** What there is to do, over all tenants. */
export interface Agenda {
  /** Tenants that have timers which are due and free, those due first before the others. */
  readonly tenantIds: readonly string[];
  /** When the next timer comes due that is not due yet; null when there is none. */
  readonly nextDueAt: Instant | null;
  /** How far the database's clock is ahead of ours; negative when it is behind. */
  readonly skewSeconds: Seconds;
}

/** This user is not the one that migrated: it sees no tenant, and all timers would be forgotten in silence. */
export class NoTenantSeen extends Error {
  override readonly name = 'NoTenantSeen';
}

/**
 * Reads the agenda at `now`. The owner asks, for it alone may look over all tenants; it reads tenants' ids and when
 * their timers are due, nothing else.
 * @throws NoTenantSeen
 */
export async function readAgenda(owner: pg.Pool, now: Instant): Promise<Agenda> {
  const found = await owner.query<{
    tenant_id: string;
    due_at: Instant | null;
    next_due_at: Instant | null;
    database_now: Instant;
  }>({
    name: 'agenda-of-timers',
    text: `select
       t.id as tenant_id,
       due.due_at,
       next.due_at as next_due_at,
       clock_timestamp() as database_now
     from tenant as t
     cross join lateral (
       select min(m.due_at) as due_at
       from timer as m
       where m.tenant_id = t.id
         and m.due_at < $1
         and ${isFree('m')}
     ) as due
     cross join lateral (
       select min(m.due_at) as due_at
       from timer as m
       where m.tenant_id = t.id
         and m.due_at >= $1
     ) as next`,
    values: [sqlInstant(now), sqlInstant(longestHoldUntil(now))],
  });
  const first = found.rows[0];
  if (!first) throw new NoTenantSeen('the owner of the database sees no tenant');
  const next = found.rows.flatMap((row) => (row.next_due_at === null ? [] : [row.next_due_at]));
  return {
    tenantIds: found.rows
      .filter((row) => row.due_at !== null)
      .sort((a, b) => a.due_at! - b.due_at!)
      .map((row) => row.tenant_id),
    nextDueAt: next.length === 0 ? null : (Math.min(...next) as Instant),
    skewSeconds: first.database_now - now,
  };
}
