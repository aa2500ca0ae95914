import type { PinnedVersions } from '../agreement/terms.ts';
import { measuredUntil, moveClockToCalendar, type SlaClock, waiveClock } from '../clock/sla-clock.ts';
import type { Instant } from '../time/instant.ts';
import { measureBusinessTime } from './business-time.ts';
import { changeState, respond } from './change-state.ts';
import type { Dimension } from './dimensions.ts';
import { isUpward, type TicketEvent } from './event.ts';
import { openTicket, pinned } from './open-ticket.ts';
import { isActiveState } from './state.ts';
import type { Escalation, Ticket } from './ticket.ts';
import { answerClock, noteBreaches, renewClocks, retargetClocks } from './ticket-clocks.ts';

type EventOf<K extends TicketEvent['kind']> = Extract<TicketEvent, { kind: K }>;

/** An escalation is in time while at least this share of the resolution target is left (setting, kpi-spec 6.6). */
const IN_TIME_SHARE = 0.1;

/**
 * The ticket after one more event. Events come in the order of `at` and their sequence; a ticket begins with
 * `ticketOpened`.
 * @throws Error when the history does not begin so or goes back in time: it was not written by a command.
 */
export function applyEvent(ticket: Ticket | null, event: TicketEvent, versions: PinnedVersions): Ticket {
  if (ticket === null) {
    if (event.kind !== 'ticketOpened') throw new Error(`a history begins with ticketOpened, not ${event.kind}`);
    return openTicket(event, versions);
  }
  if (event.at < ticket.lastEventAt) throw new Error('an event must not lie before the one that came first');
  const current = { ...noteBreaches(ticket, event.at), lastEventAt: event.at };
  switch (event.kind) {
    case 'ticketOpened':
      throw new Error('a ticket is opened once');
    case 'stateChanged':
      return changeState(current, event);
    case 'replySent':
      return sendReply(current, event);
    case 'requesterContacted':
      return event.isTrivial || current.furtherContactAt !== null
        ? current
        : { ...current, furtherContactAt: event.at };
    case 'priorityChanged':
      return reprioritise(current, event);
    case 'teamChanged':
      return withDimension(current, 'team', event.to);
    case 'serviceChanged':
      return withDimension(current, 'service', event.to);
    case 'channelChanged':
      return withDimension(current, 'channel', event.to);
    case 'typeChanged':
      return withDimension(current, 'type', event.to);
    case 'assigneeChanged':
      return { ...current, assignee: event.to };
    case 'handedOver':
      return handOver(current, event);
    case 'managementEscalated':
      return escalateToManagement(current, event);
    case 'calendarChanged':
      return moveToCalendar(current, event.at, event.calendarId, versions);
    case 'agreementChanged':
      return changeAgreement(current, event, versions);
    case 'verdictWaived':
      return waiveVerdict(current, event);
    case 'verdictImported':
      return { ...current, importedVerdict: { isMet: event.isMet } };
    case 'contactHandled':
      return handleContact(current, event);
  }
}

function withDimension(ticket: Ticket, dimension: Dimension, to: string | null): Ticket {
  return ticket.dimensions[dimension] === to
    ? ticket
    : { ...ticket, dimensions: { ...ticket.dimensions, [dimension]: to } };
}

function sendReply(ticket: Ticket, { at, isPublic, isAutomatic }: EventOf<'replySent'>): Ticket {
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

function reprioritise(ticket: Ticket, { at, to }: EventOf<'priorityChanged'>): Ticket {
  const changed = withDimension(ticket, 'priority', to);
  return changed === ticket ? ticket : { ...changed, ...retargetClocks(changed, at) };
}

function handOver(ticket: Ticket, { at, fromLevel, toLevel, hasNote }: EventOf<'handedOver'>): Ticket {
  const under = ticket.dimensions;
  const moved: Ticket = {
    ...withDimension(ticket, 'level', toLevel),
    handovers: [...ticket.handovers, { at, under, fromLevel, toLevel, hasNote }],
  };
  if (!isUpward(fromLevel, toLevel)) return moved;
  const { firstResolution, lastResolution } = moved;
  return {
    ...moved,
    functionallyEscalatedAt: moved.functionallyEscalatedAt ?? at,
    escalations: [...moved.escalations, escalationAt(ticket, { at, escalation: 'functional', hasReason: hasNote })],
    firstResolution: firstResolution?.at === at ? { ...firstResolution, isEscalated: true } : firstResolution,
    lastResolution: lastResolution?.at === at ? { ...lastResolution, isEscalated: true } : lastResolution,
  };
}

function escalateToManagement(ticket: Ticket, { at, hasReason }: EventOf<'managementEscalated'>): Ticket {
  const { lastResolution } = ticket;
  return {
    ...ticket,
    managementEscalatedAt: ticket.managementEscalatedAt ?? at,
    escalations: [...ticket.escalations, escalationAt(ticket, { at, escalation: 'hierarchical', hasReason })],
    lastResolution: lastResolution?.at === at ? { ...lastResolution, isManagementEscalated: true } : lastResolution,
  };
}

function escalationAt(ticket: Ticket, raised: Pick<Escalation, 'at' | 'escalation' | 'hasReason'>): Escalation {
  const clock = ticket.resolutionClock;
  const isInTime =
    clock === null ||
    (clock.breachedAt === null &&
      (clock.targetSeconds === null ||
        clock.targetSeconds - measuredUntil(clock, raised.at) >= IN_TIME_SHARE * clock.targetSeconds));
  return { ...raised, under: ticket.dimensions, isInTime };
}

function moveToCalendar(ticket: Ticket, at: Instant, calendarId: string, versions: PinnedVersions): Ticket {
  const calendar = pinned(versions.calendars, calendarId);
  const move = (clock: SlaClock | null): SlaClock | null => clock && moveClockToCalendar(clock, at, calendar);
  return {
    ...ticket,
    businessTime: measureBusinessTime(ticket, at),
    calendar,
    calendarId,
    firstResponseClock: move(ticket.firstResponseClock),
    resolutionClock: move(ticket.resolutionClock),
  };
}

function changeAgreement(
  ticket: Ticket,
  { at, versionId }: EventOf<'agreementChanged'>,
  versions: PinnedVersions,
): Ticket {
  const terms = pinned(versions.agreements, versionId);
  const changed: Ticket = {
    ...withDimension(moveToCalendar(ticket, at, terms.calendarId, versions), 'agreement', terms.agreement),
    promise: { kind: 'agreement', versionId },
    terms,
    pauseStates: new Set(terms.pauseStates),
  };
  return { ...changed, ...renewClocks(changed, at) };
}

function waiveVerdict(ticket: Ticket, { at, clock }: EventOf<'verdictWaived'>): Ticket {
  const waive = (waived: SlaClock | null): SlaClock | null => waived && waiveClock(waived, at);
  return clock === 'first_response'
    ? { ...ticket, firstResponseClock: waive(ticket.firstResponseClock) }
    : { ...ticket, resolutionClock: waive(ticket.resolutionClock) };
}

function handleContact(ticket: Ticket, event: EventOf<'contactHandled'>): Ticket {
  const { at, handledBy, isInbound } = event;
  const under = {
    ...ticket.dimensions,
    level: event.level ?? ticket.dimensions.level,
    channel: event.channel ?? ticket.dimensions.channel,
  };
  return { ...ticket, contacts: [...ticket.contacts, { at, under, handledBy, isInbound }] };
}
