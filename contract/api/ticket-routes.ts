import type { z } from 'zod';
import type { CommandKind } from '#core/ticket/command.ts';
import {
  COMMAND_KINDS,
  type CommandShapes,
  commandExamples,
  commandRefusals,
  commandShapes,
  commonRefusals,
  mergeShape,
  openTicketShape,
  permissionOf,
} from './command-shapes.ts';
import { exampleOpening, exampleWhy } from './example-ticket.ts';
import { type Route, route } from './route.ts';
import { nothing } from './shapes.ts';
import { ticketPageShape, ticketParams, ticketShape, ticketsAnswer, ticketsQuery } from './ticket-shapes.ts';

const ticket = {
  number: 4711,
  version: 2,
  subject: 'The printer on the second floor is silent',
  state: 'in_progress',
  standing: 'in_progress',
  createdAt: '2026-03-02T08:00:00Z',
  lastEventAt: '2026-03-02T08:20:00Z',
  team: 'Network',
  service: 'Printing',
  priority: '2',
  channel: 'mail',
  level: '1',
  type: 'incident',
  agreement: 'gold',
  assignee: { id: '0199a000-0000-7000-8000-000000000001', name: 'Desk one' },
  customer: 'north',
  requester: null,
  sourceKey: null,
} as const satisfies z.input<typeof ticketShape>;

const person = ticket.assignee;

/** Tickets to read. */
export const ticketReadRoutes = {
  listTickets: route({
    method: 'GET',
    path: '/api/v1/tickets',
    access: 'tickets.read',
    group: 'tickets',
    params: nothing,
    query: ticketsQuery,
    body: nothing,
    status: 200,
    answer: ticketsAnswer,
    problems: [],
    example: {
      params: {},
      query: { state: ['new', 'in_progress'], team: 'Network', sort: 'createdAt', direction: 'ascending', limit: '50' },
      body: {},
      answer: { tickets: [ticket], nextCursor: null },
    },
  }),
  readTicket: route({
    method: 'GET',
    path: '/api/v1/tickets/{number}',
    access: 'tickets.read',
    group: 'tickets',
    params: ticketParams,
    query: nothing,
    body: nothing,
    status: 200,
    answer: ticketPageShape,
    problems: ['not_found'],
    example: {
      params: { number: '4711' },
      query: {},
      body: {},
      answer: {
        ...ticket,
        readAt: '2026-03-02T08:30:00Z',
        clocks: [
          {
            clock: 'resolution',
            cycle: 1,
            phase: 'running',
            outcome: 'pending',
            elapsedSeconds: 1800,
            remainingSeconds: 27_000,
            targetSeconds: 28_800,
            dueAt: '2026-03-02T16:00:00Z',
            breachedAt: null,
            breachCause: null,
            isCurrent: true,
            why: exampleWhy,
          },
        ],
        timeline: [
          {
            sequence: 1,
            at: ticket.createdAt,
            kind: 'ticketOpened',
            actor: null,
            details: exampleOpening,
            texts: { subject: ticket.subject },
          },
          {
            sequence: 2,
            at: ticket.lastEventAt,
            kind: 'stateChanged',
            actor: person,
            details: { to: 'in_progress', isNonIssue: false, isAutomatic: false },
            texts: {},
          },
        ],
        people: [person],
        names: [{ kind: 'team', key: 'Network', name: 'Network and remote access' }],
        agreements: [
          {
            id: 'gold-2',
            agreement: 'gold',
            name: 'Gold',
            version: 2,
            validFrom: '2026-01-01T00:00:00Z',
            customer: 'north',
          },
        ],
        calendars: [{ id: 'office', timeZone: 'Europe/Berlin', weekly: { mon: [['08:00', '17:00']] } }],
      },
    },
  }),
} as const;

/** Tickets to open and to merge. */
export const ticketWriteRoutes = {
  openTicket: route({
    method: 'POST',
    path: '/api/v1/tickets',
    access: 'tickets.work',
    group: 'tickets',
    params: nothing,
    query: nothing,
    body: openTicketShape,
    status: 201,
    answer: ticketShape,
    problems: ['text_missing', 'person_unknown'],
    example: {
      params: {},
      query: {},
      body: { subject: ticket.subject, description: 'Since this morning.', team: 'Network', priority: '2' },
      answer: { ...ticket, version: 1, state: 'new', standing: 'new' },
    },
  }),
  mergeTickets: route({
    method: 'POST',
    path: '/api/v1/tickets/{number}/merge',
    access: 'tickets.work',
    group: 'tickets',
    params: ticketParams,
    query: nothing,
    body: mergeShape,
    status: 200,
    answer: ticketShape,
    problems: ['not_found', 'ticket_changed', 'same_ticket', ...commonRefusals],
    example: { params: { number: '4711' }, query: {}, body: { with: 4712 }, answer: ticket },
  }),
} as const;

type CommandRoutes = {
  readonly [Kind in CommandKind]: Route<
    typeof ticketParams,
    typeof nothing,
    CommandShapes[Kind] & z.ZodObject,
    typeof ticketShape
  >;
};

/** A route for each command of a ticket. */
export const commandRoutes = Object.fromEntries(
  COMMAND_KINDS.map((kind): [CommandKind, Route] => [
    kind,
    {
      method: 'POST',
      path: `/api/v1/tickets/{number}/commands/${kind}`,
      access: permissionOf(kind),
      group: 'commands',
      params: ticketParams,
      query: nothing,
      body: commandShapes[kind],
      status: 200,
      answer: ticketShape,
      problems: ['not_found', 'ticket_changed', ...commonRefusals, ...(commandRefusals[kind] ?? [])],
      example: { params: { number: '4711' }, query: {}, body: commandExamples[kind], answer: ticket },
    },
  ]),
) as unknown as CommandRoutes;
