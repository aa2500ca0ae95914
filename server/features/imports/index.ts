/** The gate of imports: all that other features and the command line may use. */
export { importLog } from './import-log.ts';
export { fileFailure, type RowProblem, shown, shownPath } from './import-problem.ts';
export type { ImportReport } from './import-report.ts';
export type { ImportProgress, ImportRequest } from './import-request.ts';
export { PRESETS } from './presets.ts';
