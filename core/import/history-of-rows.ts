import type { TicketEvent } from '../ticket/event.ts';
import { isDoneState } from '../ticket/state.ts';
import type { Instant } from '../time/instant.ts';
import { History, type HistoryRules } from './history.ts';
import { historyOfTicketRow } from './history-of-ticket-row.ts';
import type { Repair, RepairedRow, SourceRow } from './source-row.ts';
import { type StatedEnd, statedEnd } from './stated-end.ts';

/**
 * Makes the history of one ticket out of the rows of a log. Words: the *last row* is the one with the highest order, the
 * *end* is what it states of resolution and closing.
 *
 * 1. Rows count in the order of instant, order, line; what lies before the creation counts at the creation.
 * 2. Where the log states the end in columns, the last row's columns are the end: one resolution (else the closing
 *    stands for it) and one closing. Resolved or closed rows that no active row follows up to that end are the end told
 *    early and fall away; rows after the end fall away; active rows of the same instant come before it.
 * 3. Where it does not, the states are taken as they come.
 * 4. An active row after a resolved or closed one is a reopening.
 * 5. Where a row is a whole ticket, see history-of-ticket-row.ts.
 */
export interface ImportedHistory {
  readonly events: readonly TicketEvent[];
  readonly repairs: readonly RepairedRow[];
  readonly last: SourceRow;
}

interface DatedRow extends SourceRow {
  readonly at: Instant;
}

type ToRepair = (row: SourceRow, kind: Repair) => void;

/** @throws Error when `rows` is empty. Rows belong to one ticket and may come in any order. */
export function historyOfRows(rows: readonly SourceRow[], rules: HistoryRules): ImportedHistory {
  const repairs: RepairedRow[] = [];
  const repair: ToRepair = (row, kind) => {
    repairs.push({ repair: kind, line: row.line });
  };
  if (rows.length === 0) throw new Error('a ticket without rows');
  const last = lastRow(rows);
  for (const row of rules.rows === 'ticket' ? rows : []) if (row !== last) repair(row, 'told_again');
  const events =
    rules.rows === 'ticket' ? historyOfTicketRow(last, rules, repair) : historyOf(rows, last, { rules, repair });
  return { events, repairs, last };
}

function historyOf(
  rows: readonly SourceRow[],
  last: SourceRow,
  { rules, repair }: { readonly rules: HistoryRules; readonly repair: ToRepair },
): TicketEvent[] {
  const createdAt = last.createdAt ?? rows.find((row) => row.createdAt !== null)?.createdAt ?? earliest(rows);
  const dated = inOrder(rows, createdAt, repair);
  const end = rules.hasStatedEnd ? statedEnd(last, createdAt, repair) : null;
  const { told, rest } = end ? untilEnd(dated, end, repair) : { told: dated, rest: [] };
  const history = History.open(dated[0]!, createdAt, rules);
  for (const row of told) {
    history.describe(row, row.at);
    if (row.state !== null) history.changeState(row.state, row.at);
  }
  // What comes after them may still say under which team and priority the end happened.
  for (const row of rest) history.describe(row, row.at);
  if (end) history.changeState(end.state, end.at);
  history.judge(last.verdict);
  const closedAt = end && closingOf(end, dated, rules);
  if (closedAt !== null) history.changeState('closed', closedAt);
  if (last.firstResponseAt !== null) respond(history, last, { at: last.firstResponseAt, createdAt, repair });
  return history.events();
}

/** The first response as a column tells it. */
function respond(
  history: History,
  last: SourceRow,
  { at, createdAt, repair }: { readonly at: Instant; readonly createdAt: Instant; readonly repair: ToRepair },
): void {
  if (at < createdAt) repair(last, 'before_creation');
  history.reply(at < createdAt ? createdAt : at);
}

function lastRow(rows: readonly SourceRow[]): SourceRow {
  return rows.reduce((last, row) => {
    const byOrder = (row.order ?? 0) - (last.order ?? 0);
    const byInstant = (row.at ?? 0) - (last.at ?? 0);
    return byOrder > 0 || (byOrder === 0 && byInstant >= 0) ? row : last;
  });
}

function earliest(rows: readonly SourceRow[]): Instant {
  return rows.reduce((least, row) => Math.min(least, row.at ?? least), Number.POSITIVE_INFINITY) as Instant;
}

function inOrder(rows: readonly SourceRow[], createdAt: Instant, repair: ToRepair): DatedRow[] {
  const sorted = rows
    .map((row): DatedRow => ({ ...row, at: row.at ?? createdAt }))
    .sort((a, b) => a.at - b.at || (a.order ?? 0) - (b.order ?? 0) || a.line - b.line);
  let highest = Number.NEGATIVE_INFINITY;
  return sorted.map((row) => {
    if (row.order !== null && row.order < highest) repair(row, 'out_of_order');
    highest = Math.max(highest, row.order ?? highest);
    if (row.at >= createdAt) return row;
    repair(row, 'before_creation');
    return { ...row, at: createdAt };
  });
}

/**
 * The rows up to the end whose states count, and the others up to it, which only describe: the end told early, the end
 * itself, notes.
 */
function untilEnd(
  rows: readonly DatedRow[],
  end: StatedEnd,
  repair: ToRepair,
): { readonly told: readonly DatedRow[]; readonly rest: readonly DatedRow[] } {
  for (const row of rows) if (row.at > end.at && !isDone(row)) repair(row, 'after_end');
  const isEndItself = (row: DatedRow): boolean => row.at === end.at && isDone(row);
  const before = rows.filter((row) => row.at <= end.at && !isEndItself(row));
  const lastActive = before.findLastIndex((row) => row.state !== null && !isDone(row));
  const early = before.slice(lastActive + 1);
  for (const row of early) if (isDone(row)) repair(row, 'end_told_early');
  return { told: before.slice(0, lastActive + 1), rest: [...early, ...rows.filter(isEndItself)] };
}

function isDone({ state }: SourceRow): boolean {
  return state !== null && isDoneState(state);
}

/** When the ticket was closed: by the column, else by the first row that says so at or after the resolution. */
function closingOf(end: StatedEnd, rows: readonly DatedRow[], { hasStatedClosing }: HistoryRules): Instant | null {
  if (hasStatedClosing) return end.closedAt;
  return rows.find((row) => row.state === 'closed' && row.at >= end.at)?.at ?? null;
}
