import { targetsFor } from '../agreement/terms.ts';
import {
  noteBreach,
  restClock,
  resumeClock,
  retargetClock,
  type SlaClock,
  satisfyClock,
  startClock,
} from '../clock/sla-clock.ts';
import type { Instant, Seconds } from '../time/instant.ts';
import { allSeconds } from './business-time.ts';
import type { ClockKind } from './event.ts';
import { isActiveState, isDoneState, type TicketState } from './state.ts';
import type { Ticket } from './ticket.ts';

type Clocks = Pick<Ticket, 'firstResponseClock' | 'resolutionClock' | 'earlierCycles'>;

/** The clocks with every breach noted that lies strictly before `at`. */
export function noteBreaches(ticket: Ticket, at: Instant): Ticket {
  const { firstResponseClock, resolutionClock, dimensions } = ticket;
  const response = firstResponseClock && noteBreach(firstResponseClock, at, dimensions);
  const resolution = resolutionClock && noteBreach(resolutionClock, at, dimensions);
  if (response === firstResponseClock && resolution === resolutionClock) return ticket;
  return { ...ticket, firstResponseClock: response, resolutionClock: resolution };
}

/** The first-response clock once the requester has been answered. */
export function answerClock(ticket: Ticket, at: Instant): SlaClock | null {
  const clock = ticket.firstResponseClock;
  return clock && clock.satisfiedAt === null ? satisfyClock(clock, at, ticket.dimensions) : clock;
}

/** Both clocks after the ticket's standing changes to `to` at `at`. */
export function moveClocks(ticket: Ticket, to: TicketState, at: Instant): Clocks {
  if (isActiveState(ticket.standing)) {
    if (isActiveState(to)) return { ...clocksOf(ticket), resolutionClock: pauseOrGoOn(ticket, to, at) };
    return isDoneState(to) ? resolveClocks(ticket, at) : restClocks(ticket, at);
  }
  return isActiveState(to) ? reviveClocks(ticket, to, at) : clocksOf(ticket);
}

/**
 * The clocks of a ticket that is promised something from now on. The promise counts from the creation, so they have
 * measured what has passed since; a first response that was already given was promised nothing and has no clock.
 */
export function promiseClocks(ticket: Ticket): Clocks {
  const { firstResponseClock, resolutionClock, businessTime, firstResponse, createdAt: at, calendar } = ticket;
  const since = { cycle: 1, at, calendar, targetSeconds: null };
  const begin = (kind: ClockKind, measuredSeconds: Seconds): SlaClock => ({
    ...startClock(kind, since),
    measuredSeconds,
    runningSince: isActiveState(ticket.standing) ? businessTime.since : null,
  });
  return {
    ...clocksOf(ticket),
    firstResponseClock:
      firstResponseClock ?? (firstResponse === null ? begin('first_response', allSeconds(businessTime)) : null),
    // Of a resolved ticket it has no target, and so counts nowhere, until a reopening gives it one.
    resolutionClock: resolutionClock ?? {
      ...begin('resolution', businessTime.workingSeconds),
      satisfiedAt: ticket.lastResolution?.at ?? null,
    },
  };
}

/** Both clocks under the pauses and targets of an agreement that has just come into force. */
export function renewClocks(ticket: Ticket, at: Instant): Clocks {
  if (!isActiveState(ticket.standing)) return clocksOf(ticket);
  return retargetClocks({ ...ticket, resolutionClock: pauseOrGoOn(ticket, ticket.standing, at) }, at);
}

/** Both clocks under the targets now in force; stopped clocks keep theirs until they run again. */
export function retargetClocks(ticket: Ticket, at: Instant): Clocks {
  if (!isActiveState(ticket.standing)) return clocksOf(ticket);
  const retarget = (clock: SlaClock | null): SlaClock | null => {
    if (!clock || clock.satisfiedAt !== null) return clock;
    const targetSeconds = targetOf(ticket, clock.kind);
    return targetSeconds === clock.targetSeconds
      ? clock
      : retargetClock(clock, { at, targetSeconds }, ticket.dimensions);
  };
  return {
    ...clocksOf(ticket),
    firstResponseClock: retarget(ticket.firstResponseClock),
    resolutionClock: retarget(ticket.resolutionClock),
  };
}

function clocksOf({ firstResponseClock, resolutionClock, earlierCycles }: Ticket): Clocks {
  return { firstResponseClock, resolutionClock, earlierCycles };
}

function pauseOrGoOn(ticket: Ticket, to: TicketState, at: Instant): SlaClock | null {
  const clock = ticket.resolutionClock;
  if (!clock) return null;
  if (ticket.pauseStates.has(to)) return restClock(clock, at);
  return clock.runningSince === null ? resume(ticket, clock, at) : clock;
}

function resolveClocks(ticket: Ticket, at: Instant): Clocks {
  return {
    ...clocksOf(ticket),
    firstResponseClock: answerClock(ticket, at),
    resolutionClock: ticket.resolutionClock && satisfyClock(ticket.resolutionClock, at, ticket.dimensions),
  };
}

function restClocks(ticket: Ticket, at: Instant): Clocks {
  return {
    ...clocksOf(ticket),
    firstResponseClock: ticket.firstResponseClock && restClock(ticket.firstResponseClock, at),
    resolutionClock: ticket.resolutionClock && restClock(ticket.resolutionClock, at),
  };
}

function reviveClocks(ticket: Ticket, to: TicketState, at: Instant): Clocks {
  const { firstResponseClock, resolutionClock, earlierCycles } = ticket;
  const response =
    firstResponseClock && firstResponseClock.satisfiedAt === null
      ? resume(ticket, firstResponseClock, at)
      : firstResponseClock;
  if (!resolutionClock) return clocksOf(ticket);
  if (isDoneState(ticket.standing) && ticket.terms?.reopen === 'restart') {
    const fresh = startClock('resolution', {
      cycle: resolutionClock.cycle + 1,
      at,
      calendar: ticket.calendar,
      targetSeconds: targetOf(ticket, 'resolution'),
    });
    return {
      firstResponseClock: response,
      resolutionClock: restIfPausing(ticket, fresh, to, at),
      earlierCycles: [...earlierCycles, resolutionClock],
    };
  }
  const resumed = resume(ticket, resolutionClock, at);
  return { ...clocksOf(ticket), firstResponseClock: response, resolutionClock: restIfPausing(ticket, resumed, to, at) };
}

function restIfPausing(ticket: Ticket, clock: SlaClock, to: TicketState, at: Instant): SlaClock {
  return ticket.pauseStates.has(to) ? restClock(clock, at) : clock;
}

function resume(ticket: Ticket, clock: SlaClock, at: Instant): SlaClock {
  const targetSeconds = targetOf(ticket, clock.kind);
  return resumeClock(clock, { at, calendar: ticket.calendar, targetSeconds }, ticket.dimensions);
}

function targetOf(ticket: Ticket, kind: ClockKind): Seconds | null {
  return ticket.terms && targetsFor(ticket.terms, ticket.dimensions.priority)[kind];
}
