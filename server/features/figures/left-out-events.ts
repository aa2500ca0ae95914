import { type Kysely, sql } from 'kysely';
import type { Instant } from '#core/time/instant.ts';
import type { Database } from '#server/database/schema.ts';
import { sqlInstant } from '#server/database/sql-instant.ts';
import type { FactBehind } from './facts-behind.ts';

/** The event that put a fact outside its figure. */
export interface LeftOutEvent {
  readonly at: Instant;
  /** Who did it; null for a rule, and when the source of an import does not tell. */
  readonly by: { readonly id: string; readonly name: string | null } | null;
  readonly why: string | null;
  /** Number of the ticket that it was merged into. */
  readonly into: number | null;
}

/** Reasons that somebody decided and an event tells; all others follow from what the ticket is. */
const DECIDED: ReadonlySet<string> = new Set(['spam', 'test', 'merged', 'cancelled', 'waived']);

interface FoundEvent {
  readonly place: number;
  readonly at: Instant;
  readonly actor: string | null;
  readonly actor_name: string | null;
  readonly why: string | null;
  readonly into_number: number | null;
}

/**
 * For each of these facts the event by which it was left out, as known before `asOf`; null where none tells. The
 * transaction given must see the tenant.
 */
export async function leftOutEvents(
  db: Kysely<Database>,
  tenantId: string,
  { rows, asOf }: { readonly rows: readonly FactBehind[]; readonly asOf: Instant },
): Promise<readonly (LeftOutEvent | null)[]> {
  const events: (LeftOutEvent | null)[] = rows.map(() => null);
  const decided = rows.flatMap((row, place) =>
    row.reason !== null && DECIDED.has(row.reason) ? [{ row, place }] : [],
  );
  if (decided.length === 0) return events;
  const found = await sql<FoundEvent>`
    select
      w.place::integer,
      e.at,
      e.actor,
      p.name as actor_name,
      x.body as why,
      s.number as into_number
    from unnest(
      ${decided.map(({ row }) => row.ticket_id)}::uuid[],
      ${decided.map(({ row }) => row.reason)}::text[],
      ${decided.map(({ row }) => row.clock ?? null)}::text[],
      ${decided.map(({ place }) => place)}::integer[]
    ) as w(ticket_id, reason, clock, place)
    cross join lateral (${decidingEvent(tenantId, asOf)}) as e
    left join person as p
      on p.tenant_id = ${tenantId}
      and p.id = e.actor
    left join ticket_text as x
      on x.tenant_id = ${tenantId}
      and x.ticket_id = w.ticket_id
      and x.sequence = e.sequence
      and x.part = 'reason'
    left join ticket as s
      on s.tenant_id = ${tenantId}
      and s.id = e.survivor_id`.execute(db);
  for (const { place, at, actor, actor_name: name, why, into_number: into } of found.rows) {
    events[place] = { at, by: actor === null ? null : { id: actor, name }, why, into };
  }
  return events;
}

/** The last event of the kind that the reason comes from: what was taken back and done again counts as done again. */
function decidingEvent(tenantId: string, asOf: Instant) {
  return sql`
      select
        e.sequence,
        e.at,
        e.actor,
        (e.payload ->> 'survivorId')::uuid as survivor_id
      from ticket_event as e
      where e.tenant_id = ${tenantId}
        and e.ticket_id = w.ticket_id
        and e.at < ${sqlInstant(asOf)}::timestamptz
        and case w.reason
          when 'waived' then e.kind = 'verdictWaived' and e.payload ->> 'clock' = w.clock
          when 'merged' then e.kind = 'mergedInto'
          else e.kind = 'stateChanged' and e.payload ->> 'to' = w.reason
        end
      order by e.sequence desc
      limit 1`;
}
