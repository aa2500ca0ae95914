import { isOpeningContact } from '../apply-contact.ts';
import type { Ticket } from '../ticket.ts';
import type { CommandOf } from './decide.ts';
import { type Acting, accept, type Decision, hasText, refuse, type Step, step } from './decision.ts';
import { stateStep } from './state-step.ts';

/**
 * The requester wrote. A message of substance ends the wait for the requester and reopens a resolved ticket; a closed
 * one stays closed until somebody reopens it.
 */
export function receiveMessage(
  ticket: Ticket,
  { body, isTrivial }: CommandOf<'receiveMessage'>,
  { at }: Acting,
): Decision {
  if (ticket.survivorId !== null) return refuse('is_merged');
  if (!hasText(body)) return refuse('text_missing');
  const message = step({ kind: 'requesterContacted', at, isTrivial }, { body });
  return accept(message, ...(isTrivial ? [] : wakening(ticket, at)));
}

/** A public answer of a human takes up the work. */
export function reply(ticket: Ticket, command: CommandOf<'reply'>, { at }: Acting): Decision {
  const { body, visibility, isAutomatic } = command;
  if (ticket.survivorId !== null) return refuse('is_merged');
  if (!hasText(body)) return refuse('text_missing');
  const isPublic = visibility === 'public';
  const sent = step({ kind: 'replySent', at, isPublic, isAutomatic }, { body });
  const isTakenUp = isPublic && !isAutomatic && ticket.state === 'new';
  return accept(sent, ...(isTakenUp ? [stateStep('in_progress', at)] : []));
}

/** A call, chat or visit that ends now. Incoming ones are a further contact, but for the one that opened the ticket. */
export function recordContact(ticket: Ticket, command: CommandOf<'recordContact'>, { at, actor }: Acting): Decision {
  const { channel, startedAt, direction, isTrivial, note } = command;
  if (ticket.survivorId !== null) return refuse('is_merged');
  if (startedAt > at) return refuse('contact_ends_before_start');
  const isInbound = direction === 'inbound';
  const handled = step(
    { kind: 'contactHandled', at, startedAt, handledBy: actor, level: null, channel, isInbound },
    { note },
  );
  if (!isInbound || isOpeningContact(ticket, { isInbound, startedAt })) return accept(handled);
  const contacted = step({ kind: 'requesterContacted', at, isTrivial });
  return accept(contacted, handled, ...(isTrivial ? [] : wakening(ticket, at)));
}

function wakening({ state }: Ticket, at: Acting['at']): Step[] {
  const isWoken = state === 'pending_customer' || state === 'resolved';
  return isWoken ? [stateStep('in_progress', at, { isAutomatic: true })] : [];
}
