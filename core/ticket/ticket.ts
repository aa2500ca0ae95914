import type { AgreementTerms } from '../agreement/terms.ts';
import type { Calendar } from '../calendar/calendar.ts';
import type { SlaClock } from '../clock/sla-clock.ts';
import type { Instant, Seconds } from '../time/instant.ts';
import type { Dimensions } from './dimensions.ts';
import type { PromiseGiven } from './event.ts';
import type { ActiveState, TicketState } from './state.ts';
import type { Witness } from './witness.ts';

/** A ticket as its events so far have made it. Rebuilt from them at any time; nothing here is true by itself. */
export interface Ticket {
  readonly createdAt: Instant;
  readonly lastEventAt: Instant;
  /** The state as last set. */
  readonly state: TicketState;
  /** The state the ticket counts as: a cancelled ticket that was closed still counts as cancelled. */
  readonly standing: TicketState;
  readonly standingSince: Instant;
  readonly dimensions: Dimensions;
  /** Dimensions when the ticket was opened. */
  readonly openedUnder: Dimensions;
  readonly assignee: string | null;
  readonly witnesses: ReadonlySet<Witness>;
  readonly isFirstContactEligible: boolean;
  readonly customer: string | null;
  readonly requester: string | null;
  readonly contactEndedAt: Instant | null;
  /** The active state that the ticket had last. */
  readonly lastActiveState: ActiveState;
  /** The older ticket that this one was merged into. */
  readonly survivorId: string | null;
  /** A hand-over that nobody has accepted or returned yet. */
  readonly openHandover: OpenHandover | null;
  readonly isEscalationOpen: boolean;
  readonly reopenings: readonly Reopening[];
  /** Steps of clocks that are recorded, by their keys. */
  readonly recordedSteps: ReadonlySet<string>;

  readonly promise: PromiseGiven;
  readonly terms: AgreementTerms | null;
  readonly calendar: Calendar;
  readonly calendarId: string;
  readonly pauseStates: ReadonlySet<TicketState>;
  /** The current cycle of each clock; earlier cycles of a restarted clock stand in `earlierCycles`. */
  readonly firstResponseClock: SlaClock | null;
  readonly resolutionClock: SlaClock | null;
  readonly earlierCycles: readonly SlaClock[];
  /** What the source says of the last resolution; a reopening withdraws it. */
  readonly importedVerdict: { readonly isMet: boolean } | null;

  readonly businessTime: BusinessTime;
  readonly firstResponse: Milestone<{ businessSeconds: Seconds }> | null;
  readonly firstResolution: Milestone<FirstResolution> | null;
  readonly lastResolution: Milestone<LastResolution> | null;
  readonly closing: Milestone<object> | null;
  readonly movements: readonly Movement[];
  readonly contacts: readonly HandledContact[];
  readonly handovers: readonly Handover[];
  readonly escalations: readonly Escalation[];

  /** The first substantive contact after the one that opened the ticket. */
  readonly furtherContactAt: Instant | null;
  /** Public replies by a human, in whatever state the ticket was. */
  readonly humanReplyCount: number;
  /** The first hand-over to a higher level. */
  readonly functionallyEscalatedAt: Instant | null;
  readonly managementEscalatedAt: Instant | null;
}

/** Something that happened once, at an instant, under the dimensions of that instant. */
export type Milestone<T> = T & { readonly at: Instant; readonly under: Dimensions };

export interface FirstResolution {
  readonly isAutomatic: boolean;
  readonly isEscalated: boolean;
  readonly humanReplyCount: number;
  /** Live channels: seconds from the end of the opening contact (unknown: creation) to it; null for the others. */
  readonly secondsAfterContact: Seconds | null;
  /** First reopening that was not marked as none. */
  readonly reopenedAt: Instant | null;
  readonly isNonIssueReopened: boolean;
}

export interface LastResolution {
  readonly isAutomatic: boolean;
  readonly isEscalated: boolean;
  readonly isManagementEscalated: boolean;
  /** Business seconds in active states that do not pause, over all reopenings (kpi-spec 4.2). */
  readonly workingSeconds: Seconds;
  /** Business seconds in pausing states. */
  readonly pausedSeconds: Seconds;
  /** Business seconds from creation, less those in resolved or closed (kpi-spec 4.4). */
  readonly unresolvedSeconds: Seconds;
}

/** Business seconds by what the ticket counted as, measured up to `since`. */
export interface BusinessTime {
  readonly since: Instant;
  readonly workingSeconds: Seconds;
  readonly pausedSeconds: Seconds;
  readonly doneSeconds: Seconds;
  readonly withdrawnSeconds: Seconds;
}

/** Into (+1) or out of (-1) the active tickets. */
export interface Movement {
  readonly at: Instant;
  readonly under: Dimensions;
  readonly movement: 'created' | 'resolution' | 'exclusion' | 'reopening';
}

export interface HandledContact {
  readonly at: Instant;
  readonly under: Dimensions;
  readonly handledBy: string | null;
  readonly isInbound: boolean;
}

export interface Handover {
  readonly at: Instant;
  readonly under: Dimensions;
  readonly fromLevel: string | null;
  readonly toLevel: string;
  readonly hasNote: boolean;
}

export interface Reopening {
  readonly at: Instant;
  /** Marked by an agent as none, such as a thank-you mail. */
  readonly isNonIssue: boolean;
}

export interface OpenHandover {
  readonly at: Instant;
  readonly fromLevel: string | null;
  /** The team before the hand-over. */
  readonly fromTeam: string | null;
  readonly toLevel: string;
}

export interface Escalation {
  readonly at: Instant;
  readonly under: Dimensions;
  readonly escalation: 'functional' | 'hierarchical';
  readonly hasReason: boolean;
  /** Raised before the resolution clock was breached and with enough of its target left (kpi-spec 6.6). */
  readonly isInTime: boolean;
}
