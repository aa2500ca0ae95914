import type { FigureAnswer } from '#core/figures/answer.ts';
import type { ComparedRow } from '#core/figures/figure-comparison.ts';
import { say } from '#text/catalogue.ts';
import type { Language } from '#text/language.ts';
import type { FigureQuestion } from '../figures/index.ts';
import { answerColumns, type CellColumn, cellsOf } from './answer-columns.ts';
import { figureLabel, questionNotes, unitText } from './question-notes.ts';
import type { Cell, Table, TableColumn } from './table.ts';

type ComparedColumn = CellColumn<ComparedRow>;

/**
 * A figure of one period against another as a table: a row per split value with all numbers of the current period, those
 * of the reference, and the change with its interval and verdict. The question is that of the current period.
 */
export function comparisonTable(
  rows: readonly ComparedRow[],
  question: FigureQuestion,
  { language }: { readonly language: Language },
): Table {
  const answers = rows.map(({ current }) => current);
  const current = answerColumns(answers, question, { language }).map(
    ({ of, ...column }): ComparedColumn => ({ ...column, of: (row) => of(row.current) }),
  );
  const columns = [...current, ...referenceColumns(question, language), ...changeColumns(question, language)];
  return {
    title: figureLabel(question.figure, language),
    zone: question.zone,
    columns,
    rows: cellsOf(rows, columns),
    notes: questionNotes(question, language),
  };
}

function referenceColumns({ figure }: FigureQuestion, language: Language): ComparedColumn[] {
  const prefix = say(language, 'export.reference');
  const column = (
    key: string,
    label: string,
    { of, ...rest }: Pick<TableColumn, 'type' | 'decimals'> & { readonly of: (answer: FigureAnswer) => Cell },
  ): ComparedColumn => ({
    ...rest,
    key: `reference_${key}`,
    label: `${prefix}: ${label}`,
    of: ({ reference }) => (reference === null ? null : of(reference)),
  });
  const value = `${say(language, 'kpi.value')} (${unitText(figure.unit, language)})`;
  const isPercent = figure.unit === 'percent';
  return [
    column('from', say(language, 'export.from'), { type: 'instant', of: (answer) => answer.from }),
    column('to', say(language, 'export.to'), { type: 'instant', of: (answer) => answer.to }),
    column('value', value, {
      type: isPercent ? 'percent' : 'number',
      decimals: figure.digits,
      of: (answer) => answer.value,
    }),
    column('n', say(language, 'kpi.n'), { type: 'number', of: (answer) => answer.n }),
    column('numerator', say(language, 'export.numerator'), { type: 'number', of: (answer) => answer.numerator }),
    column('denominator', say(language, 'export.denominator'), { type: 'number', of: (answer) => answer.denominator }),
  ];
}

/** Differences of shares are points, so they are numbers: five points are not five percent. */
function changeColumns({ figure }: FigureQuestion, language: Language): ComparedColumn[] {
  const points = say(language, 'export.points');
  const number = (key: string, label: string, of: ComparedColumn['of']): ComparedColumn => ({
    key,
    label,
    type: 'number',
    decimals: Math.max(1, figure.digits),
    of,
  });
  const unit = figure.unit === 'percent' ? points : unitText(figure.unit, language);
  return [
    number('difference', `${say(language, 'export.difference')} (${unit})`, ({ change }) => change?.difference ?? null),
    number('change_pct', say(language, 'export.changePct'), ({ change }) => change?.relativePct ?? null),
    number('change_low', say(language, 'export.changeLow'), ({ interval }) => interval?.low ?? null),
    number('change_high', say(language, 'export.changeHigh'), ({ interval }) => interval?.high ?? null),
    {
      key: 'change_measure',
      label: say(language, 'export.changeMeasure'),
      type: 'text',
      of: ({ interval }) => interval && (interval.measure === 'difference' ? unit : '%'),
    },
    {
      key: 'verdict',
      label: say(language, 'kpi.verdict'),
      type: 'text',
      of: ({ verdict }) => verdict && say(language, `kpi.verdict.${verdict}`),
    },
  ];
}
