import type { Dimension, Dimensions } from '../ticket/dimensions.ts';
import { DIMENSIONS } from '../ticket/dimensions.ts';
import type { TicketEvent } from '../ticket/event.ts';
import { isActiveState, isDoneState, type TicketState } from '../ticket/state.ts';
import type { Witness } from '../ticket/witness.ts';
import { type Instant, later } from '../time/instant.ts';
import type { Repair, RepairedRow, SourceRow } from './source-row.ts';

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
 */
export interface HistoryRules {
  /** The last row states the end in columns of its own. */
  readonly hasStatedEnd: boolean;
  readonly hasVerdict: boolean;
  readonly calendarId: string;
  readonly witnesses: readonly Witness[];
  /** The identity of a person named in the log. */
  readonly personOf: (name: string) => string;
}

export interface ImportedHistory {
  readonly events: readonly TicketEvent[];
  readonly repairs: readonly RepairedRow[];
}

interface DatedRow extends SourceRow {
  readonly at: Instant;
}

interface End {
  readonly resolvedAt: Instant;
  readonly closedAt: Instant | null;
}

/** @throws Error when `rows` is empty. Rows belong to one ticket and may come in any order. */
export function historyOfRows(rows: readonly SourceRow[], rules: HistoryRules): ImportedHistory {
  const repairs: RepairedRow[] = [];
  const repair = (row: SourceRow, kind: Repair): void => {
    repairs.push({ repair: kind, line: row.line });
  };
  const first = rows[0];
  if (!first) throw new Error('a ticket without rows');
  const last = lastRow(rows);
  const createdAt = last.createdAt ?? first.createdAt ?? earliest(rows);
  const dated = inOrder(rows, createdAt, repair);
  const end = rules.hasStatedEnd ? endOf(last, createdAt, repair) : null;
  const told = end ? untilEnd(dated, end, repair) : dated;
  return { events: eventsOf({ told, dated, last, end, createdAt, rules }), repairs };
}

function lastRow(rows: readonly SourceRow[]): SourceRow {
  return rows.reduce((last, row) => {
    const byOrder = (row.order ?? 0) - (last.order ?? 0);
    const byInstant = (row.at ?? 0) - (last.at ?? 0);
    return byOrder > 0 || (byOrder === 0 && byInstant >= 0) ? row : last;
  });
}

function earliest(rows: readonly SourceRow[]): Instant {
  return Math.min(...rows.map((row) => row.at ?? Number.POSITIVE_INFINITY)) as Instant;
}

function inOrder(
  rows: readonly SourceRow[],
  createdAt: Instant,
  repair: (row: SourceRow, kind: Repair) => void,
): DatedRow[] {
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

function endOf(last: SourceRow, createdAt: Instant, repair: (row: SourceRow, kind: Repair) => void): End | null {
  const { resolvedAt, closedAt } = last;
  if (resolvedAt === null && closedAt === null) return null;
  if (resolvedAt === null) repair(last, 'resolution_from_closing');
  const resolution = later(resolvedAt ?? closedAt!, createdAt);
  if (closedAt !== null && closedAt < resolution) repair(last, 'closing_before_resolution');
  return { resolvedAt: resolution, closedAt: closedAt === null ? null : later(closedAt, resolution) };
}

/** The rows that still tell something once the end is known. */
function untilEnd(rows: readonly DatedRow[], end: End, repair: (row: SourceRow, kind: Repair) => void): DatedRow[] {
  const before = rows.filter((row) => {
    const isTooLate = row.at > end.resolvedAt;
    const isEndItself = row.state !== null && isDoneState(row.state);
    if (isTooLate && !isEndItself) repair(row, 'after_end');
    return !isTooLate;
  });
  const lastActive = before.findLastIndex((row) => row.state === null || !isDoneState(row.state));
  before.slice(lastActive + 1).forEach((row) => {
    if (row.at < end.resolvedAt) repair(row, 'end_told_early');
  });
  return before.slice(0, lastActive + 1);
}

interface Telling {
  readonly told: readonly DatedRow[];
  readonly dated: readonly DatedRow[];
  readonly last: SourceRow;
  readonly end: End | null;
  readonly createdAt: Instant;
  readonly rules: HistoryRules;
}

function eventsOf({ told, dated, last, end, createdAt, rules }: Telling): TicketEvent[] {
  const opening = (told[0] ?? dated[0])!;
  const history = new History(opening, createdAt, rules);
  for (const row of told) history.tell(row);
  if (end) {
    // Rows of the end may still say under which team and priority it happened.
    for (const row of dated) if (!told.includes(row) && row.at <= end.resolvedAt) history.describe(row);
    history.changeState('resolved', end.resolvedAt);
  }
  if (rules.hasVerdict && last.verdict !== null && history.resolvedAt !== null) {
    history.events.push({ kind: 'verdictImported', at: history.resolvedAt, isMet: last.verdict === 'met' });
  }
  if (end?.closedAt != null) history.changeState('closed', end.closedAt);
  return inInstantOrder(history.events);
}

/** The verdict stands at the resolution; everything else is in order already. */
function inInstantOrder(events: readonly TicketEvent[]): TicketEvent[] {
  return events
    .map((event, index) => ({ event, index }))
    .sort((a, b) => a.event.at - b.event.at || a.index - b.index)
    .map(({ event }) => event);
}

const CHANGES = {
  team: 'teamChanged',
  service: 'serviceChanged',
  priority: 'priorityChanged',
  channel: 'channelChanged',
  type: 'typeChanged',
} as const;

/** Collects events, only where a row says something new. */
class History {
  readonly events: TicketEvent[] = [];
  resolvedAt: Instant | null = null;
  #state: TicketState = 'new';
  #dimensions: Dimensions;
  #assignee: string | null = null;
  readonly #rules: HistoryRules;

  constructor(opening: DatedRow, createdAt: Instant, rules: HistoryRules) {
    this.#rules = rules;
    this.#dimensions = opening.dimensions;
    this.events.push({
      kind: 'ticketOpened',
      at: createdAt,
      dimensions: opening.dimensions,
      promise: rules.hasVerdict ? { kind: 'imported' } : { kind: 'none' },
      calendarId: rules.calendarId,
      witnesses: rules.witnesses,
      contactEndedAt: null,
      isFirstContactEligible: true,
    });
  }

  tell(row: DatedRow): void {
    this.describe(row);
    if (row.state !== null) this.changeState(row.state, row.at);
  }

  describe({ at, dimensions: said, assignee }: DatedRow): void {
    // A level that is not said is no level zero: the ticket stays where it is.
    const dimensions = { ...said, level: said.level ?? this.#dimensions.level };
    for (const dimension of DIMENSIONS) {
      if (dimensions[dimension] !== this.#dimensions[dimension]) this.#change(dimension, dimensions[dimension], at);
    }
    this.#dimensions = dimensions;
    const person = assignee === null ? null : this.#rules.personOf(assignee);
    if (person !== this.#assignee) this.events.push({ kind: 'assigneeChanged', at, to: person });
    this.#assignee = person;
  }

  changeState(to: TicketState, at: Instant): void {
    if (to === this.#state) return;
    if (isActiveState(this.#state) && isDoneState(to)) this.resolvedAt = at;
    if (isActiveState(to)) this.resolvedAt = null;
    this.#state = to;
    this.events.push({ kind: 'stateChanged', at, to, isNonIssue: false, isAutomatic: false });
  }

  #change(dimension: Dimension, to: string | null, at: Instant): void {
    if (dimension === 'level') {
      if (to !== null) {
        this.events.push({ kind: 'handedOver', at, fromLevel: this.#dimensions.level, toLevel: to, hasNote: false });
      }
    } else if (dimension !== 'agreement') this.events.push({ kind: CHANGES[dimension], at, to });
  }
}
