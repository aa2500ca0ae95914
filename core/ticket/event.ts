import type { Instant } from '../time/instant.ts';
import type { Dimensions } from './dimensions.ts';
import type { TicketState } from './state.ts';
import type { Witness } from './witness.ts';

export type ClockKind = 'first_response' | 'resolution';

/**
 * What was promised when a ticket was opened. `imported`: the source keeps the promise and tells only its verdict.
 * `agreement` names a version of an agreement; it is pinned and later versions never touch it.
 */
export type PromiseGiven =
  | { readonly kind: 'none' }
  | { readonly kind: 'imported' }
  | { readonly kind: 'agreement'; readonly versionId: string };

export interface TicketOpened {
  readonly kind: 'ticketOpened';
  readonly at: Instant;
  readonly dimensions: Dimensions;
  readonly promise: PromiseGiven;
  /** Version of the calendar that business time is counted in. */
  readonly calendarId: string;
  readonly witnesses: readonly Witness[];
  /** Who reported it: the organisation and a person there; null when unknown. */
  readonly customer: string | null;
  readonly requester: string | null;
  /** End of the call or chat that opened the ticket; null when unknown, not yet over, or not live. */
  readonly contactEndedAt: Instant | null;
  /** False for catalogue items that nobody can solve at first contact. */
  readonly isFirstContactEligible: boolean;
}

/**
 * A step of a clock, dated when it came due, however late it was noticed. It tells people; no figure depends on it.
 * `key` names the step among all of the ticket: it is recorded once.
 */
export interface ClockStepRecorded {
  readonly kind: 'clockWarned' | 'clockBreached';
  readonly at: Instant;
  readonly clock: ClockKind;
  readonly cycle: number;
  readonly key: string;
}

/**
 * Everything that can have happened to a ticket, as typed rows (law 6). Texts and names lie beside them, never inside.
 * Events of one ticket are ordered by `at`, then by their sequence number.
 */
export type TicketEvent =
  | TicketOpened
  | {
      readonly kind: 'stateChanged';
      readonly at: Instant;
      readonly to: TicketState;
      /** A reopening that an agent marked as none, such as a thank-you mail. */
      readonly isNonIssue: boolean;
      /** Done by a rule, without a human or the customer confirming it. */
      readonly isAutomatic: boolean;
    }
  | { readonly kind: 'replySent'; readonly at: Instant; readonly isPublic: boolean; readonly isAutomatic: boolean }
  | { readonly kind: 'requesterContacted'; readonly at: Instant; readonly isTrivial: boolean }
  | { readonly kind: 'priorityChanged'; readonly at: Instant; readonly to: string | null }
  | { readonly kind: 'teamChanged'; readonly at: Instant; readonly to: string | null }
  | { readonly kind: 'serviceChanged'; readonly at: Instant; readonly to: string | null }
  | { readonly kind: 'channelChanged'; readonly at: Instant; readonly to: string | null }
  | { readonly kind: 'typeChanged'; readonly at: Instant; readonly to: string | null }
  | { readonly kind: 'assigneeChanged'; readonly at: Instant; readonly to: string | null }
  | {
      readonly kind: 'handedOver';
      readonly at: Instant;
      readonly fromLevel: string | null;
      readonly toLevel: string;
      readonly hasNote: boolean;
    }
  | { readonly kind: 'handoverAccepted'; readonly at: Instant; readonly by: string | null }
  /** Sent back to where it came from; the hand-over back is an event of its own. */
  | { readonly kind: 'handoverReturned'; readonly at: Instant }
  | { readonly kind: 'managementEscalated'; readonly at: Instant; readonly hasReason: boolean }
  | { readonly kind: 'escalationAnswered'; readonly at: Instant }
  /** What the requester says of the solution. */
  | { readonly kind: 'solutionJudged'; readonly at: Instant; readonly isAccepted: boolean }
  /** Whether the last reopening was one, judged afterwards. */
  | { readonly kind: 'reopeningJudged'; readonly at: Instant; readonly isNonIssue: boolean }
  /** This ticket is the younger of two about the same, and counts as merged. */
  | { readonly kind: 'mergedInto'; readonly at: Instant; readonly survivorId: string }
  | { readonly kind: 'duplicateMerged'; readonly at: Instant; readonly duplicateId: string }
  | { readonly kind: 'duplicateTakenBack'; readonly at: Instant; readonly duplicateId: string }
  | ClockStepRecorded
  | { readonly kind: 'calendarChanged'; readonly at: Instant; readonly calendarId: string }
  | { readonly kind: 'agreementChanged'; readonly at: Instant; readonly versionId: string }
  | { readonly kind: 'verdictWaived'; readonly at: Instant; readonly clock: ClockKind }
  | { readonly kind: 'verdictImported'; readonly at: Instant; readonly isMet: boolean }
  | {
      readonly kind: 'contactHandled';
      /** When it ended. */
      readonly at: Instant;
      /** Null when unknown. */
      readonly startedAt: Instant | null;
      readonly handledBy: string | null;
      readonly level: string | null;
      readonly channel: string | null;
      readonly isInbound: boolean;
    };

/** The event of one kind. */
export type EventOf<Kind extends TicketEvent['kind']> = Extract<TicketEvent, { kind: Kind }>;

/** Whether a hand-over goes up, which is what "functionally escalated" means (kpi-spec 6.4). Levels are numbers. */
export function isUpward(fromLevel: string | null, toLevel: string): boolean {
  return fromLevel !== null && Number(toLevel) > Number(fromLevel);
}
