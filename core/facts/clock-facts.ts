import { outcomeOf } from '../clock/reading.ts';
import type { SlaClock } from '../clock/sla-clock.ts';
import { isDoneState, type TicketState } from '../ticket/state.ts';
import type { Ticket } from '../ticket/ticket.ts';
import type { Dated } from './facts-of-ticket.ts';
import type { OwnRow } from './kinds.ts';

export interface ClockFact {
  readonly dated: Dated;
  readonly own: OwnRow<'clock'>;
}

/** The clocks of a ticket as facts: one row per clock and cycle. */
export function clockFacts(ticket: Ticket): ClockFact[] {
  const { firstResponseClock, resolutionClock, earlierCycles, witnesses } = ticket;
  const facts: ClockFact[] = [];
  if (!witnesses.has('replies')) facts.push(unrecordedResponse(ticket));
  else if (firstResponseClock) facts.push(factOf(firstResponseClock, ticket, ticket.standing));
  // A cycle that was left by a reopening keeps the verdict it had when it ended.
  for (const cycle of earlierCycles) facts.push(factOf(cycle, ticket, 'resolved'));
  if (resolutionClock) facts.push(factOf(resolutionClock, ticket, ticket.standing));
  if (ticket.promise.kind === 'imported') facts.push(importedVerdict(ticket));
  return facts.filter((fact) => fact.own.targetSeconds !== null || fact.own.isImported || fact.own.leftOutAs !== null);
}

function factOf(clock: SlaClock, ticket: Ticket, standing: TicketState): ClockFact {
  const outcome = outcomeOf(clock, standing, clock.breachedAt !== null);
  const isBreached = clock.breachedAt !== null;
  const decidedAt = clock.breachedAt ?? clock.satisfiedAt ?? clock.dueAt;
  return {
    dated: {
      key: `${clock.kind}:${clock.cycle}`,
      at: decidedAt ?? (outcome === 'excluded' ? ticket.standingSince : null),
      under: clock.decidedUnder ?? ticket.dimensions,
    },
    own: {
      clock: clock.kind,
      cycle: clock.cycle,
      verdict: verdictOf(clock, decidedAt !== null),
      cause: isBreached ? clock.breachCause : clock.dueAt === null ? null : 'elapsed',
      leftOutAs:
        outcome === 'waived' ? 'waived' : outcome === 'excluded' && standing === 'cancelled' ? 'cancelled' : null,
      waivedAt: clock.waivedAt,
      dueAt: clock.dueAt ?? (clock.breachCause === 'elapsed' ? clock.breachedAt : null),
      stoppedAt: clock.satisfiedAt,
      targetSeconds: clock.targetSeconds,
      isImported: false,
    },
  };
}

function verdictOf(clock: SlaClock, isDated: boolean): 'met' | 'breached' | null {
  if (clock.breachedAt !== null) return 'breached';
  if (clock.satisfiedAt !== null) return 'met';
  return isDated ? 'breached' : null;
}

function unrecordedResponse(ticket: Ticket): ClockFact {
  return {
    dated: { key: 'first_response:1', at: ticket.createdAt, under: ticket.openedUnder },
    own: { ...EMPTY, clock: 'first_response', leftOutAs: 'not_recorded' },
  };
}

/** The source's own verdict (kpi-spec 1.5): decided at the last resolution, never recomputed. */
function importedVerdict(ticket: Ticket): ClockFact {
  const resolvedAt = ticket.lastResolution?.at ?? null;
  const verdict = isDoneState(ticket.standing) ? ticket.importedVerdict : null;
  const isCancelled = ticket.standing === 'cancelled';
  return {
    dated: {
      key: 'resolution:1',
      at: verdict ? resolvedAt : isCancelled ? ticket.standingSince : null,
      under: verdict?.under ?? ticket.dimensions,
    },
    own: {
      ...EMPTY,
      clock: 'resolution',
      verdict: verdict && (verdict.isMet ? 'met' : 'breached'),
      cause: verdict && !verdict.isMet ? 'imported' : null,
      leftOutAs: isCancelled ? 'cancelled' : null,
      stoppedAt: resolvedAt,
      isImported: true,
    },
  };
}

const EMPTY: OwnRow<'clock'> = {
  clock: 'resolution',
  cycle: 1,
  verdict: null,
  cause: null,
  leftOutAs: null,
  waivedAt: null,
  dueAt: null,
  stoppedAt: null,
  targetSeconds: null,
  isImported: false,
};
