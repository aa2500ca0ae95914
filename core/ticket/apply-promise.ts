import type { PinnedVersions } from '../agreement/terms.ts';
import { moveClockToCalendar, type SlaClock, waiveClock } from '../clock/sla-clock.ts';
import type { Instant } from '../time/instant.ts';
import { measureBusinessTime } from './business-time.ts';
import type { EventOf } from './event.ts';
import { pinned } from './open-ticket.ts';
import type { Ticket } from './ticket.ts';
import { promiseClocks, renewClocks, retargetClocks } from './ticket-clocks.ts';
import { withDimension } from './with-dimension.ts';

/** The ticket under another priority, its clocks under the targets of that. */
export function reprioritise(ticket: Ticket, { at, to }: EventOf<'priorityChanged'>): Ticket {
  const changed = withDimension(ticket, 'priority', to);
  return changed === ticket ? ticket : { ...changed, ...retargetClocks(changed, at) };
}

/** The ticket with the rest of its time counted in another calendar. */
export function moveToCalendar(ticket: Ticket, at: Instant, calendarId: string, versions: PinnedVersions): Ticket {
  const calendar = pinned(versions.calendars, calendarId);
  const move = (clock: SlaClock | null): SlaClock | null => clock && moveClockToCalendar(clock, at, calendar);
  return {
    ...ticket,
    businessTime: measureBusinessTime(ticket, at),
    calendar,
    calendarId,
    firstResponseClock: move(ticket.firstResponseClock),
    resolutionClock: move(ticket.resolutionClock),
  };
}

/** The ticket under another version of an agreement. */
export function changeAgreement(
  ticket: Ticket,
  { at, versionId }: EventOf<'agreementChanged'>,
  versions: PinnedVersions,
): Ticket {
  const terms = pinned(versions.agreements, versionId);
  const changed: Ticket = {
    ...withDimension(moveToCalendar(ticket, at, terms.calendarId, versions), 'agreement', terms.agreement),
    promise: { kind: 'agreement', versionId },
    terms,
    pauseStates: new Set(terms.pauseStates),
  };
  return { ...changed, ...renewClocks({ ...changed, ...promiseClocks(changed) }, at) };
}

/** The ticket with the verdict of one clock waived. */
export function waiveVerdict(ticket: Ticket, { at, clock }: EventOf<'verdictWaived'>): Ticket {
  const waive = (waived: SlaClock | null): SlaClock | null => waived && waiveClock(waived, at, ticket.dimensions);
  return clock === 'first_response'
    ? { ...ticket, firstResponseClock: waive(ticket.firstResponseClock) }
    : { ...ticket, resolutionClock: waive(ticket.resolutionClock) };
}
