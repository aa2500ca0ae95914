import type { z } from 'zod';
import { instantOut } from '#contract/api/shapes.ts';
import type { ticketShape } from '#contract/api/ticket-shapes.ts';
import type { TicketState } from '#core/ticket/state.ts';
import type { Instant } from '#core/time/instant.ts';
import { type PersonNames, personOut } from './person-names.ts';

/** A ticket as lists show it. */
export interface TicketRow {
  readonly id: string;
  readonly number: number;
  readonly event_count: number;
  readonly subject: string | null;
  readonly state: TicketState;
  readonly standing: TicketState;
  readonly created_at: Instant;
  readonly last_event_at: Instant;
  readonly team: string | null;
  readonly service: string | null;
  readonly priority: string | null;
  readonly channel: string | null;
  readonly level: string | null;
  readonly type: string | null;
  readonly agreement: string | null;
  readonly assignee: string | null;
  readonly customer: string | null;
  readonly requester: string | null;
  readonly source_key: string | null;
}

/** The columns of a `TicketRow` and where they come from; `t` is the ticket. */
export const TICKET_ROW_SQL = `
  select
    t.id,
    t.number,
    t.event_count,
    subject.body as subject,
    t.state,
    t.standing,
    t.created_at,
    t.last_event_at,
    t.team,
    t.service,
    t.priority,
    t.channel,
    t.level,
    t.type,
    t.agreement,
    t.assignee,
    t.customer,
    t.requester,
    t.source_key
  from ticket as t
  left join ticket_text as subject
    on subject.tenant_id = t.tenant_id
    and subject.ticket_id = t.id
    and subject.sequence = 1
    and subject.part = 'subject'`;

/** A row as the API tells it, with the names of its persons. */
export function ticketOut(row: TicketRow, names: PersonNames): z.input<typeof ticketShape> {
  return {
    number: row.number,
    version: row.event_count,
    subject: row.subject,
    state: row.state,
    standing: row.standing,
    createdAt: instantOut(row.created_at),
    lastEventAt: instantOut(row.last_event_at),
    team: row.team,
    service: row.service,
    priority: row.priority,
    channel: row.channel,
    level: row.level,
    type: row.type,
    agreement: row.agreement,
    assignee: personOut(row.assignee, names),
    customer: row.customer,
    requester: personOut(row.requester, names),
    sourceKey: row.source_key,
  };
}
