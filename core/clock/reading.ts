import { isExcludedState, isWithdrawnState, type TicketState } from '../ticket/state.ts';
import type { Instant, Seconds } from '../time/instant.ts';
import { measuredUntil, type SlaClock } from './sla-clock.ts';

export type ClockPhase = 'not_started' | 'running' | 'paused' | 'stopped';
export type ClockOutcome = 'pending' | 'met' | 'breached' | 'excluded' | 'waived';

/** What one clock shows at one instant (kpi-spec 1.3). Business seconds throughout. */
export interface ClockReading {
  readonly phase: ClockPhase;
  readonly outcome: ClockOutcome;
  readonly elapsedSeconds: Seconds;
  /** Target less elapsed, negative when over; null without a target. */
  readonly remainingSeconds: Seconds | null;
  readonly targetSeconds: Seconds | null;
  /** Projected, only while running and pending. */
  readonly dueAt: Instant | null;
  readonly breachedAt: Instant | null;
  readonly breachCause: 'elapsed' | 'target_change' | null;
  readonly cycle: number;
}

/** Reads a clock at `at`, which must not lie before the last event folded into it. */
export function readClock(clock: SlaClock, standing: TicketState, at: Instant): ClockReading {
  const isOverdue = clock.dueAt !== null && clock.dueAt < at;
  const breachedAt = isOverdue ? clock.dueAt : clock.breachedAt;
  const elapsedSeconds = measuredUntil(clock, at);
  const phase = phaseOf(clock, standing);
  const outcome = outcomeOf(clock, standing, breachedAt !== null);
  return {
    phase,
    outcome,
    elapsedSeconds,
    remainingSeconds: clock.targetSeconds === null ? null : clock.targetSeconds - elapsedSeconds,
    targetSeconds: clock.targetSeconds,
    dueAt: outcome === 'pending' && phase === 'running' ? clock.dueAt : null,
    breachedAt,
    breachCause: isOverdue ? 'elapsed' : clock.breachCause,
    cycle: clock.cycle,
  };
}

function phaseOf(clock: SlaClock, standing: TicketState): ClockPhase {
  if (clock.satisfiedAt !== null || isWithdrawnState(standing)) return 'stopped';
  return clock.runningSince === null ? 'paused' : 'running';
}

/** The outcome of a clock on a ticket that stands so; exclusion and waiver change only this, never the measurement. */
export function outcomeOf(clock: SlaClock, standing: TicketState, isBreached: boolean): ClockOutcome {
  if (isExcludedState(standing)) return 'excluded';
  if (clock.waivedAt !== null) return 'waived';
  if (isBreached) return 'breached';
  const isAnswered = clock.satisfiedAt !== null;
  if (standing === 'cancelled') return clock.kind === 'first_response' && isAnswered ? 'met' : 'excluded';
  return isAnswered ? 'met' : 'pending';
}
