import type { Instant } from '../time/instant.ts';
import type { Dimensions } from './dimensions.ts';
import type { ClockKind, PromiseGiven } from './event.ts';

/** Channels on which people talk at the same time; a contact there has a start and an end. */
export const LIVE_CHANNELS = ['phone', 'chat', 'walk_in'] as const;
export type LiveChannel = (typeof LIVE_CHANNELS)[number];

/** Support levels in ascending order: "up" is towards the end. */
export const SUPPORT_LEVELS = ['1', '2', '3'] as const;
export type SupportLevel = (typeof SUPPORT_LEVELS)[number];

/** Opens a ticket. What was promised and which calendar counts is looked up before, from agreements (law 8). */
export interface OpenTicket {
  readonly kind: 'openTicket';
  /** The customer (organisation) and the person there; null when unknown, as for monitoring. */
  readonly customer: string | null;
  readonly requester: string | null;
  readonly dimensions: Dimensions;
  readonly promise: PromiseGiven;
  readonly calendarId: string;
  /** False for catalogue items that nobody can solve at first contact. */
  readonly isFirstContactEligible: boolean;
  readonly subject: string;
  readonly description: string;
}

/**
 * What people, rules and machines ask of one ticket. Texts are carried along and stored beside the events; the core
 * only asks whether there is one. An empty text is none.
 */
export type TicketCommand =
  /** The requester wrote. A trivial message, such as thanks, is no further contact. */
  | { readonly kind: 'receiveMessage'; readonly body: string; readonly isTrivial: boolean }
  | {
      readonly kind: 'reply';
      readonly body: string;
      readonly visibility: 'public' | 'internal';
      readonly isAutomatic: boolean;
    }
  /** A call or chat that has ended now. One that began before the ticket was opened is the contact that opened it. */
  | {
      readonly kind: 'recordContact';
      readonly channel: LiveChannel;
      readonly startedAt: Instant;
      readonly direction: 'inbound' | 'outbound';
      readonly isTrivial: boolean;
      readonly note: string;
    }
  /** What is left out stays as it is; null takes away. */
  | { readonly kind: 'assign'; readonly team?: string | null; readonly assignee?: string | null }
  | {
      readonly kind: 'handOver';
      readonly toLevel: SupportLevel;
      /** The receiving team; without it the team stays. */
      readonly team?: string;
      readonly note: string;
    }
  | { readonly kind: 'acceptHandover' }
  | { readonly kind: 'returnHandover'; readonly reason: string }
  /** To management. */
  | { readonly kind: 'escalate'; readonly reason: string }
  | { readonly kind: 'answerEscalation'; readonly body: string }
  | { readonly kind: 'startWork' }
  | { readonly kind: 'waitForRequester'; readonly reason: string }
  | { readonly kind: 'waitForOthers'; readonly reason: string }
  | { readonly kind: 'changePriority'; readonly to: string }
  | { readonly kind: 'changeService'; readonly to: string }
  | { readonly kind: 'changeType'; readonly to: string }
  /** Puts the ticket under another version of an agreement. */
  | { readonly kind: 'changeAgreement'; readonly versionId: string }
  | { readonly kind: 'resolve'; readonly solution: string; readonly isAutomatic: boolean }
  /** The requester says that the solution works, or that it does not. */
  | { readonly kind: 'confirmSolution' }
  | { readonly kind: 'rejectSolution'; readonly reason: string }
  | { readonly kind: 'reopen'; readonly reason: string; readonly isNonIssue: boolean }
  /** Judges the last reopening afterwards: a thank-you mail is none. */
  | { readonly kind: 'markReopening'; readonly isNonIssue: boolean }
  | { readonly kind: 'close'; readonly isAutomatic: boolean }
  | { readonly kind: 'cancel'; readonly reason: string }
  | { readonly kind: 'markSpam' }
  | { readonly kind: 'markTest' }
  /** Takes back cancel, spam or test: the ticket is active again, its clocks as they were. */
  | { readonly kind: 'takeBack' }
  | { readonly kind: 'waiveVerdict'; readonly clock: ClockKind; readonly reason: string };

export type CommandKind = TicketCommand['kind'];

/** Why a command is refused. `text/` has the words, the contract the HTTP status. */
export const REFUSALS = [
  'not_active',
  'not_resolved',
  'not_done',
  'not_withdrawn',
  'is_merged',
  'is_withdrawn',
  'unchanged',
  'text_missing',
  'contact_ends_before_start',
  'level_unchanged',
  'no_open_handover',
  'handover_from_nowhere',
  'escalation_open',
  'no_open_escalation',
  'no_reopening',
  'no_such_clock',
  'already_waived',
  'agreement_unknown',
  'priority_unknown',
  'same_ticket',
  'before_last_event',
] as const;
export type RefusalCode = (typeof REFUSALS)[number];
