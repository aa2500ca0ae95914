import type { ClockKind } from '../ticket/event.ts';
import type { TicketState } from '../ticket/state.ts';
import type { Instant, Seconds } from '../time/instant.ts';
import type { TimePart } from './open-days.ts';
import type { ClockReading } from './reading.ts';

/*
 * Why a deadline is what it is, as data that JSON can carry: instants are seconds of the epoch, lengths business seconds
 * unless they say otherwise. `deadline-account.ts` writes it.
 */

/** The account of one cycle of one clock, read at `at`. */
export interface DeadlineAccount {
  readonly clock: ClockKind;
  readonly cycle: number;
  readonly at: Instant;
  /** The calendar that the ticket has at `at`. */
  readonly calendarId: string;
  readonly start: DeadlineStart;
  /** What happened to the clock and the stretches between, in order. */
  readonly story: readonly (DeadlineMoment | DeadlineStretch)[];
  /** What is promised now and where it leads. */
  readonly projection: Projection;
  /** The way from `at` to the due instant, while the clock runs towards it: the rest of the target, day by day. */
  readonly ahead: RunningStretch | null;
  readonly stoppedAt: Instant | null;
  readonly breach: { readonly at: Instant; readonly cause: 'elapsed' | 'target_change' } | null;
  readonly waivedAt: Instant | null;
  readonly reading: ClockReading;
}

/**
 * From when the clock counts. `promised_later`: an agreement came when the ticket was already open; the promise counts
 * from the creation all the same.
 */
export interface DeadlineStart {
  readonly at: Instant;
  readonly why: 'opened' | 'reopened' | 'promised_later';
}

/** The target in force and the version of the agreement that gave it; null without any target. */
export interface PromisedTarget {
  readonly seconds: Seconds | null;
  readonly agreement: string;
  readonly versionId: string;
  readonly priority: string | null;
}

/** What is promised at an instant, and when it will warn and come due if nothing else happens. */
export interface Projection {
  readonly target: PromisedTarget;
  /** Null while the clock rests, once it is breached or satisfied, and without a target. */
  readonly dueAt: Instant | null;
  readonly warningAt: Instant | null;
}

/** Something that touched the clock: what it was, and what was projected before and after it. */
export interface DeadlineMoment {
  readonly kind: 'moment';
  readonly at: Instant;
  readonly cause: MomentCause;
  /** Business seconds used so far. */
  readonly usedSeconds: Seconds;
  /** Null when the clock was promised nothing before. */
  readonly before: Projection | null;
  readonly after: Projection;
}

export type MomentCause =
  | { readonly kind: 'started' }
  | { readonly kind: 'answered' }
  | { readonly kind: 'paused'; readonly state: TicketState }
  | { readonly kind: 'resumed'; readonly state: TicketState }
  | { readonly kind: 'resolved'; readonly state: TicketState }
  | { readonly kind: 'reopened'; readonly state: TicketState }
  | { readonly kind: 'withdrawn'; readonly state: TicketState }
  | { readonly kind: 'taken_back'; readonly state: TicketState }
  | { readonly kind: 'priority_changed'; readonly from: string | null; readonly to: string | null }
  | { readonly kind: 'agreement_changed'; readonly from: string | null; readonly to: string }
  | { readonly kind: 'calendar_changed'; readonly from: string; readonly to: string }
  | { readonly kind: 'warned' }
  | { readonly kind: 'waived' }
  | { readonly kind: 'breached'; readonly why: 'elapsed' | 'target_change' };

export type DeadlineStretch = RunningStretch | RestingStretch;

/** The clock runs: open time counts against the target. */
export interface RunningStretch {
  readonly kind: 'running';
  readonly from: Instant;
  readonly until: Instant;
  /** Still so at the instant of the account; `until` is that instant. */
  readonly isOngoing: boolean;
  readonly calendarId: string;
  readonly timeZone: string;
  readonly usedSeconds: Seconds;
  readonly parts: readonly TimePart[];
}

/** The clock rests: nothing counts, whatever the hours. */
export interface RestingStretch {
  readonly kind: 'paused' | 'resolved' | 'withdrawn';
  readonly state: TicketState;
  readonly from: Instant;
  readonly until: Instant;
  readonly isOngoing: boolean;
}
