import type { PinnedVersions } from '../agreement/terms.ts';
import { applyEvent } from '../ticket/apply-event.ts';
import type { ClockKind, TicketEvent } from '../ticket/event.ts';
import { isExcludedState, type TicketState } from '../ticket/state.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { noteBreaches } from '../ticket/ticket-clocks.ts';
import type { Instant } from '../time/instant.ts';
import type { DeadlineAccount, DeadlineStart, MomentCause, RunningStretch } from './deadline.ts';
import { begun, carryOn, clockOf, type Draft, rest, stretchOf, tell, tellBreach } from './deadline-draft.ts';
import { causeOf } from './moment-cause.ts';
import { readClock } from './reading.ts';
import type { SlaClock } from './sla-clock.ts';

/**
 * Accounts of all clocks of a ticket: why each deadline is what it is. Written by watching the fold of the events, not
 * by counting again beside it.
 *
 * 1. The story has no gap: stretches and moments follow one another from the start to `at`, or to the end of the cycle.
 * 2. Used seconds of the running stretches together are the elapsed seconds of the reading; those of the parts of a
 *    stretch together are its own.
 * 3. The last projection is the clock's: its due instant, its warning. With the way ahead, elapsed and open seconds make
 *    the target.
 * 4. A breach is told at the instant it is dated, whenever it was noticed, and whether or not anybody recorded it.
 */
export function deadlineAccounts(
  events: readonly TicketEvent[],
  versions: PinnedVersions,
  at: Instant,
): DeadlineAccount[] {
  const drafts: Draft[] = [];
  let ticket: Ticket | null = null;
  for (const event of events) {
    if (event.at > at) break;
    const before: Ticket | null = ticket && noteBreaches(ticket, event.at);
    if (before) for (const draft of drafts) tellBreach(draft, before);
    const after = applyEvent(before, event, versions);
    tellEvent(drafts, event, { before, after });
    ticket = after;
  }
  if (ticket === null) return [];
  const final = noteBreaches(ticket, at);
  for (const draft of drafts) tellBreach(draft, final);
  return drafts.filter(({ projection }) => projection !== null).map((draft) => accountOf(draft, final, at));
}

interface Change {
  readonly before: Ticket | null;
  readonly after: Ticket;
}

const CLOCK_KINDS: readonly ClockKind[] = ['first_response', 'resolution'];

function tellEvent(drafts: Draft[], event: TicketEvent, { before, after }: Change): void {
  for (const kind of CLOCK_KINDS) {
    const draft = drafts.findLast(({ clock }) => clock === kind);
    const clockAfter = clockOf(after, kind);
    if (!before || !draft) {
      drafts.push(begun(after, { kind, cycle: 1, start: { at: event.at, why: 'opened' } }));
      continue;
    }
    const clockBefore = clockOf(before, kind);
    if (clockAfter && !clockBefore) {
      draft.start = { ...draft.start, why: 'promised_later' };
      tell(draft, event.at, { cause: promisedBy(event), ticket: after });
    } else if (clockAfter && clockBefore && clockAfter.cycle !== clockBefore.cycle) {
      rest(draft, event.at);
      draft.left = clockBefore;
      const start: DeadlineStart = { at: event.at, why: 'reopened' };
      drafts.push(begun(after, { kind, cycle: clockAfter.cycle, start }));
      continue;
    } else if (clockAfter && clockBefore) {
      const cause = causeOf({ event, before, after, clockBefore, clockAfter });
      if (cause) tell(draft, event.at, { cause, ticket: after });
    }
    if (clockAfter?.breachedAt === event.at && clockAfter.breachCause === 'target_change' && !clockBefore?.breachedAt) {
      tell(draft, event.at, { cause: { kind: 'breached', why: 'target_change' }, ticket: after });
    }
    carryOn(draft, after, event.at);
  }
}

function promisedBy(event: TicketEvent): MomentCause {
  return event.kind === 'agreementChanged'
    ? { kind: 'agreement_changed', from: null, to: event.versionId }
    : { kind: 'started' };
}

function accountOf(draft: Draft, ticket: Ticket, at: Instant): DeadlineAccount {
  const { clock: kind, cycle, start, left, open } = draft;
  const clock = left ?? clockOf(ticket, kind)!;
  const now = open && stretchOf(open, at, { isOngoing: true });
  const { breachedAt, breachCause } = clock;
  return {
    clock: kind,
    cycle,
    at,
    calendarId: ticket.calendarId,
    start,
    story: now ? [...draft.story, now] : draft.story,
    projection: draft.projection!,
    ahead: left ? null : wayAhead(clock, ticket, at),
    stoppedAt: clock.satisfiedAt,
    breach: breachedAt === null || breachCause === null ? null : { at: breachedAt, cause: breachCause },
    waivedAt: clock.waivedAt,
    reading: readClock(clock, left ? standingOfLeft(ticket) : ticket.standing, at),
  };
}

/** An earlier cycle keeps the verdict it had when it ended, but spam, test and merged exclude every clock (kpi-spec 1.3). */
function standingOfLeft({ standing }: Ticket): TicketState {
  return isExcludedState(standing) ? standing : 'resolved';
}

function wayAhead(clock: SlaClock, ticket: Ticket, at: Instant): RunningStretch | null {
  if (clock.dueAt === null) return null;
  const { calendar, calendarId } = ticket;
  const stretch = stretchOf({ kind: 'running', from: at, calendar, calendarId }, clock.dueAt, { isOngoing: false });
  return stretch.kind === 'running' ? stretch : null;
}
