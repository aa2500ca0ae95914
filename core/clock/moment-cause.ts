import type { TicketEvent } from '../ticket/event.ts';
import { isActiveState, isDoneState, isWithdrawnState } from '../ticket/state.ts';
import type { Ticket } from '../ticket/ticket.ts';
import type { MomentCause } from './deadline.ts';
import type { SlaClock } from './sla-clock.ts';

/** One event as one clock sees it: the ticket and the clock before and after. */
export interface ClockChange {
  readonly event: TicketEvent;
  readonly before: Ticket;
  readonly after: Ticket;
  readonly clockBefore: SlaClock;
  readonly clockAfter: SlaClock;
}

/** How an event touched a clock; null when it did not. */
export function causeOf(change: ClockChange): MomentCause | null {
  const { event, before, after, clockBefore, clockAfter } = change;
  switch (event.kind) {
    case 'clockWarned':
      return event.clock === clockAfter.kind && event.cycle === clockAfter.cycle ? { kind: 'warned' } : null;
    case 'verdictWaived':
      return clockBefore.waivedAt === null && clockAfter.waivedAt !== null ? { kind: 'waived' } : null;
    case 'replySent':
      return clockBefore.satisfiedAt === null && clockAfter.satisfiedAt !== null ? { kind: 'answered' } : null;
    case 'stateChanged':
    case 'mergedInto':
      return causeOfState(change);
    default:
      return isAnswered(clockBefore) ? null : causeOfPromise(event, before, after);
  }
}

function causeOfPromise(event: TicketEvent, before: Ticket, after: Ticket): MomentCause | null {
  if (event.kind === 'priorityChanged') {
    const from = before.dimensions.priority;
    return from === event.to ? null : { kind: 'priority_changed', from, to: event.to };
  }
  if (event.kind === 'agreementChanged') {
    const from = before.promise.kind === 'agreement' ? before.promise.versionId : null;
    return { kind: 'agreement_changed', from, to: event.versionId };
  }
  // Told even when it is the same calendar again: a target that is used up to the second is due at once then.
  if (event.kind === 'calendarChanged') {
    return { kind: 'calendar_changed', from: before.calendarId, to: after.calendarId };
  }
  return null;
}

function causeOfState({ before, after, clockBefore, clockAfter }: ClockChange): MomentCause | null {
  const from = before.standing;
  const state = after.standing;
  if (from === state) return null;
  if (isWithdrawnState(state)) return { kind: 'withdrawn', state };
  if (isWithdrawnState(from)) return { kind: 'taken_back', state };
  if (isAnswered(clockBefore)) return null;
  if (isDoneState(state)) return isActiveState(from) ? { kind: 'resolved', state } : null;
  if (isDoneState(from)) return { kind: 'reopened', state };
  if (clockBefore.runningSince !== null && clockAfter.runningSince === null) return { kind: 'paused', state };
  if (clockBefore.runningSince === null && clockAfter.runningSince !== null) return { kind: 'resumed', state };
  return null;
}

/** A first response that was given stays given: nothing but withdrawal and waiver touches its clock any more. */
function isAnswered({ kind, satisfiedAt }: SlaClock): boolean {
  return kind === 'first_response' && satisfiedAt !== null;
}
