import type pg from 'pg';
import type { z } from 'zod';
import { instantOut } from '#contract/api/shapes.ts';
import type { ticketPageShape } from '#contract/api/ticket-shapes.ts';
import type { timelineEntry } from '#contract/api/timeline-shapes.ts';
import type { TicketEvent } from '#core/ticket/event.ts';
import { type Instant, later } from '#core/time/instant.ts';
import { prepared } from '#server/database/prepared.ts';
import type { TenantSession } from '#server/platform/database.ts';
import { clocksOut } from './clock-out.ts';
import { withIsoInstants } from './iso-instants.ts';
import { readKeyNames } from './key-names.ts';
import { type PersonNames, personOut, readPersonNames } from './person-names.ts';
import { calendarsOut, readAgreementNames } from './pinned-names.ts';
import { TICKET_ROW_SQL, type TicketRow, ticketOut } from './ticket-row.ts';
import { storedEvent } from './ticket-store.ts';
import { knownVersions, versionsIn } from './version-store.ts';

type Page = z.input<typeof ticketPageShape>;

/** The row of the ticket with that number; null when the tenant has none. */
export async function readTicketRow(
  client: pg.ClientBase,
  tenantId: string,
  number: number,
): Promise<TicketRow | null> {
  const text = `${TICKET_ROW_SQL}
     where t.tenant_id = $1
       and t.number = $2`;
  const found = await client.query<TicketRow>(prepared(text, [tenantId, number]));
  return found.rows[0] ?? null;
}

/**
 * A ticket with all that happened to it, its clocks as they read at `now`, and why each deadline is what it is; null
 * when the tenant has none of that number.
 */
export async function readTicketPage(
  session: TenantSession,
  tenantId: string,
  { number, now }: { readonly number: number; readonly now: Instant },
): Promise<Page | null> {
  const { db, client } = session;
  const row = await readTicketRow(client, tenantId, number);
  if (row === null) return null;
  const told = await readEvents(client, tenantId, row.id);
  const events = told.map(({ event }) => event);
  const names = await readPersonNames(db, tenantId, [row.assignee, row.requester, ...told.flatMap(personsIn)]);
  const numbers = await readNumbers(client, tenantId, events);
  const ids = versionsIn(events);
  const versions = await knownVersions(session, tenantId, ids);
  const readAt = later(now, row.last_event_at);
  return {
    ...ticketOut(row, names),
    readAt: instantOut(readAt),
    clocks: clocksOut(events, versions, readAt),
    timeline: told.map((one, index) => entryOut(one, index + 1, { names, numbers })),
    people: [...names].map(([id, name]) => ({ id, name })),
    names: await readKeyNames(client, tenantId, { row, events, now: readAt }),
    agreements: await readAgreementNames(client, tenantId, ids.agreements),
    calendars: calendarsOut(ids, versions),
  };
}

interface ToldEvent {
  readonly event: TicketEvent;
  readonly actor: string | null;
  readonly texts: Readonly<Record<string, string>>;
}

async function readEvents(client: pg.ClientBase, tenantId: string, ticketId: string): Promise<ToldEvent[]> {
  const found = await client.query<{
    at: Instant;
    kind: string;
    payload: object;
    actor: string | null;
    texts: Record<string, string> | null;
  }>(
    `select
       e.at,
       e.kind,
       e.payload,
       e.actor,
       (
         select jsonb_object_agg(x.part, x.body)
         from ticket_text as x
         where x.tenant_id = e.tenant_id
           and x.ticket_id = e.ticket_id
           and x.sequence = e.sequence
       ) as texts
     from ticket_event as e
     where e.tenant_id = $1
       and e.ticket_id = $2
     order by e.sequence`,
    [tenantId, ticketId],
  );
  return found.rows.map(({ actor, texts, ...row }) => ({ event: storedEvent(row), actor, texts: texts ?? {} }));
}

/** Numbers of the tickets that merges name by id. */
async function readNumbers(
  client: pg.ClientBase,
  tenantId: string,
  events: readonly TicketEvent[],
): Promise<ReadonlyMap<string, number>> {
  const ids = events.flatMap((event) => {
    if (event.kind === 'mergedInto') return [event.survivorId];
    return event.kind === 'duplicateMerged' || event.kind === 'duplicateTakenBack' ? [event.duplicateId] : [];
  });
  if (ids.length === 0) return new Map();
  const found = await client.query<{ id: string; number: number }>(
    'select t.id, t.number from ticket as t where t.tenant_id = $1 and t.id = any($2)',
    [tenantId, ids],
  );
  return new Map(found.rows.map(({ id, number }) => [id, number]));
}

function personsIn({ event, actor }: ToldEvent): (string | null)[] {
  switch (event.kind) {
    case 'ticketOpened':
      return [actor, event.requester];
    case 'assigneeChanged':
      return [actor, event.to];
    case 'contactHandled':
      return [actor, event.handledBy];
    case 'handoverAccepted':
      return [actor, event.by];
    default:
      return [actor];
  }
}

function entryOut(
  { event, actor, texts }: ToldEvent,
  sequence: number,
  { names, numbers }: { readonly names: PersonNames; readonly numbers: ReadonlyMap<string, number> },
): z.input<typeof timelineEntry> {
  const { kind, at, ...details } = event;
  const shown = Object.entries(details).map(([name, value]): [string, unknown] => {
    if (name === 'survivorId') return ['survivor', numbers.get(value as string) ?? null];
    if (name === 'duplicateId') return ['duplicate', numbers.get(value as string) ?? null];
    return [name, withIsoInstants(value, name)];
  });
  return {
    sequence,
    at: instantOut(at),
    kind,
    actor: personOut(actor, names),
    details: Object.fromEntries(shown),
    texts,
  } as z.input<typeof timelineEntry>;
}
