import * as z from 'zod';
import type { AgreementTerms, PinnedVersions } from '#core/agreement/terms.ts';
import { compileCalendar } from '#core/calendar/calendar.ts';
import type { CalendarDefinition } from '#core/calendar/definition.ts';
import type { TicketEvent } from '#core/ticket/event.ts';
import { TICKET_STATES } from '#core/ticket/state.ts';
import { WITNESSES } from '#core/ticket/witness.ts';
import { parseInstant } from '#core/time/instant.ts';

/** The ticket histories of `sla_clock.json` and `cohorts.json`, read into events of the core. */
const state = z.enum(TICKET_STATES);

export const eventShape = z.discriminatedUnion('type', [
  z.object({ at: z.string(), type: z.literal('created'), priority: z.string() }),
  z.object({ at: z.string(), type: z.literal('status'), to: state, non_issue: z.boolean().optional() }),
  z.object({ at: z.string(), type: z.literal('agent_reply'), public: z.boolean(), automatic: z.boolean() }),
  z.object({ at: z.string(), type: z.literal('customer_reply') }),
  z.object({ at: z.string(), type: z.literal('customer_contact'), trivial: z.boolean().optional() }),
  z.object({ at: z.string(), type: z.literal('priority'), to: z.string() }),
  z.object({ at: z.string(), type: z.literal('calendar'), to: z.string() }),
  z.object({ at: z.string(), type: z.literal('waive'), metric: z.enum(['first_response', 'resolution']) }),
  z.object({
    at: z.string(),
    type: z.literal('escalated'),
    kind: z.enum(['functional', 'hierarchical']),
    from_level: z.number().nullish(),
    to_level: z.number().nullish(),
    reason: z.string().nullish(),
  }),
  z.object({ at: z.string(), type: z.literal('contact_handled'), agent: z.string(), level: z.number() }),
]);

export type VectorEvent = z.infer<typeof eventShape>;

export const policyShape = z.object({
  calendar: z.string(),
  targets: z.record(z.string(), z.object({ first_response_s: z.number(), resolution_s: z.number() })),
  pause_statuses: z.array(state),
  reopen: z.enum(['continue', 'restart']),
});

export const ticketShape = z.object({
  id: z.string(),
  type: z.string().optional(),
  channel: z.string(),
  initial_level: z.number(),
  contact_ended_at: z.string().nullish(),
  fcr_eligible: z.boolean().optional(),
  events: z.array(eventShape),
});

const calendarsShape = z.record(
  z.string(),
  z.object({
    tz: z.string(),
    weekly: z.record(z.string(), z.array(z.tuple([z.string(), z.string()]))),
    holidays: z.array(z.string()),
    exceptions: z.array(z.object({ date: z.string(), windows: z.array(z.tuple([z.string(), z.string()])) })),
  }),
);

const AGREEMENT = 'policy';

/** Calendars of the file and the policy as the one agreement version that every ticket is pinned to. */
export function versionsOf(
  calendars: unknown,
  policy: z.infer<typeof policyShape>,
  calendarId: string,
): PinnedVersions {
  const definitions = Object.entries(calendarsShape.parse(calendars));
  const terms: AgreementTerms = {
    agreement: AGREEMENT,
    calendarId,
    targetsByPriority: Object.fromEntries(
      Object.entries(policy.targets).map(([priority, target]) => [
        priority,
        { first_response: target.first_response_s, resolution: target.resolution_s },
      ]),
    ),
    pauseStates: policy.pause_statuses,
    reopen: policy.reopen,
  };
  return {
    agreements: new Map([[AGREEMENT, terms]]),
    calendars: new Map(
      definitions.map(([id, { tz, ...rest }]) => [
        id,
        compileCalendar({ timeZone: tz, ...rest } as CalendarDefinition),
      ]),
    ),
  };
}

/** One event of a vector; null for those that mean nothing to the core. */
export function eventOf(
  event: VectorEvent,
  ticket: Omit<z.infer<typeof ticketShape>, 'events' | 'id'>,
  calendarId: string,
): TicketEvent | null {
  const at = parseInstant(event.at);
  switch (event.type) {
    case 'created':
      return {
        kind: 'ticketOpened',
        at,
        dimensions: {
          team: null,
          service: null,
          priority: event.priority,
          channel: ticket.channel,
          level: String(ticket.initial_level),
          type: ticket.type ?? null,
          agreement: AGREEMENT,
        },
        promise: { kind: 'agreement', versionId: AGREEMENT },
        calendarId,
        witnesses: WITNESSES,
        customer: null,
        requester: null,
        contactEndedAt: ticket.contact_ended_at ? parseInstant(ticket.contact_ended_at) : null,
        isFirstContactEligible: ticket.fcr_eligible ?? true,
      };
    case 'status':
      return { kind: 'stateChanged', at, to: event.to, isNonIssue: event.non_issue ?? false, isAutomatic: false };
    case 'agent_reply':
      return { kind: 'replySent', at, isPublic: event.public, isAutomatic: event.automatic };
    case 'customer_reply':
      return null;
    case 'customer_contact':
      return { kind: 'requesterContacted', at, isTrivial: event.trivial ?? false };
    case 'priority':
      return { kind: 'priorityChanged', at, to: event.to };
    case 'calendar':
      return { kind: 'calendarChanged', at, calendarId: event.to };
    case 'waive':
      return { kind: 'verdictWaived', at, clock: event.metric };
    case 'escalated':
      if (event.kind === 'hierarchical') return { kind: 'managementEscalated', at, hasReason: Boolean(event.reason) };
      return {
        kind: 'handedOver',
        at,
        fromLevel: event.from_level == null ? null : String(event.from_level),
        toLevel: String(event.to_level),
        hasNote: Boolean(event.reason),
      };
    case 'contact_handled':
      return {
        kind: 'contactHandled',
        at,
        startedAt: null,
        handledBy: event.agent,
        level: String(event.level),
        channel: 'phone',
        isInbound: true,
      };
  }
}
