/** Where a ticket stands. Names are those of the glossary; `pending_vendor` is any wait that is not the customer's. */
export const ACTIVE_STATES = ['new', 'in_progress', 'pending_customer', 'pending_vendor'] as const;
export const DONE_STATES = ['resolved', 'closed'] as const;
/** Withdrawn from the base set altogether (kpi-spec G5): as if it had never been a ticket of this service. */
export const EXCLUDED_STATES = ['spam', 'test', 'merged'] as const;
export const TICKET_STATES = [...ACTIVE_STATES, ...DONE_STATES, 'cancelled', ...EXCLUDED_STATES] as const;

export type ActiveState = (typeof ACTIVE_STATES)[number];
export type DoneState = (typeof DONE_STATES)[number];
export type ExcludedState = (typeof EXCLUDED_STATES)[number];
export type TicketState = (typeof TICKET_STATES)[number];

const active: ReadonlySet<string> = new Set(ACTIVE_STATES);
const done: ReadonlySet<string> = new Set(DONE_STATES);
const excluded: ReadonlySet<string> = new Set(EXCLUDED_STATES);

export function isActiveState(state: TicketState): state is ActiveState {
  return active.has(state);
}

export function isDoneState(state: TicketState): state is DoneState {
  return done.has(state);
}

export function isExcludedState(state: TicketState): state is ExcludedState {
  return excluded.has(state);
}

/** Cancelled, spam, test or merged: nothing that happens there is work. */
export function isWithdrawnState(state: TicketState): boolean {
  return state === 'cancelled' || isExcludedState(state);
}

/**
 * What a ticket counts as after a change of state. Resolving or closing a withdrawn ticket is paperwork: it still
 * counts as cancelled, merged, spam or test (kpi-spec G5).
 */
export function standingAfter(standing: TicketState, to: TicketState): TicketState {
  return isWithdrawnState(standing) && isDoneState(to) ? standing : to;
}
