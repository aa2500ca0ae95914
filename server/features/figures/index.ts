/** The gate of figures: all that other features may use. */
export { askFigure } from './ask-figure.ts';
export { type ChartQuestion, chartFigure } from './chart-figure.ts';
export { type ComparisonQuestion, compareFigure } from './compare-figure.ts';
export { changeFacts } from './fact-changes.ts';
export { insertFacts, replaceFacts, type TicketFacts } from './fact-store.ts';
export {
  type FactBehind,
  type FactPage,
  type FactPageRequest,
  type FactScope,
  type FactTabs,
  factsBehind,
  factTabs,
} from './facts-behind.ts';
export { type FigureQuestion, queryOf } from './figure-question.ts';
export { readFacts } from './read-facts.ts';
export { readLastEventAt } from './report.ts';
export { type FigureRouteOptions, figureHandlers } from './routes.ts';
export { sqlSource } from './sql-source.ts';
