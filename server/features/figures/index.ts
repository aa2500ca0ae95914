/** The gate of figures: all that other features may use. */
export { askAndCompare, askFigure } from './ask-figure.ts';
export { askTiles, type TileAnswer, type TileQuestion } from './ask-tile.ts';
export { askTogether } from './ask-together.ts';
export { type ChartQuestion, chartFigure } from './chart-figure.ts';
export { type ComparisonQuestion, compareFigure } from './compare-figure.ts';
export { figureDetailHandlers } from './detail-routes.ts';
export { type DifferenceQuestion, figureDifferences } from './differences.ts';
export { changeFacts } from './fact-changes.ts';
export type { FactScope } from './fact-scope.ts';
export { insertFacts } from './fact-store.ts';
export { type FactTabs, factTabs } from './fact-tabs.ts';
export { type FactBehind, type FactPage, type FactPageRequest, factsBehind, factsWithTabs } from './facts-behind.ts';
export { answerOut, comparisonOut, figureOut, segmentedChartOut } from './figure-json.ts';
export { type FigureQuestion, queryOf } from './figure-question.ts';
export { readFacts } from './read-facts.ts';
export {
  comparisonIn,
  figureAsked,
  type QuestionSettings,
  readChartQuestion,
  readQuestion,
} from './read-question.ts';
export { readFirstEventAt, readLastEventAt, report } from './report.ts';
export { type FigureRouteOptions, figureHandlers } from './routes.ts';
export { refuseTooManyRows } from './row-limit.ts';
export { sqlSource } from './sql-source.ts';
export { tabAsked } from './tab-asked.ts';
