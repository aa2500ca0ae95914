import { z } from 'zod';
import { DIMENSIONS } from '#core/ticket/dimensions.ts';
import { TICKET_STATES } from '#core/ticket/state.ts';
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

/** A person as far as the API tells: the name is null once it was erased. */
export const personShape = z.strictObject({ id: z.string(), name: z.string().nullable() });

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

const seconds = z.number();

/** One cycle of an SLA clock as it reads now. Business seconds throughout. */
export const clockShape = z.strictObject({
  clock: z.enum(['first_response', 'resolution']),
  cycle: z.number().int(),
  phase: z.enum(['not_started', 'running', 'paused', 'stopped']),
  outcome: z.enum(['pending', 'met', 'breached', 'excluded', 'waived']),
  elapsedSeconds: seconds,
  /** Target less elapsed, negative when over; null without a target. */
  remainingSeconds: seconds.nullable(),
  targetSeconds: seconds.nullable(),
  dueAt: instantAnswer.nullable(),
  breachedAt: instantAnswer.nullable(),
  breachCause: z.enum(['elapsed', 'target_change']).nullable(),
  /** Whether this is the cycle that counts now; earlier cycles of a restarted clock are told too. */
  isCurrent: z.boolean(),
  /**
   * Why its deadline is what it is: `start`, the `story` of moments and stretches, the `projection`, the way `ahead`.
   * Lengths are business seconds.
   */
  why: z.record(z.string(), z.unknown()),
});

/** What happened, in order. `details` are those of the kind of event; instants in it are ISO texts. */
export const timelineEntry = z.strictObject({
  sequence: z.number().int(),
  at: instantAnswer,
  kind: z.string(),
  /** Null when a rule or a machine acted, and when the source of an import does not tell. */
  actor: personShape.nullable(),
  details: z.record(z.string(), z.unknown()),
  /** Subject, body, note, reason, solution; what was erased is left out. */
  texts: z.record(z.string(), z.string()),
});

export const ticketPageShape = ticketShape.extend({
  /** When the clocks were read. */
  readAt: instantAnswer,
  clocks: z.array(clockShape),
  timeline: z.array(timelineEntry),
  /** Persons that `details` names by id. */
  people: z.array(personShape),
});

export const ticketsAnswer = z.strictObject({
  tickets: z.array(ticketShape),
  nextCursor: z.string().nullable(),
});
