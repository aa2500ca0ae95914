import type { PinnedVersions } from '../agreement/terms.ts';
import type { Instant } from '../time/instant.ts';
import { handleContact, sendReply } from './apply-contact.ts';
import { escalateToManagement, handOver } from './apply-handover.ts';
import { changeAgreement, moveToCalendar, reprioritise, waiveVerdict } from './apply-promise.ts';
import { changeState, judgeReopening } from './change-state.ts';
import type { EventOf, TicketEvent } from './event.ts';
import { openTicket } from './open-ticket.ts';
import type { Ticket } from './ticket.ts';
import { noteBreaches } from './ticket-clocks.ts';
import { withDimension } from './with-dimension.ts';

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
    case 'handoverAccepted':
    case 'handoverReturned':
      return { ...current, openHandover: null };
    case 'managementEscalated':
      return escalateToManagement(current, event);
    case 'escalationAnswered':
      return { ...current, isEscalationOpen: false };
    case 'reopeningJudged':
      return judgeReopening(current, event.isNonIssue);
    case 'mergedInto':
      return { ...changeState(current, mergingAt(event.at)), survivorId: event.survivorId };
    case 'clockWarned':
    case 'clockBreached':
      return { ...current, recordedSteps: new Set([...current.recordedSteps, event.key]) };
    case 'solutionJudged':
    case 'duplicateMerged':
    case 'duplicateTakenBack':
      return current;
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

function mergingAt(at: Instant): EventOf<'stateChanged'> {
  return { kind: 'stateChanged', at, to: 'merged', isNonIssue: false, isAutomatic: false };
}
