import type { RefusalCode } from '../command.ts';
import { isActiveState, isWithdrawnState } from '../state.ts';
import type { Ticket } from '../ticket.ts';
import type { CommandOf } from './decide.ts';
import { type Acting, accept, type Decision, refuse, type Step, step } from './decision.ts';
import { stateStep } from './state-step.ts';

export function cancel(ticket: Ticket, { reason }: CommandOf<'cancel'>, { at }: Acting): Decision {
  if (!isActiveState(ticket.standing)) return refuse('not_active');
  return accept(stateStep('cancelled', at, { texts: { reason } }));
}

/** Spam or test: as if it had never been a ticket of this service. */
export function markAs(ticket: Ticket, to: 'spam' | 'test', { at }: Acting): Decision {
  return isWithdrawnState(ticket.standing) ? refuse('is_withdrawn') : accept(stateStep(to, at));
}

/** Back from cancelled, spam or test to the active state it had last. A merge is taken back with `takeBackMerge`. */
export function takeBack(ticket: Ticket, { at }: Acting): Decision {
  if (!isWithdrawnState(ticket.standing)) return refuse('not_withdrawn');
  if (ticket.survivorId !== null) return refuse('is_merged');
  return accept(stateStep(ticket.lastActiveState, at));
}

/** A ticket with its id and number, as merging needs it. */
export interface Numbered {
  readonly id: string;
  readonly number: number;
  readonly ticket: Ticket;
}

/** What merging, or taking it back, does to both tickets. */
export type MergeDecision =
  | {
      readonly kind: 'accepted';
      readonly survivorId: string;
      readonly duplicateId: string;
      readonly survivor: readonly Step[];
      readonly duplicate: readonly Step[];
    }
  | { readonly kind: 'refused'; readonly code: RefusalCode };

/**
 * Two tickets about the same become one: the older survives and keeps its clocks (kpi-spec G5), because merging an old
 * breached ticket into a young one would hide the breach. Of two created in one second the lower number is the older.
 */
export function decideMerge(one: Numbered, other: Numbered, { at }: Acting): MergeDecision {
  if (one.id === other.id) return { kind: 'refused', code: 'same_ticket' };
  const isWithdrawn = [one, other].some(({ ticket }) => isWithdrawnState(ticket.standing));
  if (isWithdrawn) return { kind: 'refused', code: 'is_withdrawn' };
  const [survivor, duplicate] = isOlder(one, other) ? [one, other] : [other, one];
  return {
    kind: 'accepted',
    survivorId: survivor.id,
    duplicateId: duplicate.id,
    survivor: [step({ kind: 'duplicateMerged', at, duplicateId: duplicate.id })],
    duplicate: [step({ kind: 'mergedInto', at, survivorId: survivor.id })],
  };
}

/** The duplicate is a ticket of its own again, active as it was, its clocks as they were. */
export function decideTakeBackMerge(duplicate: Numbered, { at }: Acting): MergeDecision {
  const { survivorId, lastActiveState } = duplicate.ticket;
  if (survivorId === null) return { kind: 'refused', code: 'not_withdrawn' };
  return {
    kind: 'accepted',
    survivorId,
    duplicateId: duplicate.id,
    survivor: [step({ kind: 'duplicateTakenBack', at, duplicateId: duplicate.id })],
    duplicate: [stateStep(lastActiveState, at)],
  };
}

function isOlder(a: Numbered, b: Numbered): boolean {
  const difference = a.ticket.createdAt - b.ticket.createdAt;
  return difference === 0 ? a.number < b.number : difference < 0;
}
