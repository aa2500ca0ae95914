import type { ColumnType, ColumnValue } from '#core/facts/column.ts';
import { type ColumnOf, type FactKind, factColumns } from '#core/facts/kinds.ts';
import { columnName } from '#core/facts/sql-name.ts';
import { say } from '#text/catalogue.ts';
import type { Language } from '#text/language.ts';
import type { FigureQuestion } from '../figures/index.ts';
import type { PlacedFact } from './all-facts.ts';
import { type CellColumn, cellsOf } from './answer-columns.ts';
import { columnLabel, figureLabel, questionNotes, reasonText } from './question-notes.ts';
import type { CellType, Table } from './table.ts';

type FactColumn = CellColumn<PlacedFact>;

const CELL_TYPES: Readonly<Record<ColumnType, CellType>> = {
  instant: 'instant',
  seconds: 'duration',
  count: 'number',
  text: 'text',
  flag: 'flag',
};

/**
 * The facts behind a figure as a table: a row per fact, with its ticket and what became of it;
 * those left out and those without a verdict too.
 */
export function factsTable(
  facts: AsyncIterable<PlacedFact>,
  question: FigureQuestion,
  { language }: { readonly language: Language },
): Table {
  const columns = [...ticketColumns(question, language), ...shownColumns(question, language)];
  return {
    title: figureLabel(question.figure, language),
    zone: question.zone,
    columns,
    rows: cellsOf(facts, columns),
    notes: questionNotes(question, language),
  };
}

function ticketColumns({ figure, edges, split }: FigureQuestion, language: Language): FactColumn[] {
  const splitColumn: FactColumn = {
    key: 'split',
    label: split === null ? '' : columnLabel(split, language),
    type: 'text',
    of: ({ fact }) => fact.split ?? say(language, 'kpi.none'),
  };
  const secondsColumn: FactColumn = {
    key: 'seconds',
    label: figureLabel(figure, language),
    type: 'duration',
    of: ({ fact }) => fact.seconds,
  };
  return [
    { key: 'ticket', label: say(language, 'kpi.ticket'), type: 'number', of: ({ fact }) => fact.number },
    { key: 'source_key', label: say(language, 'kpi.sourceKey'), type: 'text', of: ({ fact }) => fact.source_key },
    { key: 'subject', label: say(language, 'export.subject'), type: 'text', of: ({ fact }) => fact.ticket_subject },
    { key: 'customer', label: say(language, 'export.customer'), type: 'text', of: ({ fact }) => fact.ticket_customer },
    { key: 'from', label: say(language, 'export.from'), type: 'instant', of: ({ fact }) => edges[fact.period]! },
    { key: 'to', label: say(language, 'export.to'), type: 'instant', of: ({ fact }) => edges[fact.period + 1]! },
    ...(split === null ? [] : [splitColumn]),
    { key: 'fate', label: say(language, 'kpi.fate'), type: 'text', of: (placed) => fateText(placed, language) },
    ...(figure.kind === 'duration' ? [secondsColumn] : []),
  ];
}

/** The columns that the figure shows of each fact. */
function shownColumns({ figure }: FigureQuestion, language: Language): FactColumn[] {
  return figure.show.map((name) => {
    const stored = columnName(name);
    const type = CELL_TYPES[factColumns[figure.of][name as ColumnOf<FactKind>].type];
    return {
      key: stored,
      label: columnLabel(name, language),
      type,
      of: ({ fact }): ColumnValue => fact[stored] ?? null,
    };
  });
}

function fateText({ place, fact: { reason, success } }: PlacedFact, language: Language): string {
  if (place === 'undecided') return say(language, 'kpi.undecided');
  if (reason !== null) return reasonText(reason, language);
  if (success === null) return say(language, 'kpi.counted');
  return say(language, success ? 'kpi.success' : 'kpi.noSuccess');
}
