/** The gate of exports: tables as files for spreadsheets. */
export { allFacts } from './all-facts.ts';
export { guarded, unguarded } from './csv-guard.ts';
export { writeWholeFile } from './export-file.ts';
export { type Exported, exportedTable, type FileFormat, writeTable } from './exported-table.ts';
export { exportHandlers } from './routes.ts';
export type { Cell, CellType, Table, TableColumn, TableNote, Written } from './table.ts';
export { type CsvDelimiter, type CsvOptions, writeCsv } from './write-csv.ts';
export { writeXlsx, type XlsxOptions, type XlsxWritten } from './write-xlsx.ts';
export { LONGEST_TEXT as LONGEST_CELL_TEXT } from './xlsx/xml-text.ts';
