import { openSeconds } from '../calendar/open-time.ts';
import type { Instant, Seconds } from '../time/instant.ts';
import { isDoneState, isWithdrawnState } from './state.ts';
import type { BusinessTime, Ticket } from './ticket.ts';

/** The business time of the ticket measured up to `at`, the stretch since the last measurement by its standing. */
export function measureBusinessTime(ticket: Ticket, at: Instant): BusinessTime {
  const time = ticket.businessTime;
  const open = openSeconds(ticket.calendar, time.since, at);
  if (isDoneState(ticket.standing)) return { ...time, since: at, doneSeconds: time.doneSeconds + open };
  if (isWithdrawnState(ticket.standing)) return { ...time, since: at, withdrawnSeconds: time.withdrawnSeconds + open };
  if (ticket.pauseStates.has(ticket.standing)) return { ...time, since: at, pausedSeconds: time.pausedSeconds + open };
  return { ...time, since: at, workingSeconds: time.workingSeconds + open };
}

/** Business seconds since creation, whatever the ticket counted as. */
export function allSeconds(time: BusinessTime): Seconds {
  return time.workingSeconds + time.pausedSeconds + time.doneSeconds + time.withdrawnSeconds;
}
