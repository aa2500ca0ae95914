import type { Dimension } from './dimensions.ts';
import type { Ticket } from './ticket.ts';

/** The ticket with another team, service … from now on. */
export function withDimension(ticket: Ticket, dimension: Dimension, to: string | null): Ticket {
  return ticket.dimensions[dimension] === to
    ? ticket
    : { ...ticket, dimensions: { ...ticket.dimensions, [dimension]: to } };
}
