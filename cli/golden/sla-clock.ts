import * as z from 'zod';
import { type ClockReading, readClock } from '#core/clock/reading.ts';
import type { SlaClock } from '#core/clock/sla-clock.ts';
import { applyEvent } from '#core/ticket/apply-event.ts';
import type { ClockKind } from '#core/ticket/event.ts';
import type { Ticket } from '#core/ticket/ticket.ts';
import { formatInstant, type Instant, parseInstant } from '#core/time/instant.ts';
import { eventOf, eventShape, policyShape, versionsOf } from './ticket-log.ts';
import type { VectorKind } from './vector-kind.ts';

const caseShape = z.object({
  policy: policyShape,
  events: z.array(eventShape),
  checks: z.array(z.object({ at: z.string() })),
});

const NOT_STARTED = {
  phase: 'not_started',
  outcome: 'pending',
  elapsed_s: 0,
  remaining_s: null,
  target_s: null,
  due_at: null,
  breached_at: null,
  breach_cause: null,
  cycle: 0,
  earlier_cycle_breached: false,
};

/** Histories of one ticket and what both clocks show at given instants. */
export const slaClockKind: VectorKind = {
  name: 'sla_clock',
  isCase: (vector) => 'checks' in vector,
  expected: ({ checks }) => checks,
  got: (vector, { calendars }) => clocksAtChecks(vector, calendars),
};

/** Folds the history up to each check, its own instant included, and reads both clocks there. */
function clocksAtChecks(vector: unknown, calendars: unknown): unknown {
  const { policy, events, checks } = caseShape.parse(vector);
  const versions = versionsOf(calendars, policy, policy.calendar);
  return checks.map(({ at: text }) => {
    const at = parseInstant(text);
    let ticket: Ticket | null = null;
    for (const event of events) {
      const known = eventOf(event, { channel: 'email', initial_level: 1 }, policy.calendar);
      if (known && known.at <= at) ticket = applyEvent(ticket, known, versions);
    }
    const [response, resolution] = (['first_response', 'resolution'] as const).map((kind) => clockAt(ticket, kind, at));
    return { at: text, first_response: response, resolution };
  });
}

function clockAt(ticket: Ticket | null, kind: ClockKind, at: Instant): unknown {
  const clock: SlaClock | null | undefined =
    kind === 'first_response' ? ticket?.firstResponseClock : ticket?.resolutionClock;
  if (!ticket || !clock) return NOT_STARTED;
  const earlier = ticket.earlierCycles.filter((cycle) => cycle.kind === kind && cycle.waivedAt === null);
  return reading(
    readClock(clock, ticket.standing, at),
    earlier.some((cycle) => cycle.breachedAt !== null),
  );
}

function reading(clock: ClockReading, isEarlierCycleBreached: boolean): unknown {
  return {
    phase: clock.phase,
    outcome: clock.outcome,
    elapsed_s: clock.elapsedSeconds,
    remaining_s: clock.remainingSeconds,
    target_s: clock.targetSeconds,
    due_at: clock.dueAt === null ? null : formatInstant(clock.dueAt),
    breached_at: clock.breachedAt === null ? null : formatInstant(clock.breachedAt),
    breach_cause: clock.breachCause,
    cycle: clock.cycle,
    earlier_cycle_breached: isEarlierCycleBreached,
  };
}
