import type { TicketEvent } from './event.ts';

type EventKind = TicketEvent['kind'];

/** Whom an entry of a timeline is for: the customer sees it too, people of the desk alone, or it is a mere step. */
export const AUDIENCES = ['customer', 'internal', 'system'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** A kind of event that is missing here is an error of types. */
const audiences: Readonly<Record<EventKind, Audience>> = {
  ticketOpened: 'customer',
  stateChanged: 'system',
  replySent: 'customer',
  requesterContacted: 'customer',
  priorityChanged: 'system',
  teamChanged: 'system',
  serviceChanged: 'system',
  channelChanged: 'system',
  typeChanged: 'system',
  assigneeChanged: 'system',
  handedOver: 'internal',
  handoverAccepted: 'internal',
  handoverReturned: 'internal',
  managementEscalated: 'internal',
  escalationAnswered: 'internal',
  solutionJudged: 'customer',
  reopeningJudged: 'internal',
  mergedInto: 'internal',
  duplicateMerged: 'internal',
  duplicateTakenBack: 'internal',
  clockWarned: 'system',
  clockBreached: 'system',
  calendarChanged: 'system',
  agreementChanged: 'system',
  verdictWaived: 'internal',
  verdictImported: 'system',
  contactHandled: 'customer',
};

interface Told {
  readonly kind: EventKind;
  readonly details: object;
  readonly texts: Readonly<Record<string, string>>;
}

/** Whom an entry is for. A reply decides for itself; a change of state that brings the solution is for the customer. */
export function audienceOf({ kind, details, texts }: Told): Audience {
  if (kind === 'replySent') return 'isPublic' in details && details.isPublic === true ? 'customer' : 'internal';
  if (kind === 'stateChanged' && texts.solution !== undefined) return 'customer';
  return audiences[kind];
}

/** The texts of an entry that a customer may read: never notes and reasons of the desk. */
export function textsForCustomer(told: Told): Readonly<Record<string, string>> {
  if (audienceOf(told) !== 'customer') return {};
  const open = told.kind === 'solutionJudged' ? ['reason'] : ['subject', 'body', 'solution'];
  return Object.fromEntries(Object.entries(told.texts).filter(([part]) => open.includes(part)));
}
