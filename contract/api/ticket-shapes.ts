import { z } from 'zod';
import { DIMENSIONS } from '#core/ticket/dimensions.ts';
import { TICKET_STATES } from '#core/ticket/state.ts';
import { agreementNamed, calendarNamed, clockShape } from './clock-shapes.ts';
import {
  countText,
  cursorText,
  instantAnswer,
  moment,
  repeatable,
  ticketNumber,
  timeZone,
  wantedKey,
} from './shapes.ts';
import { personShape, timelineEntry } from './timeline-shapes.ts';

/** A person as far as the API tells. */
export { personShape } from './timeline-shapes.ts';

export const ticketParams = z.strictObject({ number: ticketNumber });

export const MOST_TICKETS = 200;
const MOST_VALUES = 20;

/** By what a list of tickets may be sorted. Ties are broken by the number, so that no ticket stands on two pages. */
export const TICKET_ORDERS = ['number', 'createdAt', 'lastEventAt'] as const;
export type TicketOrder = (typeof TICKET_ORDERS)[number];

/** `(none)` asks for tickets where the dimension is not set. */
const wanted = repeatable(wantedKey, MOST_VALUES).optional();

/** Which tickets; a parameter that is repeated means any of its values. */
export const ticketsQuery = z.strictObject({
  state: repeatable(z.enum(TICKET_STATES), TICKET_STATES.length).optional(),
  ...(Object.fromEntries(DIMENSIONS.map((name) => [name, wanted])) as Record<
    (typeof DIMENSIONS)[number],
    typeof wanted
  >),
  /** Ids of persons. */
  customer: wanted,
  assignee: repeatable(z.union([z.literal('(none)'), z.uuid()]), MOST_VALUES).optional(),
  createdFrom: moment.optional(),
  createdTo: moment.optional(),
  timeZone: timeZone.optional(),
  sort: z.enum(TICKET_ORDERS).optional(),
  direction: z.enum(['ascending', 'descending']).optional(),
  limit: countText(MOST_TICKETS).optional(),
  cursor: cursorText.optional(),
});

const named = z.string().nullable();

/** A ticket in a list, and what a command answers with. */
export const ticketShape = z.strictObject({
  number: z.number().int(),
  /** Rises by one with every event; the ETag of the ticket. */
  version: z.number().int(),
  subject: named,
  state: z.enum(TICKET_STATES),
  /** What the ticket counts as: a cancelled ticket that was closed still counts as cancelled. */
  standing: z.enum(TICKET_STATES),
  createdAt: instantAnswer,
  lastEventAt: instantAnswer,
  team: named,
  service: named,
  priority: named,
  channel: named,
  level: named,
  type: named,
  agreement: named,
  assignee: personShape.nullable(),
  /** Who reported it: the organisation and the person there. */
  customer: named,
  requester: personShape.nullable(),
  /** Its key in the system it was imported from. */
  sourceKey: named,
});

/** What the keys of a ticket are called: of its teams, services, levels and customers, now and in its timeline. */
const namedKey = z.strictObject({
  kind: z.enum(['team', 'service', 'level', 'customer']),
  key: z.string(),
  name: z.string(),
});

export const ticketPageShape = ticketShape.extend({
  /** When the clocks were read. */
  readAt: instantAnswer,
  clocks: z.array(clockShape),
  timeline: z.array(timelineEntry),
  /** Persons that `details` names by id. */
  people: z.array(personShape),
  names: z.array(namedKey),
  agreements: z.array(agreementNamed),
  calendars: z.array(calendarNamed),
});

export type TicketPage = z.output<typeof ticketPageShape>;

export const ticketsAnswer = z.strictObject({
  tickets: z.array(ticketShape),
  nextCursor: z.string().nullable(),
});
