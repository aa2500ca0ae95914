/** The gate of figures: all that other features may use. */
export { askAndCompare, askFigure } from './ask-figure.ts';
export { type ChartQuestion, chartFigure } from './chart-figure.ts';
export { type ComparisonQuestion, compareFigure } from './compare-figure.ts';
export { changeFacts } from './fact-changes.ts';
export type { FactScope } from './fact-scope.ts';
export { insertFacts } from './fact-store.ts';
export { type FactTabs, factTabs } from './fact-tabs.ts';
export { type FactBehind, type FactPage, type FactPageRequest, factsBehind, factsWithTabs } from './facts-behind.ts';
export { type FigureQuestion, queryOf } from './figure-question.ts';
export { readFacts } from './read-facts.ts';
export { comparisonIn, figureAsked, type QuestionSettings, readQuestion } from './read-question.ts';
export { readLastEventAt } from './report.ts';
export { type FigureRouteOptions, figureHandlers } from './routes.ts';
export { refuseTooManyRows } from './row-limit.ts';
export { sqlSource } from './sql-source.ts';
