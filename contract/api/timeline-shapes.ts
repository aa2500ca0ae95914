import { z } from 'zod';
import { DIMENSIONS } from '#core/ticket/dimensions.ts';
import type { TicketEvent } from '#core/ticket/event.ts';
import { TICKET_STATES } from '#core/ticket/state.ts';
import { WITNESSES } from '#core/ticket/witness.ts';
import { instantAnswer } from './shapes.ts';

export type EventKind = TicketEvent['kind'];

const named = z.string().nullable();
const isTrue = z.boolean();
const clock = z.enum(['first_response', 'resolution']);
const nothingMore = z.strictObject({});
const changed = z.strictObject({ to: named });
const clockStep = z.strictObject({ clock, cycle: z.number().int(), key: z.string() });
/** The number of the other ticket; null when it is no longer there. */
const otherTicket = z.number().int().nullable();

const opened = z.strictObject({
  dimensions: z.strictObject(
    Object.fromEntries(DIMENSIONS.map((name) => [name, named])) as Record<(typeof DIMENSIONS)[number], typeof named>,
  ),
  promise: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.enum(['none', 'imported']) }),
    z.strictObject({ kind: z.literal('agreement'), versionId: z.string() }),
  ]),
  calendarId: z.string(),
  witnesses: z.array(z.enum(WITNESSES)),
  customer: named,
  requester: named,
  contactEndedAt: instantAnswer.nullable(),
  isFirstContactEligible: isTrue,
});

const contact = z.strictObject({
  startedAt: instantAnswer.nullable(),
  handledBy: named,
  level: named,
  channel: named,
  isInbound: isTrue,
});

/**
 * What each kind of event tells beside its instant: the fields of the event (core/ticket/event.ts), persons and other
 * tickets named as the API names them. A kind of event that is missing here is an error of types.
 */
export const eventDetails = {
  ticketOpened: opened,
  stateChanged: z.strictObject({ to: z.enum(TICKET_STATES), isNonIssue: isTrue, isAutomatic: isTrue }),
  replySent: z.strictObject({ isPublic: isTrue, isAutomatic: isTrue }),
  requesterContacted: z.strictObject({ isTrivial: isTrue }),
  priorityChanged: changed,
  teamChanged: changed,
  serviceChanged: changed,
  channelChanged: changed,
  typeChanged: changed,
  assigneeChanged: changed,
  handedOver: z.strictObject({ fromLevel: named, toLevel: z.string(), hasNote: isTrue }),
  handoverAccepted: z.strictObject({ by: named }),
  handoverReturned: nothingMore,
  managementEscalated: z.strictObject({ hasReason: isTrue }),
  escalationAnswered: nothingMore,
  solutionJudged: z.strictObject({ isAccepted: isTrue }),
  reopeningJudged: z.strictObject({ isNonIssue: isTrue }),
  mergedInto: z.strictObject({ survivor: otherTicket }),
  duplicateMerged: z.strictObject({ duplicate: otherTicket }),
  duplicateTakenBack: z.strictObject({ duplicate: otherTicket }),
  clockWarned: clockStep,
  clockBreached: clockStep,
  calendarChanged: z.strictObject({ calendarId: z.string() }),
  agreementChanged: z.strictObject({ versionId: z.string() }),
  verdictWaived: z.strictObject({ clock }),
  verdictImported: z.strictObject({ isMet: isTrue }),
  contactHandled: contact,
} as const satisfies Readonly<Record<EventKind, z.ZodObject>>;

/** A person as far as the API tells: the name is null once it was erased. */
export const personShape = z.strictObject({ id: z.string(), name: z.string().nullable() });

type Details = typeof eventDetails;

function entryOf<Kind extends EventKind>(kind: Kind) {
  return z.strictObject({
    sequence: z.number().int(),
    at: instantAnswer,
    kind: z.literal(kind),
    /** Null when a rule or a machine acted, and when the source of an import does not tell. */
    actor: personShape.nullable(),
    details: eventDetails[kind],
    /** Subject, body, note, reason, solution; what was erased is left out. */
    texts: z.record(z.string(), z.string()),
  });
}

type EntryShape = { readonly [Kind in EventKind]: ReturnType<typeof entryOf<Kind>> }[EventKind];

const entries = (Object.keys(eventDetails) as EventKind[]).map((kind) => entryOf(kind)) as unknown as [
  EntryShape,
  ...EntryShape[],
];

/** What happened, in order. `details` are those of the kind of event. */
export const timelineEntry = z.discriminatedUnion('kind', entries);

export type DetailsOf<Kind extends EventKind> = z.output<Details[Kind]>;
export type TimelineEntry = z.output<typeof timelineEntry>;
