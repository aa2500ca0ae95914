import type { TicketEvent, TicketOpened } from '../ticket/event.ts';
import { isActiveState, isDoneState } from '../ticket/state.ts';
import { type Instant, later } from '../time/instant.ts';
import { History, type HistoryRules } from './history.ts';
import { historyOfTicketRow } from './history-of-ticket-row.ts';
import type { SourceRow } from './source-row.ts';
import { type StatedEnd, statedEnd } from './stated-end.ts';

/**
 * What a row that is a whole ticket adds to the events that are stored of it, from an earlier export of the same list.
 *
 * 1. What changed in between changed at `at`, else at the end that the row states. A change that nothing dates is none
 *    that can be told.
 * 2. Nothing is added before the last stored event, and a resolution or closing that is stored does not move.
 *
 * Null when the row tells the past otherwise.
 */
export function continueTicketRow(
  stored: readonly TicketEvent[],
  row: SourceRow,
  rules: HistoryRules,
): TicketEvent[] | null {
  const [opened, ...since] = stored;
  const [openedNow] = historyOfTicketRow(row, rules, () => undefined);
  if (opened?.kind !== 'ticketOpened' || openedNow?.kind !== 'ticketOpened') return null;
  if (!isSameOpening(opened, openedNow)) return null;
  const history = History.resume(opened, since, rules);
  const isOpen = row.state !== null && isActiveState(row.state);
  const end = isOpen ? null : statedEnd(row, opened.at, () => undefined);
  const changedAt = row.at ?? end?.at ?? null;
  const lastAt = (stored.at(-1) ?? opened).at;
  history.describe(row, changedAt ?? lastAt);
  const isTold = tellState(history, row, { end, changedAt, rules }) && tellResponse(history, row, opened.at);
  history.judge(row.verdict);
  const events = history.events();
  const isDated = changedAt !== null || events.every((event) => event.kind === 'replySent');
  return isTold && isDated && events.every((event) => event.at >= lastAt) ? events : null;
}

/** False when the row's state or end contradicts what is stored. */
function tellState(
  history: History,
  { state, at }: SourceRow,
  {
    end,
    changedAt,
    rules,
  }: { readonly end: StatedEnd | null; readonly changedAt: Instant | null; readonly rules: HistoryRules },
): boolean {
  const before = history.standing;
  if (end === null) {
    if (state !== null && state !== before.state && changedAt !== null) history.changeState(state, changedAt);
    return state === null || state === history.standing.state;
  }
  const isResolution = isDoneState(end.state);
  if (isResolution && before.resolvedAt !== null && before.resolvedAt !== end.at) return false;
  if (!isDoneState(before.state)) history.changeState(end.state, end.at);
  const isClosedSince = !rules.hasStatedClosing && state === 'closed' && at !== null;
  const closedAt = isClosedSince ? later(at, end.at) : end.closedAt;
  if (before.closedAt !== null) return closedAt === null || closedAt === before.closedAt || isClosedSince;
  if (closedAt !== null) history.changeState('closed', closedAt);
  return true;
}

/** False when the row names another first response than the stored one. */
function tellResponse(history: History, { firstResponseAt }: SourceRow, createdAt: Instant): boolean {
  if (firstResponseAt === null) return true;
  const at = later(firstResponseAt, createdAt);
  const known = history.standing.firstResponseAt;
  if (known === null) history.reply(at);
  return known === null || known === at;
}

/** Everything about the creation but the team, priority … of then, which a later row does not tell. */
function isSameOpening(a: TicketOpened, b: TicketOpened): boolean {
  return (
    a.at === b.at &&
    a.calendarId === b.calendarId &&
    a.promise.kind === b.promise.kind &&
    a.witnesses.join() === b.witnesses.join()
  );
}
