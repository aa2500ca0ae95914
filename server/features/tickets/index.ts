/** The gate of tickets: all that other features may use. */
export { listTickets } from './list-tickets.ts';
export { loadTickets, ticketIdOf } from './load-tickets.ts';
export { readTicketPage } from './read-ticket-page.ts';
export { allTickets, countTickets, type StoredTicket } from './read-tickets.ts';
export { type TicketRouteOptions, ticketReadHandlers, ticketWriteHandlers } from './routes.ts';
export {
  appendEvents,
  type BesideEvent,
  historiesOfSource,
  insertTickets,
  type NewEvents,
  type StateRow,
  type StoredHistory,
  stateRow,
  storedEvent,
  takeNumbers,
} from './ticket-store.ts';
export { type CommandOutcome, type RunOptions, TicketUnit, type UnitOptions } from './ticket-unit.ts';
export { renewTimers, type StoredTimer, saveTimers, storedTimers } from './timer-store.ts';
export { agreementVersions, calendarId, loadVersions, pinCalendar } from './version-store.ts';
export { type TicketChange, writeTickets } from './write-tickets.ts';
