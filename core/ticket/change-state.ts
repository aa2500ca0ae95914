import type { Instant } from '../time/instant.ts';
import { allSeconds, measureBusinessTime } from './business-time.ts';
import { LIVE_CHANNELS } from './command.ts';
import type { TicketEvent } from './event.ts';
import { isActiveState, isDoneState, standingAfter, type TicketState } from './state.ts';
import type { FirstResolution, LastResolution, Milestone, Movement, Reopening, Ticket } from './ticket.ts';
import { moveClocks } from './ticket-clocks.ts';

type StateChanged = Extract<TicketEvent, { kind: 'stateChanged' }>;

const liveChannels: ReadonlySet<string> = new Set(LIVE_CHANNELS);

/** The ticket after a change of state: clocks, milestones and the flow into and out of the active tickets. */
export function changeState(ticket: Ticket, event: StateChanged): Ticket {
  const { at, to } = event;
  if (to === ticket.state) return ticket;
  const standing = standingAfter(ticket.standing, to);
  const moved: Ticket = {
    ...ticket,
    ...moveClocks(ticket, standing, at),
    state: to,
    standing,
    standingSince: standing === ticket.standing ? ticket.standingSince : at,
    businessTime: measureBusinessTime(ticket, at),
    movements: [...ticket.movements, ...movementsOf(ticket, standing, at)],
    closing: to === 'closed' ? { at, under: ticket.dimensions } : null,
    lastActiveState: isActiveState(standing) ? standing : ticket.lastActiveState,
    survivorId: standing === 'merged' ? ticket.survivorId : null,
    openHandover: isActiveState(standing) ? ticket.openHandover : null,
  };
  if (isActiveState(ticket.standing) && isDoneState(standing)) return resolve(moved, event);
  if (isDoneState(ticket.standing) && isActiveState(standing)) return reopen(moved, event);
  if (!isDoneState(standing)) return { ...moved, lastResolution: null };
  return moved;
}

/** First response by `at`: the first public, human answer while active, or the resolution (kpi-spec 1.3). */
export function respond(ticket: Ticket, at: Instant): Ticket {
  if (ticket.firstResponse !== null) return ticket;
  const businessSeconds = allSeconds(measureBusinessTime(ticket, at));
  return { ...ticket, firstResponse: { at, under: ticket.dimensions, businessSeconds } };
}

function resolve(ticket: Ticket, { at, isAutomatic }: StateChanged): Ticket {
  const answered = respond(ticket, at);
  const under = ticket.dimensions;
  const time = ticket.businessTime;
  const lastResolution: Milestone<LastResolution> = {
    at,
    under,
    isAutomatic,
    isEscalated: ticket.functionallyEscalatedAt !== null,
    isManagementEscalated: ticket.managementEscalatedAt !== null,
    workingSeconds: time.workingSeconds,
    pausedSeconds: time.pausedSeconds,
    unresolvedSeconds: time.workingSeconds + time.pausedSeconds + time.withdrawnSeconds,
  };
  const firstResolution: Milestone<FirstResolution> = ticket.firstResolution ?? {
    at,
    under,
    isAutomatic,
    isEscalated: ticket.functionallyEscalatedAt !== null,
    humanReplyCount: ticket.humanReplyCount,
    secondsAfterContact: liveChannels.has(ticket.openedUnder.channel ?? '')
      ? at - (ticket.contactEndedAt ?? ticket.createdAt)
      : null,
    reopenedAt: null,
    isNonIssueReopened: false,
  };
  return { ...answered, firstResolution, lastResolution };
}

function reopen(ticket: Ticket, { at, isNonIssue }: StateChanged): Ticket {
  const reopened = { ...ticket, lastResolution: null, importedVerdict: null };
  return withReopenings(reopened, [...ticket.reopenings, { at, isNonIssue }]);
}

/** The ticket after its last reopening was judged; unchanged when it was never reopened. */
export function judgeReopening(ticket: Ticket, isNonIssue: boolean): Ticket {
  const last = ticket.reopenings.at(-1);
  return last ? withReopenings(ticket, [...ticket.reopenings.slice(0, -1), { ...last, isNonIssue }]) : ticket;
}

function withReopenings(ticket: Ticket, reopenings: readonly Reopening[]): Ticket {
  const first = ticket.firstResolution;
  const valid = reopenings.findIndex((reopening) => !reopening.isNonIssue);
  const before = valid < 0 ? reopenings : reopenings.slice(0, valid);
  return {
    ...ticket,
    reopenings,
    firstResolution: first && {
      ...first,
      reopenedAt: reopenings[valid]?.at ?? null,
      isNonIssueReopened: before.length > 0,
    },
  };
}

function movementsOf(ticket: Ticket, standing: TicketState, at: Instant): Movement[] {
  const under = ticket.dimensions;
  if (isActiveState(ticket.standing) === isActiveState(standing)) return [];
  if (isActiveState(standing)) return [{ at, under, movement: 'reopening' }];
  return [{ at, under, movement: isDoneState(standing) ? 'resolution' : 'exclusion' }];
}
