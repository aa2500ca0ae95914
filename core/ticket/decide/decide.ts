import type { PinnedVersions } from '#core/agreement/terms.ts';
import type { CommandKind, OpenTicket, TicketCommand } from '../command.ts';
import type { Ticket } from '../ticket.ts';
import { WITNESSES } from '../witness.ts';
import { changeAgreement, classify, waiveVerdict } from './classification.ts';
import { receiveMessage, recordContact, reply } from './conversation.ts';
import { type Acting, type Decision, hasText, refuse, type Step, step } from './decision.ts';
import { close, confirmSolution, markReopening, moveTo, rejectSolution, reopen, resolve } from './progress.ts';
import { acceptHandover, answerEscalation, assign, escalate, handOver, returnHandover } from './responsibility.ts';
import { cancel, markAs, takeBack } from './withdrawal.ts';

export type CommandOf<Kind extends CommandKind> = Extract<TicketCommand, { kind: Kind }>;

/**
 * What a command does to a ticket: the events it makes, or why it is refused. Pure; the ticket is as it stands at
 * `acting.at`, all earlier steps of its clocks recorded. Nothing is refused for who asks: that is decided before.
 */
export function decide(
  ticket: Ticket,
  command: TicketCommand,
  acting: Acting & { readonly versions: PinnedVersions },
): Decision {
  if (acting.at < ticket.lastEventAt) return refuse('before_last_event');
  switch (command.kind) {
    case 'receiveMessage':
      return receiveMessage(ticket, command, acting);
    case 'reply':
      return reply(ticket, command, acting);
    case 'recordContact':
      return recordContact(ticket, command, acting);
    case 'assign':
      return assign(ticket, command, acting);
    case 'handOver':
      return handOver(ticket, command, acting);
    case 'acceptHandover':
      return acceptHandover(ticket, acting);
    case 'returnHandover':
      return returnHandover(ticket, command, acting);
    case 'escalate':
      return escalate(ticket, command, acting);
    case 'answerEscalation':
      return answerEscalation(ticket, command, acting);
    case 'startWork':
      return moveTo(ticket, 'in_progress', acting);
    case 'waitForRequester':
      return moveTo(ticket, 'pending_customer', { ...acting, reason: command.reason });
    case 'waitForOthers':
      return moveTo(ticket, 'pending_vendor', { ...acting, reason: command.reason });
    case 'changePriority':
    case 'changeService':
    case 'changeType':
      return classify(ticket, command, acting);
    case 'changeAgreement':
      return changeAgreement(ticket, command, acting);
    case 'resolve':
      return resolve(ticket, command, acting);
    case 'confirmSolution':
      return confirmSolution(ticket, acting);
    case 'rejectSolution':
      return rejectSolution(ticket, command, acting);
    case 'reopen':
      return reopen(ticket, command, acting);
    case 'markReopening':
      return markReopening(ticket, command, acting);
    case 'close':
      return close(ticket, command, acting);
    case 'cancel':
      return cancel(ticket, command, acting);
    case 'markSpam':
      return markAs(ticket, 'spam', acting);
    case 'markTest':
      return markAs(ticket, 'test', acting);
    case 'takeBack':
      return takeBack(ticket, acting);
    case 'waiveVerdict':
      return waiveVerdict(ticket, command, acting);
  }
}

/** The first event of a ticket, or a refusal when nothing says what it is about. */
export function decideOpening(command: OpenTicket, { at }: Acting): Decision {
  const { kind: _, subject, description, ...told } = command;
  if (!hasText(subject)) return refuse('text_missing');
  const opened: Step = step(
    { ...told, kind: 'ticketOpened', at, witnesses: WITNESSES, contactEndedAt: null },
    { subject, body: description },
  );
  return { kind: 'accepted', steps: [opened] };
}
