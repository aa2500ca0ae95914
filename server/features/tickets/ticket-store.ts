import type pg from 'pg';
import type { TextPart } from '#core/ticket/decide/decision.ts';
import type { TicketEvent } from '#core/ticket/event.ts';
import type { Ticket } from '#core/ticket/ticket.ts';
import type { Instant } from '#core/time/instant.ts';
import { bulkInsert } from '#server/database/bulk-insert.ts';
import { prepared } from '#server/database/prepared.ts';
import { sqlInstant } from '#server/database/sql-instant.ts';

/** A ticket with the events that are not stored yet. */
export interface NewEvents {
  readonly ticketId: string;
  readonly ticket: Ticket;
  /** How many events were stored before; 0 for a new ticket. */
  readonly eventsBefore: number;
  readonly events: readonly TicketEvent[];
  /** What stands beside each of the events; left out where nothing does. */
  readonly beside?: readonly BesideEvent[];
}

/** Who did it, and the texts that came with it: stored apart from the event, so that they can be erased. */
export interface BesideEvent {
  readonly actor: string | null;
  readonly texts: Readonly<Partial<Record<TextPart, string>>>;
}

/** Where a ticket came from. */
export interface TicketOrigin {
  readonly sourceId: string;
  readonly sourceKey: string;
}

export interface StoredHistory {
  readonly ticketId: string;
  readonly events: readonly TicketEvent[];
}

/** Takes `count` numbers for tickets of the tenant and returns the first. */
export async function takeNumbers(client: pg.ClientBase, tenantId: string, count: number): Promise<number> {
  const result = await client.query<{ last_number: number }>(
    prepared(
      `insert into ticket_counter as c (tenant_id, last_number)
       values ($1, $2)
       on conflict (tenant_id) do update set last_number = c.last_number + $2
       returning c.last_number`,
      [tenantId, count],
    ),
  );
  return result.rows[0]!.last_number - count + 1;
}

/** The statements that write new tickets with their state and their events. */
export function insertTickets(
  tenantId: string,
  tickets: readonly (NewEvents & { readonly origin: TicketOrigin | null; readonly number: number })[],
): pg.QueryConfig[] {
  const column = (name: string, type: string, of: (ticket: (typeof tickets)[number]) => unknown) => ({
    name,
    type,
    values: tickets.map(of),
  });
  const rows = bulkInsert('ticket', [
    column('tenant_id', 'uuid', () => tenantId),
    column('id', 'uuid', (t) => t.ticketId),
    column('number', 'bigint', (t) => t.number),
    column('source_id', 'uuid', (t) => t.origin?.sourceId ?? null),
    column('source_key', 'text', (t) => t.origin?.sourceKey ?? null),
    ...STATE_COLUMNS.map(({ name, type }) => column(name, type, (t) => stateRow(t)[name])),
  ]);
  return [...rows, ...insertEvents(tenantId, tickets)];
}

/** The statements that append events to stored tickets and bring their state rows up to date. */
export function appendEvents(tenantId: string, tickets: readonly NewEvents[]): pg.QueryConfig[] {
  const names = STATE_COLUMNS.map(({ name }) => name);
  const arrays = STATE_COLUMNS.map(({ type }, index) => `$${index + 3}::${type}[]`);
  const update = prepared(
    `update ticket as t
     set ${names.map((name) => `${name} = n.${name}`).join(', ')}
     from unnest($2::uuid[], ${arrays.join(', ')}) as n(id, ${names.join(', ')})
     where t.tenant_id = $1
       and t.id = n.id`,
    [tenantId, tickets.map((t) => t.ticketId), ...names.map((name) => tickets.map((t) => stateRow(t)[name]))],
  );
  return [...insertEvents(tenantId, tickets), update];
}

/** The stored histories of tickets of a source, by their key there. */
export async function historiesOfSource(
  client: pg.ClientBase,
  tenantId: string,
  { sourceId, keys }: { readonly sourceId: string; readonly keys: readonly string[] },
): Promise<Map<string, StoredHistory>> {
  const result = await client.query<{
    source_key: string;
    ticket_id: string;
    at: Instant;
    kind: string;
    payload: object;
  }>(
    `select t.source_key, t.id as ticket_id, e.at, e.kind, e.payload
     from ticket as t
     join ticket_event as e
       on e.tenant_id = t.tenant_id
       and e.ticket_id = t.id
     where t.tenant_id = $1
       and t.source_id = $2
       and t.source_key = any($3)
     order by t.id, e.sequence`,
    [tenantId, sourceId, keys],
  );
  const histories = new Map<string, { ticketId: string; events: TicketEvent[] }>();
  for (const row of result.rows) {
    let history = histories.get(row.source_key);
    if (!history) {
      history = { ticketId: row.ticket_id, events: [] };
      histories.set(row.source_key, history);
    }
    history.events.push(storedEvent(row));
  }
  return histories;
}

/** An event as its row tells it. */
export function storedEvent({ at, kind, payload }: { at: Instant; kind: string; payload: object }): TicketEvent {
  return { kind, at, ...payload } as TicketEvent;
}

/** Columns of a ticket's state row that follow from its events. */
export const STATE_COLUMNS = [
  { name: 'state', type: 'text' },
  { name: 'standing', type: 'text' },
  { name: 'created_at', type: 'timestamptz' },
  { name: 'last_event_at', type: 'timestamptz' },
  { name: 'event_count', type: 'integer' },
  { name: 'team', type: 'text' },
  { name: 'service', type: 'text' },
  { name: 'priority', type: 'text' },
  { name: 'channel', type: 'text' },
  { name: 'level', type: 'text' },
  { name: 'type', type: 'text' },
  { name: 'agreement', type: 'text' },
  { name: 'assignee', type: 'text' },
  { name: 'customer', type: 'text' },
  { name: 'requester', type: 'text' },
] as const;

export type StateRow = Readonly<Record<(typeof STATE_COLUMNS)[number]['name'], string | number | null>>;

/** The state row of a ticket: all of it follows from its events. */
export function stateRow({ ticket, eventsBefore, events }: Omit<NewEvents, 'ticketId'>): StateRow {
  return {
    state: ticket.state,
    standing: ticket.standing,
    created_at: sqlInstant(ticket.createdAt),
    last_event_at: sqlInstant(ticket.lastEventAt),
    event_count: eventsBefore + events.length,
    ...ticket.dimensions,
    assignee: ticket.assignee,
    customer: ticket.customer,
    requester: ticket.requester,
  };
}

function insertEvents(tenantId: string, tickets: readonly NewEvents[]): pg.QueryConfig[] {
  const rows = tickets.flatMap(({ ticketId, eventsBefore, events, beside }) =>
    events.map((event, index) => ({ ticketId, event, beside: beside?.[index], sequence: eventsBefore + index + 1 })),
  );
  const stored = bulkInsert('ticket_event', [
    { name: 'tenant_id', type: 'uuid', values: rows.map(() => tenantId) },
    { name: 'ticket_id', type: 'uuid', values: rows.map((row) => row.ticketId) },
    { name: 'sequence', type: 'integer', values: rows.map((row) => row.sequence) },
    { name: 'at', type: 'timestamptz', values: rows.map((row) => sqlInstant(row.event.at)) },
    { name: 'kind', type: 'text', values: rows.map((row) => row.event.kind) },
    { name: 'payload', type: 'jsonb', values: rows.map((row) => payloadOf(row.event)) },
    { name: 'actor', type: 'uuid', values: rows.map((row) => row.beside?.actor ?? null) },
  ]);
  const texts = rows.flatMap(({ ticketId, sequence, beside }) =>
    Object.entries(beside?.texts ?? {}).map(([part, body]) => ({ ticketId, sequence, part, body })),
  );
  const written = bulkInsert('ticket_text', [
    { name: 'tenant_id', type: 'uuid', values: texts.map(() => tenantId) },
    { name: 'ticket_id', type: 'uuid', values: texts.map((text) => text.ticketId) },
    { name: 'sequence', type: 'integer', values: texts.map((text) => text.sequence) },
    { name: 'part', type: 'text', values: texts.map((text) => text.part) },
    { name: 'body', type: 'text', values: texts.map((text) => text.body) },
  ]);
  return [...stored, ...written];
}

function payloadOf({ kind: _kind, at: _at, ...payload }: TicketEvent): string {
  return JSON.stringify(payload);
}
