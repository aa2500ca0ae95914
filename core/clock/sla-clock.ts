import type { Calendar } from '../calendar/calendar.ts';
import { addOpenSeconds, openSeconds } from '../calendar/open-time.ts';
import type { Dimensions } from '../ticket/dimensions.ts';
import type { ClockKind } from '../ticket/event.ts';
import type { Instant, Seconds } from '../time/instant.ts';

/**
 * One cycle of one SLA clock (kpi-spec 1.3 and 1.4).
 *
 * Words: it *runs* while business time counts against the target, *rests* otherwise; it is *satisfied* by the answer or
 * the resolution; it is *breached* from the first instant strictly after its due instant.
 *
 * 1. Measured time never shrinks and never changes: a new calendar or target touches only what is still to come.
 * 2. The verdict depends on instants, never on when anybody looked: the breach is dated at the due instant.
 * 3. A breach is sticky. Resting, a softer target, another calendar, cancelling: none removes it.
 * 4. Satisfied exactly at the due instant is met.
 * 5. A target that is already used up when it comes into force breaches then, with cause `target_change`, not earlier.
 * 6. A waived clock goes on measuring and dating its breach; only the outcome is `waived`.
 *
 *     startClock ──> running ──── satisfyClock ───> satisfied
 *                     │    ^                         ^   │
 *            restClock│    │resumeClock   satisfyClock   │resumeClock
 *                     v    │                         │   v
 *                     resting ───────────────────────┘  running
 *
 * `noteBreach`, `retargetClock`, `moveClockToCalendar` and `waiveClock` move along no edge: they may come in any state,
 * but a satisfied clock keeps its target.
 */
export interface SlaClock {
  readonly kind: ClockKind;
  readonly cycle: number;
  readonly startedAt: Instant;
  readonly calendar: Calendar;
  /** Null: this priority is promised nothing; the clock measures and never comes due. */
  readonly targetSeconds: Seconds | null;
  /** Business seconds measured up to `runningSince`, or in all while resting. */
  readonly measuredSeconds: Seconds;
  readonly runningSince: Instant | null;
  /** When the target runs out if nothing changes; only while running and not breached. */
  readonly dueAt: Instant | null;
  readonly satisfiedAt: Instant | null;
  readonly breachedAt: Instant | null;
  readonly breachCause: 'elapsed' | 'target_change' | null;
  readonly waivedAt: Instant | null;
  /** The dimensions at the instant that fixed the verdict (kpi-spec G13); null while it is open. */
  readonly decidedUnder: Dimensions | null;
  /** The dimensions at the instant of the waiver, which counts it (kpi-spec 3.6); null without one. */
  readonly waivedUnder: Dimensions | null;
}

export interface ClockStart {
  readonly cycle: number;
  readonly at: Instant;
  readonly calendar: Calendar;
  readonly targetSeconds: Seconds | null;
}

export function startClock(kind: ClockKind, { cycle, at, calendar, targetSeconds }: ClockStart): SlaClock {
  return withDue({
    kind,
    cycle,
    startedAt: at,
    calendar,
    targetSeconds,
    measuredSeconds: 0,
    runningSince: at,
    dueAt: null,
    satisfiedAt: null,
    breachedAt: null,
    breachCause: null,
    waivedAt: null,
    decidedUnder: null,
    waivedUnder: null,
  });
}

/** Notes the breach if the due instant has passed strictly before `at`. `dimensions`: those in force until `at`. */
export function noteBreach(clock: SlaClock, at: Instant, dimensions: Dimensions): SlaClock {
  if (clock.dueAt === null || clock.dueAt >= at) return clock;
  return { ...clock, dueAt: null, breachedAt: clock.dueAt, breachCause: 'elapsed', decidedUnder: dimensions };
}

/** Stops measuring at `at`, without a verdict. */
export function restClock(clock: SlaClock, at: Instant): SlaClock {
  if (clock.runningSince === null) return clock;
  return { ...clock, measuredSeconds: measuredUntil(clock, at), runningSince: null, dueAt: null };
}

/** The answer or the resolution came at `at`. */
export function satisfyClock(clock: SlaClock, at: Instant, dimensions: Dimensions): SlaClock {
  return { ...restClock(clock, at), satisfiedAt: at, decidedUnder: clock.decidedUnder ?? dimensions };
}

/** Measures on from `at`, under the target that is in force by now. A verdict "met" is withdrawn. */
export function resumeClock(
  clock: SlaClock,
  { at, calendar, targetSeconds }: Omit<ClockStart, 'cycle'>,
  dimensions: Dimensions,
): SlaClock {
  const decidedUnder = clock.breachedAt === null ? null : clock.decidedUnder;
  const running: SlaClock = { ...clock, calendar, runningSince: at, satisfiedAt: null, decidedUnder };
  return retargetClock(running, { at, targetSeconds }, dimensions);
}

/** Replaces the target of a clock that runs or rests; what is measured stays. */
export function retargetClock(
  clock: SlaClock,
  { at, targetSeconds }: { readonly at: Instant; readonly targetSeconds: Seconds | null },
  dimensions: Dimensions,
): SlaClock {
  // Measuring anew from `at` makes a target that is used up to the second due now, not at yesterday's closing time.
  const retargeted = { ...measureAnew(clock, at), targetSeconds };
  const isUsedUp = targetSeconds !== null && retargeted.measuredSeconds > targetSeconds;
  if (isUsedUp && clock.breachedAt === null) {
    return { ...retargeted, dueAt: null, breachedAt: at, breachCause: 'target_change', decidedUnder: dimensions };
  }
  return withDue(retargeted);
}

/** The rest runs on another calendar from `at` on. */
export function moveClockToCalendar(clock: SlaClock, at: Instant, calendar: Calendar): SlaClock {
  return withDue({ ...measureAnew(clock, at), calendar });
}

export function waiveClock(clock: SlaClock, at: Instant, dimensions: Dimensions): SlaClock {
  return clock.waivedAt === null ? { ...clock, waivedAt: at, waivedUnder: dimensions } : clock;
}

/** Business seconds used by `at`. */
export function measuredUntil(clock: SlaClock, at: Instant): Seconds {
  if (clock.runningSince === null) return clock.measuredSeconds;
  return clock.measuredSeconds + openSeconds(clock.calendar, clock.runningSince, at);
}

function measureAnew(clock: SlaClock, at: Instant): SlaClock {
  if (clock.runningSince === null) return clock;
  return { ...clock, measuredSeconds: measuredUntil(clock, at), runningSince: at };
}

function withDue(clock: SlaClock): SlaClock {
  const { runningSince, targetSeconds, breachedAt } = clock;
  if (runningSince === null || targetSeconds === null || breachedAt !== null) return { ...clock, dueAt: null };
  const dueAt = addOpenSeconds(clock.calendar, runningSince, Math.max(0, targetSeconds - clock.measuredSeconds));
  return { ...clock, dueAt };
}
