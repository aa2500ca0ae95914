import { durationText } from '#core/display/duration-text.ts';
import { type FigureAnswer, NO_SPLIT_VALUE } from '#core/figures/answer.ts';
import { unitBeside } from '#core/figures/beside.ts';
import type { Beside, Unit } from '#core/figures/definition.ts';
import { say } from '#text/catalogue.ts';
import type { Language } from '#text/language.ts';
import type { FigureQuestion } from '../figures/index.ts';
import { columnLabel, filterText, reasonText, unitText } from './question-notes.ts';
import type { Cell, TableColumn } from './table.ts';

/** A column and its cell of an answer, or of whatever a table has rows of. */
export interface CellColumn<Row> extends TableColumn {
  readonly of: (row: Row) => Cell;
}

export type AnswerColumn = CellColumn<FigureAnswer>;

/** All numbers of the answers to a question, unrounded, and in every row what it is and as known when. */
export function answerColumns(
  answers: readonly FigureAnswer[],
  question: FigureQuestion,
  { language }: { readonly language: Language },
): AnswerColumn[] {
  return [
    ...placeColumns(question, language),
    ...valueColumns(question, language),
    ...countColumns(answers, language),
    ...besideColumns(question, language),
    ...originColumns(question, language),
  ];
}

/** The rows of a table. */
export async function* cellsOf<Row>(
  rows: Iterable<Row> | AsyncIterable<Row>,
  columns: readonly CellColumn<Row>[],
): AsyncGenerator<readonly Cell[]> {
  for await (const row of rows) yield columns.map((column) => column.of(row));
}

function placeColumns({ figure, split }: FigureQuestion, language: Language): AnswerColumn[] {
  const splitColumn: AnswerColumn = {
    key: 'split',
    label: split === null ? '' : columnLabel(split, language),
    type: 'text',
    of: (answer) => (answer.split === NO_SPLIT_VALUE ? say(language, 'kpi.none') : answer.split),
  };
  return [
    { key: 'figure', label: say(language, 'kpi.figure'), type: 'text', of: () => figure.id },
    { key: 'from', label: say(language, 'export.from'), type: 'instant', of: (answer) => answer.from },
    { key: 'to', label: say(language, 'export.to'), type: 'instant', of: (answer) => answer.to },
    ...(split === null ? [] : [splitColumn]),
  ];
}

/** Value, interval and what the value is made of. */
function valueColumns({ figure }: FigureQuestion, language: Language): AnswerColumn[] {
  const { kind, unit, digits } = figure;
  const inUnit = (key: string, label: string, of: AnswerColumn['of']): AnswerColumn =>
    amount({ key, label, unit, decimals: key === 'value' ? digits : Math.max(1, digits), of }, language);
  const bound: AnswerColumn = {
    key: 'bound',
    label: say(language, 'export.bound'),
    type: 'text',
    of: (answer) => answer.bound && say(language, `export.bound.${answer.bound}`),
  };
  const duration = [
    inUnit('mean', say(language, 'kpi.mean'), (answer) => answer.duration?.mean ?? null),
    inUnit('p90', say(language, 'kpi.p90'), (answer) => answer.duration?.p90 ?? null),
    inUnit('longest', say(language, 'export.longest'), (answer) => answer.duration?.longest ?? null),
  ];
  const deviation = inUnit('deviation', say(language, 'export.deviation'), (answer) => answer.deviation);
  return [
    inUnit('value', say(language, kind === 'duration' ? 'kpi.median' : 'kpi.value'), (answer) => answer.value),
    ...(figure.bound === null ? [] : [bound]),
    {
      key: 'reason',
      label: say(language, 'export.reason'),
      type: 'text',
      of: (answer) => answer.reason && say(language, `reason.${answer.reason}`),
    },
    ...(kind === 'duration' ? duration : []),
    ...(kind === 'mean' ? [deviation] : []),
    inUnit('low', say(language, 'export.low'), (answer) => answer.low),
    inUnit('high', say(language, 'export.high'), (answer) => answer.high),
    { key: 'wide', label: say(language, 'export.wide'), type: 'flag', of: (answer) => answer.wide },
  ];
}

/** The numbers that are told with the figure, and how many facts lie in each class of its durations. */
function besideColumns({ figure }: FigureQuestion, language: Language): AnswerColumn[] {
  const beside = (one: Beside): AnswerColumn[] => {
    const { name } = one;
    const unit = unitBeside(one);
    const digits = one.kind === 'oldest' ? 1 : one.figure.digits;
    const label = say(language, `export.beside.${name}`);
    return [
      amount(
        { key: name, label, unit, decimals: digits, of: (answer) => answer.beside[name]?.value ?? null },
        language,
      ),
      whole(`${name}_n`, `${label}: ${say(language, 'kpi.n')}`, (answer) => answer.beside[name]?.n ?? null),
    ];
  };
  const classes = figure.kind === 'duration' ? (figure.classes ?? []) : [];
  return [
    ...figure.beside.flatMap(beside),
    ...classes.map((fromSeconds, index) =>
      whole(
        `class_from_${fromSeconds}_seconds`,
        say(language, 'export.class', { from: durationText(fromSeconds) ?? '' }),
        (answer) => answer.duration?.classes?.[index] ?? null,
      ),
    ),
  ];
}

interface Amount extends Pick<AnswerColumn, 'key' | 'label' | 'of'> {
  readonly unit: Unit;
  readonly decimals: number;
}

function amount({ label, unit, ...rest }: Amount, language: Language): AnswerColumn {
  const type = unit === 'percent' ? 'percent' : 'number';
  return { ...rest, label: `${label} (${unitText(unit, language)})`, type };
}

function whole(key: string, label: string, of: AnswerColumn['of']): AnswerColumn {
  return { key, label, type: 'number', of };
}

/** How many facts stand behind it and how many were left out, each reason that occurs in a column of its own. */
function countColumns(answers: readonly FigureAnswer[], language: Language): AnswerColumn[] {
  const reasons = [...new Set(answers.flatMap((answer) => Object.keys(answer.excludedBy)))].sort();
  const leftOut = say(language, 'kpi.leftOut');
  return [
    whole('n', say(language, 'kpi.n'), (answer) => answer.n),
    whole('numerator', say(language, 'export.numerator'), (answer) => answer.numerator),
    whole('denominator', say(language, 'export.denominator'), (answer) => answer.denominator),
    whole('undecided', say(language, 'kpi.undecided'), (answer) => answer.undecided),
    whole('immature', say(language, 'kpi.immature'), (answer) => answer.immature),
    whole('excluded', leftOut, (answer) => answer.excluded),
    ...reasons.map((reason) =>
      whole(
        `excluded_${reason}`,
        `${leftOut}: ${reasonText(reason, language)}`,
        (answer) => answer.excludedBy[reason] ?? 0,
      ),
    ),
  ];
}

function originColumns(question: FigureQuestion, language: Language): AnswerColumn[] {
  const { figure, asOf, zone, where } = question;
  const filter = filterText(question, language);
  const filterColumn: AnswerColumn = {
    key: 'filter',
    label: say(language, 'export.filter'),
    type: 'text',
    of: () => filter,
  };
  return [
    { key: 'as_of', label: say(language, 'export.asOf'), type: 'instant', of: () => asOf },
    { key: 'definition_version', label: say(language, 'export.version'), type: 'number', of: () => figure.version },
    { key: 'time_zone', label: say(language, 'export.timeZone'), type: 'text', of: () => zone.id },
    ...(where.length === 0 ? [] : [filterColumn]),
  ];
}
