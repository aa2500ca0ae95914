/** The gate of figures: all that other features may use. */
export {
  askFigure,
  type FactBehind,
  type FigureQuestion,
  factsBehind,
  queryOf,
  readLastEventAt,
} from './ask-figure.ts';
export { type ChangedFacts, changeFacts } from './fact-changes.ts';
export { insertFacts, replaceFacts, type TicketFacts } from './fact-store.ts';
export { readFacts } from './read-facts.ts';
export { sqlSource } from './sql-source.ts';
