import type { Dimensions } from '../ticket/dimensions.ts';
import type { TicketState } from '../ticket/state.ts';
import type { Instant } from '../time/instant.ts';

/**
 * What a row may tell besides changes: an answer to the requester, a message or call of the requester, an escalation to
 * management.
 */
export const ACTIVITIES = ['reply', 'contact', 'escalation'] as const;

export type Activity = (typeof ACTIVITIES)[number];

/** One row of a log after its mapping: what it says of its ticket. Null is "not said". */
export interface SourceRow {
  /** Line of the file where the row begins, from 1. */
  readonly line: number;
  readonly ticketKey: string;
  readonly at: Instant | null;
  readonly order: number | null;
  readonly createdAt: Instant | null;
  readonly state: TicketState | null;
  readonly firstResponseAt: Instant | null;
  readonly resolvedAt: Instant | null;
  readonly closedAt: Instant | null;
  /** What the ticket is about, in the words of a person. */
  readonly subject: string | null;
  readonly dimensions: Dimensions;
  readonly assignee: string | null;
  readonly activity: Activity | null;
  readonly verdict: 'met' | 'missed' | null;
}

/** What had to be put right to make a history of the rows; each is counted and shown with examples. */
export const REPAIRS = [
  'unknown_state',
  'repeated_hour',
  'out_of_order',
  'before_creation',
  'end_told_early',
  'after_end',
  'resolution_from_closing',
  'resolution_before_creation',
  'closing_before_resolution',
  'end_of_open_ticket',
  'told_again',
] as const;

export type Repair = (typeof REPAIRS)[number];

export interface RepairedRow {
  readonly repair: Repair;
  readonly line: number;
}
