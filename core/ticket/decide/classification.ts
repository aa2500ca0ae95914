import type { PinnedVersions } from '#core/agreement/terms.ts';
import { isWithdrawnState } from '../state.ts';
import type { Ticket } from '../ticket.ts';
import type { CommandOf } from './decide.ts';
import { type Acting, accept, type Decision, hasText, refuse, step } from './decision.ts';

const KINDS = {
  changePriority: 'priorityChanged',
  changeService: 'serviceChanged',
  changeType: 'typeChanged',
} as const;
const DIMENSION = { changePriority: 'priority', changeService: 'service', changeType: 'type' } as const;

/** Another priority, service or type. A withdrawn ticket stays as it is; a resolved one may still be put right. */
export function classify(ticket: Ticket, { kind, to }: CommandOf<keyof typeof KINDS>, { at }: Acting): Decision {
  if (isWithdrawnState(ticket.standing)) return refuse('is_withdrawn');
  if (!hasText(to)) return refuse('text_missing');
  if (ticket.dimensions[DIMENSION[kind]] === to) return refuse('unchanged');
  // Otherwise a name that means nothing would take the promise away, and a breach could be hidden by it.
  if (kind === 'changePriority' && ticket.terms !== null && !Object.hasOwn(ticket.terms.targetsByPriority, to)) {
    return refuse('priority_unknown');
  }
  return accept(step({ kind: KINDS[kind], at, to }));
}

export function changeAgreement(
  ticket: Ticket,
  { versionId }: CommandOf<'changeAgreement'>,
  { at, versions }: Acting & { readonly versions: PinnedVersions },
): Decision {
  if (isWithdrawnState(ticket.standing)) return refuse('is_withdrawn');
  if (!versions.agreements.has(versionId)) return refuse('agreement_unknown');
  const { promise } = ticket;
  if (promise.kind === 'agreement' && promise.versionId === versionId) return refuse('unchanged');
  return accept(step({ kind: 'agreementChanged', at, versionId }));
}

export function waiveVerdict(ticket: Ticket, { clock, reason }: CommandOf<'waiveVerdict'>, { at }: Acting): Decision {
  const waived = clock === 'first_response' ? ticket.firstResponseClock : ticket.resolutionClock;
  if (waived === null) return refuse('no_such_clock');
  if (waived.waivedAt !== null) return refuse('already_waived');
  if (!hasText(reason)) return refuse('text_missing');
  return accept(step({ kind: 'verdictWaived', at, clock }, { reason }));
}
