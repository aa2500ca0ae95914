import type { FigureAnswer } from '#core/figures/answer.ts';
import type { Language } from '#text/language.ts';
import type { FigureQuestion } from '../figures/index.ts';
import { answerColumns, cellsOf } from './answer-columns.ts';
import { figureLabel, questionNotes } from './question-notes.ts';
import type { Table } from './table.ts';

/**
 * A figure as a table: a row per period and split value with all numbers of the answer, unrounded. Every row says what
 * it is and as known when, so that rows of several files may be put together.
 */
export function figureTable(
  answers: readonly FigureAnswer[],
  question: FigureQuestion,
  { language }: { readonly language: Language },
): Table {
  const columns = answerColumns(answers, question, { language });
  return {
    title: figureLabel(question.figure, language),
    zone: question.zone,
    columns,
    rows: cellsOf(answers, columns),
    notes: questionNotes(question, language),
  };
}
