import { isDeepStrictEqual } from 'node:util';
import type { PinnedVersions } from '#core/agreement/terms.ts';
import { type FoldedTicket, foldFacts } from '#core/facts/fold-facts.ts';
import { continueTicketRow } from '#core/import/continue-ticket-row.ts';
import type { HistoryRules } from '#core/import/history.ts';
import { historyOfRows } from '#core/import/history-of-rows.ts';
import type { RepairedRow, SourceRow } from '#core/import/source-row.ts';
import { type ClockStep, stepsOf } from '#core/ticket/clock-steps.ts';
import type { TicketEvent } from '#core/ticket/event.ts';
import type { BesideEvent, StoredHistory } from '#server/features/tickets/index.ts';
import { randomUUIDv7 } from '#server/platform/ids.ts';

/** What the rows of one ticket come to, compared with what is stored of it. */
export interface ComparedTicket {
  readonly sourceKey: string;
  readonly outcome: 'added' | 'extended' | 'unchanged' | 'changed';
  readonly repairs: readonly RepairedRow[];
  /** The ticket as the file tells it. */
  readonly ticket: FoldedTicket['ticket'];
  /** What is to be written; null when there is nothing new, or when the past is told otherwise. */
  readonly work: TicketWork | null;
}

/** A ticket that is to be written: its new events, and its state and facts after them. */
export interface TicketWork {
  readonly ticketId: string;
  readonly sourceKey: string;
  readonly ticket: FoldedTicket['ticket'];
  readonly events: readonly TicketEvent[];
  readonly eventsBefore: number;
  readonly versions: FoldedTicket['versions'];
  readonly factsBefore: FoldedTicket['versions'];
  readonly stepsBefore: readonly ClockStep[];
  /** The subject stands beside the event that opened the ticket; a known ticket keeps the one it has. */
  readonly beside: readonly BesideEvent[];
}

export function compareTicket(
  rows: readonly SourceRow[],
  stored: StoredHistory | undefined,
  { rules, versions }: { readonly rules: HistoryRules; readonly versions: PinnedVersions },
): ComparedTicket {
  const sourceKey = rows[0]!.ticketKey;
  const { events: told, repairs, last } = historyOfRows(rows, rules);
  const before = stored?.events ?? [];
  const isKnownRow = rules.rows === 'ticket' && before.length > 0;
  const fresh = isKnownRow ? continueTicketRow(before, last, rules) : continuation(before, told);
  if (fresh === null || fresh.length === 0) {
    const { ticket } = foldFacts(told, versions);
    return { sourceKey, outcome: fresh === null ? 'changed' : 'unchanged', repairs, ticket, work: null };
  }
  const { ticket, versions: facts } = foldFacts([...before, ...fresh], versions);
  const known = before.length === 0 ? null : foldFacts(before, versions);
  const work: TicketWork = {
    ticketId: stored?.ticketId ?? randomUUIDv7(),
    sourceKey,
    ticket,
    events: fresh,
    eventsBefore: before.length,
    versions: facts,
    factsBefore: known?.versions ?? [],
    stepsBefore: known ? stepsOf(known.ticket) : [],
    beside: before.length === 0 ? besideOpening(rows, last) : [],
  };
  return { sourceKey, outcome: stored ? 'extended' : 'added', repairs, ticket, work };
}

/** The last row tells what the ticket is called now; where it is silent, the first that says so. */
function besideOpening(rows: readonly SourceRow[], last: SourceRow): readonly BesideEvent[] {
  const subject = last.subject ?? rows.find((row) => row.subject !== null)?.subject ?? null;
  return subject === null ? [] : [{ actor: null, texts: { subject } }];
}

/**
 * What the events of a row per event add to `stored`; null when they tell the past otherwise. A stored verdict may be
 * missing in what is told now: it was true of an earlier resolution, and a log states only the last.
 */
export function continuation(stored: readonly TicketEvent[], told: readonly TicketEvent[]): TicketEvent[] | null {
  let next = 0;
  for (const event of stored) {
    if (isDeepStrictEqual(event, told[next])) next += 1;
    else if (event.kind !== 'verdictImported') return null;
  }
  const fresh = told.slice(next);
  const lastAt = stored.at(-1)?.at ?? Number.NEGATIVE_INFINITY;
  return fresh.every((event) => event.at >= lastAt) ? fresh : null;
}
