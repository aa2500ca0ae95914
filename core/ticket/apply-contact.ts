import type { Instant } from '../time/instant.ts';
import { respond } from './change-state.ts';
import type { EventOf } from './event.ts';
import { isActiveState } from './state.ts';
import type { Ticket } from './ticket.ts';
import { answerClock } from './ticket-clocks.ts';

/** The ticket after an answer, public or not, was sent. */
export function sendReply(ticket: Ticket, { at, isPublic, isAutomatic }: EventOf<'replySent'>): Ticket {
  if (!isPublic || isAutomatic) return ticket;
  const humanReplyCount = ticket.humanReplyCount + 1;
  const first = ticket.firstResolution;
  const counted: Ticket = {
    ...ticket,
    humanReplyCount,
    // A reply sent in the second of the resolution is one of the replies "up to it", whatever came in between.
    firstResolution: first?.at === at ? { ...first, humanReplyCount } : first,
  };
  if (!isActiveState(ticket.standing)) return counted;
  return { ...respond(counted, at), firstResponseClock: answerClock(counted, at) };
}

/** The ticket after a call, a chat or a visit. One that began before the ticket was opened is what opened it. */
export function handleContact(ticket: Ticket, event: EventOf<'contactHandled'>): Ticket {
  const { at, handledBy, isInbound } = event;
  const under = {
    ...ticket.dimensions,
    level: event.level ?? ticket.dimensions.level,
    channel: event.channel ?? ticket.dimensions.channel,
  };
  const handled: Ticket = { ...ticket, contacts: [...ticket.contacts, { at, under, handledBy, isInbound }] };
  return isOpeningContact(ticket, event) ? endOpeningContact(handled, at) : handled;
}

/** Whether this is the call or chat in which the ticket was opened. */
export function isOpeningContact(
  { createdAt, contactEndedAt }: Ticket,
  { isInbound, startedAt }: Pick<EventOf<'contactHandled'>, 'isInbound' | 'startedAt'>,
): boolean {
  return isInbound && startedAt !== null && startedAt <= createdAt && contactEndedAt === null;
}

function endOpeningContact(ticket: Ticket, at: Instant): Ticket {
  const first = ticket.firstResolution;
  const isLive = first !== null && first.secondsAfterContact !== null;
  return {
    ...ticket,
    contactEndedAt: at,
    // It was resolved while they were still talking.
    firstResolution: isLive ? { ...first, secondsAfterContact: first.at - at } : first,
  };
}
