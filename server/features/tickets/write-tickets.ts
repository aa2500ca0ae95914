import type pg from 'pg';
import type { FactVersion, FoldedTicket } from '#core/facts/fold-facts.ts';
import type { ClockStep } from '#core/ticket/clock-steps.ts';
import { changeFacts, insertFacts } from '#server/features/figures/index.ts';
import { appendEvents, insertTickets, type NewEvents, type TicketOrigin } from './ticket-store.ts';
import { saveTimers } from './timer-store.ts';

/** A ticket with events that are not stored yet, and all that follows from them. */
export interface TicketChange extends NewEvents {
  readonly number: number;
  readonly origin: TicketOrigin | null;
  /** Its facts after the new events, and as they are stored; of a new ticket none are. */
  readonly versions: FoldedTicket['versions'];
  readonly factsBefore: readonly FactVersion[];
  /** The steps of its clocks as they are stored. */
  readonly stepsBefore: readonly ClockStep[];
}

/**
 * The statements that write tickets, new and known ones: state, events, texts, facts and timers. Whoever writes a
 * ticket does it by these.
 */
export function writeTickets(tenantId: string, changes: readonly TicketChange[]): pg.QueryConfig[] {
  const added = changes.filter(({ eventsBefore }) => eventsBefore === 0);
  const extended = changes.filter(({ eventsBefore }) => eventsBefore > 0);
  return [
    ...insertTickets(tenantId, added),
    ...insertFacts(tenantId, added),
    ...(extended.length === 0 ? [] : appendEvents(tenantId, extended)),
    ...changeFacts(tenantId, extended),
    ...saveTimers(tenantId, changes),
  ];
}
