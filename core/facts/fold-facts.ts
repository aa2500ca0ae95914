import type { PinnedVersions } from '../agreement/terms.ts';
import { applyEvent } from '../ticket/apply-event.ts';
import type { TicketEvent } from '../ticket/event.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { type Instant, NEVER } from '../time/instant.ts';
import type { ColumnValue } from './column.ts';
import { type Fact, factsOfTicket } from './facts-of-ticket.ts';
import type { FactKind, FactRow } from './kinds.ts';

/** A fact as it read for those who knew the events before `knownTo`, but not before `knownFrom` (law 7). */
export interface FactVersion<K extends FactKind = FactKind> {
  readonly kind: K;
  readonly row: FactRow<K>;
  readonly knownFrom: Instant;
  readonly knownTo: Instant;
}

export interface FoldedTicket {
  readonly ticket: Ticket;
  readonly versions: readonly FactVersion[];
}

/**
 * Folds the events of one ticket into its present state and all versions of its facts. Events of one instant become
 * known together, so a version never has zero length.
 * @throws Error when the events are no history (see `applyEvent`) or there are none.
 */
export function foldFacts(events: readonly TicketEvent[], pinnedVersions: PinnedVersions): FoldedTicket {
  const versions: FactVersion[] = [];
  const open = new Map<string, OpenVersion>();
  let ticket: Ticket | null = null;
  for (let i = 0; i < events.length; i += 1) {
    const event = events[i]!;
    ticket = applyEvent(ticket, event, pinnedVersions);
    if (events[i + 1]?.at === event.at) continue;
    for (const fact of factsOfTicket(ticket)) {
      const key = `${fact.kind}/${fact.row.factKey}`;
      const known = open.get(key);
      if (known && isSameRow(known.fact.row, fact.row)) known.seenAt = event.at;
      else {
        if (known) versions.push(ended(known, event.at));
        open.set(key, { fact, knownFrom: event.at, seenAt: event.at });
      }
    }
    for (const [key, version] of open) {
      if (version.seenAt === event.at) continue;
      versions.push(ended(version, event.at));
      open.delete(key);
    }
  }
  if (ticket === null) throw new Error('a ticket without events');
  for (const version of open.values()) versions.push(ended(version, NEVER));
  return { ticket, versions };
}

/** A version that nothing has ended yet. */
interface OpenVersion {
  readonly fact: Fact;
  readonly knownFrom: Instant;
  /** The last event after which the fact still read so. */
  seenAt: Instant;
}

function ended({ fact, knownFrom }: OpenVersion, knownTo: Instant): FactVersion {
  return { kind: fact.kind, row: fact.row, knownFrom, knownTo };
}

function isSameRow(a: FactRow, b: FactRow): boolean {
  const left = a as unknown as Record<string, ColumnValue>;
  const right = b as unknown as Record<string, ColumnValue>;
  for (const name in right) if (left[name] !== right[name]) return false;
  return true;
}
