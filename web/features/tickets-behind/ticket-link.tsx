import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** A link to a ticket. In the grid the tab key passes it by: there the row has the focus, and Enter opens it. */
export function TicketLink({
  number,
  isTabStop,
  children,
}: {
  readonly number: number;
  readonly isTabStop: boolean;
  readonly children: ReactNode;
}) {
  return (
    <Link to="/t/$number" params={{ number: String(number) }} className="ticket-link" tabIndex={isTabStop ? 0 : -1}>
      {children}
    </Link>
  );
}
