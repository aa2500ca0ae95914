/** The gate of imports: all that other features and the command line may use. */
export { type ImportProgress, type ImportRequest, importLog } from './import-log.ts';
export type { RowProblem } from './import-problem.ts';
export type { ImportReport } from './import-report.ts';
export { PRESETS } from './presets.ts';
