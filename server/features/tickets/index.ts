/** The gate of tickets: all that other features may use. */
export { allTickets, countTickets, type StoredTicket } from './read-tickets.ts';
export {
  appendEvents,
  historiesOfSource,
  insertTickets,
  type NewEvents,
  type StateRow,
  type StoredHistory,
  stateRow,
  storedEvent,
  takeNumbers,
} from './ticket-store.ts';
export { calendarId, loadVersions, pinCalendar } from './version-store.ts';
