import { isActiveState, isDoneState, type TicketState } from '../state.ts';
import type { Ticket } from '../ticket.ts';
import type { CommandOf } from './decide.ts';
import { type Acting, accept, type Decision, hasText, refuse, step } from './decision.ts';
import { stateStep } from './state-step.ts';

/** Into another active state. */
export function moveTo(
  ticket: Ticket,
  to: TicketState,
  { at, reason = '' }: Acting & { readonly reason?: string },
): Decision {
  if (!isActiveState(ticket.standing)) return refuse('not_active');
  return ticket.state === to ? refuse('unchanged') : accept(stateStep(to, at, { texts: { reason } }));
}

export function resolve(ticket: Ticket, { solution, isAutomatic }: CommandOf<'resolve'>, { at }: Acting): Decision {
  if (!isActiveState(ticket.standing)) return refuse('not_active');
  return accept(stateStep('resolved', at, { isAutomatic, texts: { solution } }));
}

/** The requester confirms: the ticket is closed. */
export function confirmSolution(ticket: Ticket, { at }: Acting): Decision {
  if (!isResolved(ticket)) return refuse('not_resolved');
  return accept(step({ kind: 'solutionJudged', at, isAccepted: true }), stateStep('closed', at));
}

/** The requester rejects: the work goes on. */
export function rejectSolution(ticket: Ticket, { reason }: CommandOf<'rejectSolution'>, { at }: Acting): Decision {
  if (!isResolved(ticket)) return refuse('not_resolved');
  if (!hasText(reason)) return refuse('text_missing');
  return accept(step({ kind: 'solutionJudged', at, isAccepted: false }, { reason }), stateStep('in_progress', at));
}

export function reopen(ticket: Ticket, { reason, isNonIssue }: CommandOf<'reopen'>, { at }: Acting): Decision {
  if (!isDoneState(ticket.standing)) return refuse('not_done');
  return accept(stateStep('in_progress', at, { isNonIssue, texts: { reason } }));
}

export function markReopening(ticket: Ticket, { isNonIssue }: CommandOf<'markReopening'>, { at }: Acting): Decision {
  const last = ticket.reopenings.at(-1);
  if (last === undefined) return refuse('no_reopening');
  if (last.isNonIssue === isNonIssue) return refuse('unchanged');
  return accept(step({ kind: 'reopeningJudged', at, isNonIssue }));
}

export function close(ticket: Ticket, { isAutomatic }: CommandOf<'close'>, { at }: Acting): Decision {
  return isResolved(ticket) ? accept(stateStep('closed', at, { isAutomatic })) : refuse('not_resolved');
}

function isResolved({ standing }: Ticket): boolean {
  return standing === 'resolved';
}
