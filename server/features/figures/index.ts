/** The gate of figures: all that other features may use. */
export { insertFacts, replaceFacts, type TicketFacts } from './fact-store.ts';
