import type { TicketEvent } from '../ticket/event.ts';

/**
 * Why a figure reads differently than it did on a past day (kpi-spec G3: a closed period can be restated, never
 * silently). Two questions that differ in as_of alone have the same cells; a fact of a cell changed in one of five ways,
 * and what the first answer and the changes add up to is the second answer.
 *
 * - `joined`, `left`: it counts now and did not, or the other way round
 * - `won`, `lost`: it counts both times; success came, or went
 * - `moved`: it counts both times with the same verdict; what it adds to a sum is another
 */
export const FACT_CHANGES = ['joined', 'left', 'won', 'lost', 'moved'] as const;
export type FactChange = (typeof FACT_CHANGES)[number];

/**
 * What happened to the ticket between the two instants, told by its events; of several the first of this list explains.
 * Marks as spam, test and merged come last because where they explain, the reason for which the fact is left out says
 * so. `time`: nothing happened, a deadline or a window ran out.
 */
export const DIFFERENCE_CAUSES = [
  'reopened',
  'reopening_judged',
  'waived',
  'cancelled',
  'taken_back',
  'agreement_changed',
  'calendar_changed',
  'priority_changed',
  'escalated',
  'handed_over',
  'message',
  'contact',
  'service_changed',
  'team_changed',
  'type_changed',
  'channel_changed',
  'verdict_imported',
  'resolved',
  'closed',
  'judged',
  'replied',
  'opened',
  'state_changed',
  'assigned',
  'marked_spam',
  'marked_test',
  'merged',
  'duplicate',
  'time',
] as const;
export type DifferenceCause = (typeof DIFFERENCE_CAUSES)[number];

/** What leaves a stock leaves it by being done, whatever else happened. */
const LEAVES_STOCK: readonly DifferenceCause[] = ['resolved', 'closed', 'cancelled'];

/** The causes in the order in which they explain that a fact left a stock. */
export const STOCK_LEFT_CAUSES: readonly DifferenceCause[] = [
  ...LEAVES_STOCK,
  ...DIFFERENCE_CAUSES.filter((cause) => !LEAVES_STOCK.includes(cause)),
];

/** The cause that a reason for leaving out comes from; all other reasons follow from what the ticket is. */
export const CAUSE_OF_REASON = {
  spam: 'marked_spam',
  test: 'marked_test',
  merged: 'merged',
  cancelled: 'cancelled',
  waived: 'waived',
} as const satisfies Readonly<Record<string, DifferenceCause>>;

/** The cause that an event is; a change of state depends on the states. Steps of clocks come with the time. */
export const CAUSE_OF_EVENT: Readonly<Record<Exclude<TicketEvent['kind'], 'stateChanged'>, DifferenceCause>> = {
  ticketOpened: 'opened',
  replySent: 'replied',
  requesterContacted: 'message',
  priorityChanged: 'priority_changed',
  teamChanged: 'team_changed',
  serviceChanged: 'service_changed',
  channelChanged: 'channel_changed',
  typeChanged: 'type_changed',
  assigneeChanged: 'assigned',
  handedOver: 'handed_over',
  handoverAccepted: 'handed_over',
  handoverReturned: 'handed_over',
  managementEscalated: 'escalated',
  escalationAnswered: 'escalated',
  solutionJudged: 'judged',
  reopeningJudged: 'reopening_judged',
  mergedInto: 'merged',
  duplicateMerged: 'duplicate',
  duplicateTakenBack: 'duplicate',
  clockWarned: 'time',
  clockBreached: 'time',
  calendarChanged: 'calendar_changed',
  agreementChanged: 'agreement_changed',
  verdictWaived: 'waived',
  verdictImported: 'verdict_imported',
  contactHandled: 'contact',
};
