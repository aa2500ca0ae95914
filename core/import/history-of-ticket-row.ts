import type { TicketEvent } from '../ticket/event.ts';
import { isActiveState, isDoneState } from '../ticket/state.ts';
import { later } from '../time/instant.ts';
import { History, type HistoryRules } from './history.ts';
import type { Repair, SourceRow } from './source-row.ts';
import { statedEnd } from './stated-end.ts';

/**
 * Makes the history of a ticket out of the one row that is all the log says of it.
 *
 * 1. The ticket was created at `createdAt`, else at `at`, under the team, priority … that the row names.
 * 2. A ticket in an open state is open, whatever its columns of the end say: they are left from before a reopening.
 * 3. Otherwise the columns state the end; where they are empty, the state holds since `at`.
 *
 * @throws Error when the row has no instant.
 */
export function historyOfTicketRow(
  row: SourceRow,
  rules: HistoryRules,
  repair: (row: SourceRow, kind: Repair) => void,
): TicketEvent[] {
  const { state } = row;
  const createdAt = row.createdAt ?? row.at;
  if (createdAt === null) throw new Error('a ticket without an instant');
  const changedAt = later(row.at ?? createdAt, createdAt);
  if (row.at !== null && row.at < createdAt) repair(row, 'before_creation');
  const history = History.open(row, createdAt, rules);
  history.describe(row, createdAt);
  if (row.firstResponseAt !== null) {
    if (row.firstResponseAt < createdAt) repair(row, 'before_creation');
    history.reply(later(row.firstResponseAt, createdAt));
  }
  const isOpen = state !== null && isActiveState(state);
  const isEndTold = row.resolvedAt !== null || row.closedAt !== null;
  if (isOpen && isEndTold) repair(row, 'end_of_open_ticket');
  const end = isOpen ? null : statedEnd(row, createdAt, repair);
  if (end) {
    history.changeState(end.state, end.at);
    history.judge(row.verdict);
    const isClosedSince = !rules.hasStatedClosing && state === 'closed' && row.at !== null;
    const closedAt = isClosedSince ? later(changedAt, end.at) : end.closedAt;
    if (closedAt !== null) history.changeState('closed', closedAt);
  } else if (state !== null) {
    history.changeState(state, changedAt);
    if (isDoneState(state)) history.judge(row.verdict);
  }
  return history.events();
}
