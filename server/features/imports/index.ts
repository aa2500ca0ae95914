/** The gate of imports: all that other features and the command line may use. */
export { importLog } from './import-log.ts';
export { fileFailure, type RowProblem, shown, shownPath } from './import-problem.ts';
export type { ImportReport } from './import-report.ts';
export type { ImportProgress, ImportRequest } from './import-request.ts';
export { mappingProblemDetail } from './mapping-words.ts';
export { PRESETS } from './presets.ts';
export { rejectedLine } from './rejected-file.ts';
export type { RejectedSink } from './rejected-rows.ts';
export { importFileHandlers, importReadHandlers, importUploadHandlers, importWriteHandlers } from './routes.ts';
export { type ImportsOptions, type RunningImports, startImports } from './start-imports.ts';
