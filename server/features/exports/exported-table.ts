import type { Writable } from 'node:stream';
import type { Kysely } from 'kysely';
import { figureBeside } from '#core/figures/beside.ts';
import type { Database } from '#server/database/schema.ts';
import type { Language } from '#text/language.ts';
import { askFigure, type ComparisonQuestion, compareFigure, type FigureQuestion } from '../figures/index.ts';
import { allFacts, type FactsWanted } from './all-facts.ts';
import { comparisonTable } from './comparison-table.ts';
import { factsTable } from './facts-table.ts';
import { figureTable } from './figure-table.ts';
import type { Table, Written } from './table.ts';
import { type CsvOptions, writeCsv } from './write-csv.ts';
import { writeXlsx } from './write-xlsx.ts';

/** What can be exported: a figure, the facts behind it, or a figure against another period. */
export type Exported =
  | { readonly kind: 'figure'; readonly question: FigureQuestion }
  /** `wanted`: not all of the facts. */
  | { readonly kind: 'tickets'; readonly question: FigureQuestion; readonly wanted?: FactsWanted }
  | { readonly kind: 'compare'; readonly question: ComparisonQuestion };

/** How a table becomes a file. */
export type FileFormat = { readonly kind: 'xlsx' } | { readonly kind: 'csv'; readonly options: CsvOptions };

/** Why nothing can be exported: what was to be compared has not begun, or only years can be compared so. */
export interface ExportRefused {
  readonly kind: 'refused';
  readonly code: Extract<Awaited<ReturnType<typeof compareFigure>>, { kind: 'refused' }>['code'];
}

export interface ExportOptions {
  readonly language: Language;
  /** Facts read at a time. */
  readonly factsPerBatch?: number;
}

/**
 * The table of what was asked for. A figure is computed at once, facts are read while the table is written: each batch
 * in a transaction of its own, so that whoever takes the file slowly holds no connection.
 */
export async function exportedTable(
  db: Kysely<Database>,
  tenantId: string,
  { language, factsPerBatch, ...asked }: Exported & ExportOptions,
): Promise<{ readonly kind: 'table'; readonly table: Table } | ExportRefused> {
  switch (asked.kind) {
    case 'figure': {
      const answers = await askFigure(db, tenantId, asked.question);
      return { kind: 'table', table: figureTable(answers, asked.question, { language }) };
    }
    case 'tickets': {
      const { question, wanted } = asked;
      const batch = factsPerBatch === undefined ? {} : { batch: factsPerBatch };
      const facts = allFacts(db, tenantId, question, { ...batch, ...(wanted === undefined ? {} : { wanted }) });
      // A number beside the figure shows columns of its own.
      const figure = (wanted?.beside && figureBeside(question.figure, wanted.beside)) || question.figure;
      return { kind: 'table', table: factsTable(facts, { ...question, figure }, { language }) };
    }
    case 'compare': {
      const compared = await compareFigure(db, tenantId, asked.question);
      if (compared.kind === 'refused') return { kind: 'refused', code: compared.code };
      const { start, end } = compared.windows.current;
      const question = { ...asked.question, edges: [start, end] };
      return { kind: 'table', table: comparisonTable(compared.rows, question, { language }) };
    }
  }
}

/** Writes a table in a format as fast as the sink takes it, and ends the sink. */
export function writeTable(
  table: Table,
  sink: Writable,
  { format, language }: { readonly format: FileFormat; readonly language: Language },
): Promise<Written> {
  return format.kind === 'csv' ? writeCsv(table, sink, format.options) : writeXlsx(table, sink, { language });
}
