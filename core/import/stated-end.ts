import { isWithdrawnState, type TicketState } from '../ticket/state.ts';
import { type Instant, later } from '../time/instant.ts';
import type { Repair, SourceRow } from './source-row.ts';

/** The end of a ticket as one row states it: what became of the ticket at `at`, and when it was closed. */
export interface StatedEnd {
  readonly at: Instant;
  /** `resolved`, or the state in which it was withdrawn. */
  readonly state: TicketState;
  readonly closedAt: Instant | null;
}

/**
 * The end in the columns of `row`, null when they are empty. Resolution at `resolvedAt`, else at `closedAt`; never before
 * the creation, and the closing never before the resolution. A row in a withdrawn state (cancelled, spam …) states that
 * the ticket ended so, and no resolution.
 */
export function statedEnd(
  row: SourceRow,
  createdAt: Instant,
  repair: (row: SourceRow, kind: Repair) => void,
): StatedEnd | null {
  const { resolvedAt, closedAt } = row;
  const told = resolvedAt ?? closedAt;
  if (told === null) return null;
  const isWithdrawn = row.state !== null && isWithdrawnState(row.state);
  if (resolvedAt === null && !isWithdrawn) repair(row, 'resolution_from_closing');
  if (told < createdAt) repair(row, 'resolution_before_creation');
  const at = later(told, createdAt);
  if (closedAt !== null && closedAt < at && told >= createdAt) repair(row, 'closing_before_resolution');
  return {
    at,
    state: isWithdrawn && row.state !== null ? row.state : 'resolved',
    closedAt: closedAt === null ? null : later(closedAt, at),
  };
}
