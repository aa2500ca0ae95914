import type { Calendar } from '../calendar/calendar.ts';
import { openSeconds } from '../calendar/open-time.ts';
import { WARNING } from '../ticket/clock-steps.ts';
import type { ClockKind } from '../ticket/event.ts';
import { isActiveState, isDoneState, isWithdrawnState, type TicketState } from '../ticket/state.ts';
import type { Ticket } from '../ticket/ticket.ts';
import type { Instant } from '../time/instant.ts';
import { atRiskFrom } from './at-risk.ts';
import type {
  DeadlineAccount,
  DeadlineStart,
  DeadlineStretch,
  MomentCause,
  Projection,
  PromisedTarget,
} from './deadline.ts';
import { layOutTime } from './open-days.ts';
import { measuredUntil, type SlaClock } from './sla-clock.ts';

/** An account that is being written. */
export interface Draft {
  readonly clock: ClockKind;
  readonly cycle: number;
  start: DeadlineStart;
  readonly story: DeadlineAccount['story'][number][];
  /** Null as long as nothing is promised: time is counted all the same, for a promise counts from the creation. */
  projection: Projection | null;
  open: OpenStretch | null;
  /** The cycle as it was left by a reopening that began the next. */
  left: SlaClock | null;
}

type OpenStretch =
  | { readonly kind: 'running'; readonly from: Instant; readonly calendar: Calendar; readonly calendarId: string }
  | { readonly kind: 'paused' | 'resolved' | 'withdrawn'; readonly from: Instant; readonly state: TicketState };

/** The account of a cycle that begins; the time counts from `start` on, whether or not anything is promised. */
export function begun(
  ticket: Ticket,
  { kind, cycle, start }: { readonly kind: ClockKind; readonly cycle: number; readonly start: DeadlineStart },
): Draft {
  const draft: Draft = { clock: kind, cycle, start, story: [], projection: null, open: null, left: null };
  if (clockOf(ticket, kind)) tell(draft, start.at, { cause: { kind: 'started' }, ticket });
  carryOn(draft, ticket, start.at);
  return draft;
}

/** Notes the moment in the story, and what is projected from it on. */
export function tell(
  draft: Draft,
  at: Instant,
  { cause, ticket }: { readonly cause: MomentCause; readonly ticket: Ticket },
): void {
  const clock = clockOf(ticket, draft.clock)!;
  const before = draft.projection;
  const after = projectionOf(clock, ticket, before?.target ?? null);
  rest(draft, at);
  draft.story.push({ kind: 'moment', at, cause, usedSeconds: measuredUntil(clock, at), before, after });
  draft.projection = after;
}

/** Tells the breach at the due instant that has passed, if it is not told yet. */
export function tellBreach(draft: Draft, ticket: Ticket): void {
  const clock = draft.left ? null : clockOf(ticket, draft.clock);
  if (clock?.breachCause !== 'elapsed' || clock.breachedAt === null || !draft.projection?.dueAt) return;
  const { open } = draft;
  tell(draft, clock.breachedAt, { cause: { kind: 'breached', why: 'elapsed' }, ticket });
  draft.open = open && { ...open, from: clock.breachedAt };
}

/** Ends the open stretch; one without length is not told. */
export function rest(draft: Draft, until: Instant): void {
  if (draft.open && draft.open.from < until) draft.story.push(stretchOf(draft.open, until, { isOngoing: false }));
  draft.open = null;
}

/** Goes on with the stretch that the ticket is in from `at` on: the same as before, or another. */
export function carryOn(draft: Draft, ticket: Ticket, at: Instant): void {
  const next = stretchFrom(draft.clock, ticket, at);
  if (draft.open && next && isSameStretch(draft.open, next)) return;
  rest(draft, at);
  draft.open = next;
}

function stretchFrom(kind: ClockKind, ticket: Ticket, from: Instant): OpenStretch | null {
  const { standing: state, calendarId } = ticket;
  const clock = clockOf(ticket, kind);
  if (kind === 'first_response' && (clock ? clock.satisfiedAt : ticket.firstResponse) !== null) return null;
  const isRunning = clock ? clock.runningSince !== null : wouldRun(kind, ticket);
  if (isRunning) return { kind: 'running', from, calendar: ticket.calendar, calendarId };
  if (isWithdrawnState(state)) return { kind: 'withdrawn', from, state };
  return { kind: isDoneState(state) ? 'resolved' : 'paused', from, state };
}

/** What counts for a promise that comes later (`promiseClocks`). */
function wouldRun(kind: ClockKind, { standing, pauseStates }: Ticket): boolean {
  return kind === 'first_response' || (isActiveState(standing) && !pauseStates.has(standing));
}

function isSameStretch(a: OpenStretch, b: OpenStretch): boolean {
  if (a.kind === 'running') return b.kind === 'running' && a.calendarId === b.calendarId;
  return a.kind === b.kind && a.state === b.state;
}

/** The stretch as it is told once its end is known. */
export function stretchOf(
  open: OpenStretch,
  until: Instant,
  { isOngoing }: { readonly isOngoing: boolean },
): DeadlineStretch {
  if (open.kind !== 'running') return { kind: open.kind, state: open.state, from: open.from, until, isOngoing };
  const { from, calendar, calendarId } = open;
  return {
    kind: 'running',
    from,
    until,
    isOngoing,
    calendarId,
    timeZone: calendar.zone.id,
    usedSeconds: openSeconds(calendar, from, until),
    parts: layOutTime(calendar, from, until),
  };
}

/** A clock takes its target from the agreement while it is active and unanswered; otherwise it keeps the one it has. */
function projectionOf(clock: SlaClock, ticket: Ticket, held: PromisedTarget | null): Projection {
  const isRenewed = held === null || (isActiveState(ticket.standing) && clock.satisfiedAt === null);
  const versionId = ticket.promise.kind === 'agreement' ? ticket.promise.versionId : '';
  const agreement = ticket.terms?.agreement ?? '';
  const renewed = { seconds: clock.targetSeconds, agreement, versionId, priority: ticket.dimensions.priority };
  return { target: isRenewed ? renewed : held, dueAt: clock.dueAt, warningAt: atRiskFrom(clock, WARNING) };
}

/** The current cycle of one clock. */
export function clockOf(ticket: Ticket, kind: ClockKind): SlaClock | null {
  return kind === 'first_response' ? ticket.firstResponseClock : ticket.resolutionClock;
}
