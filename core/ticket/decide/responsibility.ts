import { isActiveState } from '../state.ts';
import type { Ticket } from '../ticket.ts';
import type { CommandOf } from './decide.ts';
import { type Acting, accept, type Decision, hasText, refuse, type Step, step } from './decision.ts';

/** Another team, another owner, or both. */
export function assign(ticket: Ticket, { team, assignee }: CommandOf<'assign'>, { at }: Acting): Decision {
  if (!isActiveState(ticket.standing)) return refuse('not_active');
  const steps: Step[] = [];
  if (team !== undefined && team !== ticket.dimensions.team) steps.push(step({ kind: 'teamChanged', at, to: team }));
  if (assignee !== undefined && assignee !== ticket.assignee) {
    steps.push(step({ kind: 'assigneeChanged', at, to: assignee }));
  }
  return steps.length === 0 ? refuse('unchanged') : accept(...steps);
}

/** To another support level. Who had it is no longer the owner; who gets it accepts it or returns it. */
export function handOver(ticket: Ticket, { toLevel, team, note }: CommandOf<'handOver'>, { at }: Acting): Decision {
  if (!isActiveState(ticket.standing)) return refuse('not_active');
  const { level, team: fromTeam } = ticket.dimensions;
  if (level === toLevel) return refuse('level_unchanged');
  const steps = [step({ kind: 'handedOver', at, fromLevel: level, toLevel, hasNote: hasText(note) }, { note })];
  if (team !== undefined && team !== fromTeam) steps.push(step({ kind: 'teamChanged', at, to: team }));
  if (ticket.assignee !== null) steps.push(step({ kind: 'assigneeChanged', at, to: null }));
  return accept(...steps);
}

/** Whoever accepts a hand-over owns the ticket. */
export function acceptHandover(ticket: Ticket, { at, actor }: Acting): Decision {
  if (ticket.openHandover === null) return refuse('no_open_handover');
  const accepted = step({ kind: 'handoverAccepted', at, by: actor });
  const isTaken = actor !== null && actor !== ticket.assignee;
  return accept(accepted, ...(isTaken ? [step({ kind: 'assigneeChanged', at, to: actor })] : []));
}

/** Back to the level and team it came from. */
export function returnHandover(ticket: Ticket, { reason }: CommandOf<'returnHandover'>, { at }: Acting): Decision {
  const open = ticket.openHandover;
  if (open === null) return refuse('no_open_handover');
  if (open.fromLevel === null) return refuse('handover_from_nowhere');
  if (!hasText(reason)) return refuse('text_missing');
  const { level: fromLevel, team } = ticket.dimensions;
  const steps = [step({ kind: 'handedOver', at, fromLevel, toLevel: open.fromLevel, hasNote: true })];
  if (team !== open.fromTeam) steps.push(step({ kind: 'teamChanged', at, to: open.fromTeam }));
  return accept(...steps, step({ kind: 'handoverReturned', at }, { reason }));
}

export function escalate(ticket: Ticket, { reason }: CommandOf<'escalate'>, { at }: Acting): Decision {
  if (!isActiveState(ticket.standing)) return refuse('not_active');
  if (ticket.isEscalationOpen) return refuse('escalation_open');
  if (!hasText(reason)) return refuse('text_missing');
  return accept(step({ kind: 'managementEscalated', at, hasReason: true }, { reason }));
}

export function answerEscalation(ticket: Ticket, { body }: CommandOf<'answerEscalation'>, { at }: Acting): Decision {
  if (!ticket.isEscalationOpen) return refuse('no_open_escalation');
  if (!hasText(body)) return refuse('text_missing');
  return accept(step({ kind: 'escalationAnswered', at }, { body }));
}
