import { addOpenSeconds } from '../calendar/open-time.ts';
import { atRiskFrom } from '../clock/at-risk.ts';
import { outcomeOf } from '../clock/reading.ts';
import type { SlaClock } from '../clock/sla-clock.ts';
import { isActiveState, type TicketState } from '../ticket/state.ts';
import type { Ticket } from '../ticket/ticket.ts';
import type { Instant } from '../time/instant.ts';
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
  const add = (clock: SlaClock | null, standing: TicketState): void => {
    if (clock && isPromised(clock)) facts.push(factOf(clock, ticket, standing));
  };
  if (witnesses.has('replies')) add(firstResponseClock, ticket.standing);
  else facts.push(unrecordedResponse(ticket));
  // A cycle that was left by a reopening keeps the verdict it had when it ended.
  for (const cycle of earlierCycles) add(cycle, 'resolved');
  add(resolutionClock, ticket.standing);
  if (ticket.promise.kind === 'imported') facts.push(importedVerdict(ticket));
  return facts;
}

/** A clock without a target counts nowhere, unless it was breached before its promise was taken away: that is sticky. */
function isPromised(clock: SlaClock): boolean {
  return clock.targetSeconds !== null || clock.breachedAt !== null;
}

function factOf(clock: SlaClock, ticket: Ticket, standing: TicketState): ClockFact {
  const isBreached = clock.breachedAt !== null;
  const outcome = outcomeOf(clock, standing, isBreached);
  const decidedAt = clock.breachedAt ?? clock.satisfiedAt ?? clock.dueAt;
  return {
    dated: {
      key: `${clock.kind}:${clock.cycle}`,
      at: decidedAt ?? (outcome === 'excluded' ? ticket.standingSince : null),
      // A waived clock is in no share; what counts of it is the waiver, under the dimensions of that instant (G13).
      under: clock.waivedUnder ?? clock.decidedUnder ?? ticket.dimensions,
    },
    own: {
      clock: clock.kind,
      cycle: clock.cycle,
      verdict: verdictOf(clock, decidedAt !== null),
      cause: isBreached ? clock.breachCause : clock.dueAt === null ? null : 'elapsed',
      leftOutAs:
        outcome === 'waived' ? 'waived' : outcome === 'excluded' && standing === 'cancelled' ? 'cancelled' : null,
      waivedAt: clock.waivedAt,
      dueAt: promisedFor(clock),
      stoppedAt: clock.satisfiedAt,
      targetSeconds: clock.targetSeconds,
      elapsedSeconds: clock.satisfiedAt === null ? null : clock.measuredSeconds,
      atRiskFrom: outcome === 'pending' ? atRiskFrom(clock) : null,
      isPaused: outcome === 'pending' && clock.runningSince === null,
      isImported: false,
    },
  };
}

/**
 * When the target runs out, or would have: of a clock that was stopped in time, had it gone on. Null while it rests, and
 * when it was a change of target that it did not survive.
 */
function promisedFor({ calendar, ...clock }: SlaClock): Instant | null {
  if (clock.breachedAt !== null) return clock.breachCause === 'elapsed' ? clock.breachedAt : null;
  const { satisfiedAt, targetSeconds, measuredSeconds } = clock;
  if (satisfiedAt === null || targetSeconds === null) return clock.dueAt;
  return addOpenSeconds(calendar, satisfiedAt, targetSeconds - measuredSeconds);
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
  const resolution = ticket.lastResolution;
  const verdict = resolution && ticket.importedVerdict;
  const isCancelled = ticket.standing === 'cancelled';
  return {
    dated: {
      key: 'resolution:1',
      at: verdict ? resolution.at : isCancelled ? ticket.standingSince : null,
      under: verdict ? resolution.under : ticket.dimensions,
    },
    own: {
      ...EMPTY,
      clock: 'resolution',
      verdict: verdict && (verdict.isMet ? 'met' : 'breached'),
      cause: verdict && !verdict.isMet ? 'imported' : null,
      leftOutAs: isCancelled ? 'cancelled' : null,
      stoppedAt: resolution?.at ?? null,
      // The source does not tell when it would be at risk: it may be so from the beginning.
      atRiskFrom: resolution || !isActiveState(ticket.standing) ? null : ticket.createdAt,
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
  elapsedSeconds: null,
  atRiskFrom: null,
  isPaused: false,
  isImported: false,
};
