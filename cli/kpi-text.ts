import type { FigureAnswer } from '#core/figures/answer.ts';
import { UNIT_SECONDS } from '#core/figures/answer-values.ts';
import type { DurationFigure } from '#core/figures/definition.ts';
import { FIGURES } from '#core/figures/registry.ts';
import type { FigureQuestion } from '#server/features/figures/index.ts';
import { say } from '#text/catalogue.ts';
import type { Language } from '#text/language.ts';
import { printableLine } from '#text/printable.ts';
import {
  besideText,
  DASH,
  labelOf,
  localText,
  numberText,
  reasonText,
  spanText,
  valueText,
  wholeText,
} from './kpi-format.ts';
import { type TextColumn, textTable } from './table.ts';

/** All figures with unit and direction. */
export function listText(language: Language): string {
  const columns = (['kpi.id', 'kpi.figure', 'kpi.unit', 'kpi.better'] as const).map(
    (key): TextColumn => ({ title: say(language, key), align: 'left' }),
  );
  const rows = FIGURES.map((figure) => [
    figure.id,
    labelOf(figure, language),
    say(language, `unit.${figure.unit}`),
    say(language, `better.${figure.better}`),
  ]);
  return textTable(columns, rows);
}

/** A cell of an answer: its column and how to write it. */
interface Cell {
  readonly title: string;
  readonly align?: TextColumn['align'];
  readonly of: (answer: FigureAnswer) => string;
}

/** A figure as a table: a row per period and split value. */
export function answersText(answers: readonly FigureAnswer[], question: FigureQuestion, language: Language): string {
  const cells = [
    ...placeCells(question, language),
    ...valueCells(question, language),
    ...honestyCells(answers, question, language),
  ];
  const columns = cells.map(({ title, align = 'right' }): TextColumn => ({ title, align }));
  const rows = answers.map((answer) => cells.map((cell) => cell.of(answer)));
  return [titleOf(question, language), '', textTable(columns, rows)].join('\n');
}

/** The period and the split value. */
function placeCells({ zone, split }: FigureQuestion, language: Language): Cell[] {
  const period: Cell = { title: say(language, 'kpi.period'), align: 'left', of: (answer) => spanText(answer, zone) };
  if (split === null) return [period];
  return [period, { title: split, align: 'left', of: (answer) => splitText(answer.split, language) }];
}

export function splitText(split: string | null, language: Language): string {
  return split === '(none)' ? say(language, 'kpi.none') : printableLine(split ?? '');
}

/** The value and what it is made of. */
function valueCells({ figure }: FigureQuestion, language: Language): Cell[] {
  const value: Cell = {
    title: say(language, figure.kind === 'duration' ? 'kpi.median' : 'kpi.value'),
    of: (answer) => valueText(answer, figure, language),
  };
  const n: Cell = { title: say(language, 'kpi.n'), of: (answer) => wholeText(answer.n, language) };
  switch (figure.kind) {
    case 'count':
      return figure.sumOf === null ? [value] : [value, n];
    case 'share': {
      const of = (answer: FigureAnswer): string =>
        `${wholeText(answer.numerator ?? 0, language)} ${say(language, 'kpi.of')} ${wholeText(answer.n, language)}`;
      return [value, { title: '', of }];
    }
    case 'duration':
      return [value, ...durationCells(figure, language), n, ...classCells(figure, language)];
    default:
      return [value, n];
  }
}

function durationCells(figure: DurationFigure, language: Language): Cell[] {
  const cells = (['mean', 'p90'] as const).map(
    (name): Cell => ({
      title: say(language, `kpi.${name}`),
      of: (answer) => numberText(answer.duration?.[name] ?? null, figure, language),
    }),
  );
  if (figure.basis === 'flow') return cells;
  const oldest: Cell['of'] = (answer) => numberText(answer.duration?.longest ?? null, figure, language);
  return [...cells, { title: say(language, 'kpi.oldest'), of: oldest }];
}

/** Facts by class of their length. */
function classCells({ classes, unit }: DurationFigure, language: Language): Cell[] {
  const bounds = (classes ?? []).map((seconds) => seconds / UNIT_SECONDS[unit]);
  return bounds.map((from, index) => {
    const to = bounds[index + 1];
    const words = { from, unit: say(language, `unit.${unit}`) };
    return {
      title: to === undefined ? say(language, 'kpi.classOpen', words) : say(language, 'kpi.class', { ...words, to }),
      of: (answer) => wholeText(answer.duration?.classes?.[index] ?? 0, language),
    };
  });
}

/** How far to trust the value: interval, numbers beside it, what is open and what is left out. */
function honestyCells(answers: readonly FigureAnswer[], { figure }: FigureQuestion, language: Language): Cell[] {
  const isAny = (of: (answer: FigureAnswer) => unknown): boolean => answers.some((answer) => Boolean(of(answer)));
  const cells: Cell[] = [];
  if (isAny((answer) => answer.low !== null)) {
    cells.push({ title: say(language, 'kpi.interval'), of: (answer) => intervalText(answer, figure, language) });
  }
  for (const { name } of figure.beside) {
    cells.push({ title: say(language, `beside.${name}`), of: (answer) => besideText(answer.beside[name], language) });
  }
  for (const name of ['undecided', 'immature'] as const) {
    if (!isAny((answer) => answer[name])) continue;
    cells.push({ title: say(language, `kpi.${name}`), of: (answer) => wholeText(answer[name], language) });
  }
  if (isAny((answer) => answer.excluded)) {
    cells.push({ title: say(language, 'kpi.leftOut'), align: 'left', of: (answer) => leftOutText(answer, language) });
  }
  return cells;
}

function intervalText({ low, high }: FigureAnswer, figure: FigureQuestion['figure'], language: Language): string {
  if (low === null || high === null) return DASH;
  return say(language, 'kpi.range', {
    low: numberText(low, figure, language),
    high: numberText(high, figure, language),
  });
}

function leftOutText({ excludedBy }: FigureAnswer, language: Language): string {
  return Object.entries(excludedBy)
    .map(([reason, count]) => `${wholeText(count, language)} ${reasonText(reason, language)}`)
    .join(', ');
}

/** What was asked, in one line. */
export function titleOf({ figure, edges, asOf, zone }: FigureQuestion, language: Language): string {
  return say(language, 'kpi.title', {
    figure: labelOf(figure, language),
    unit: say(language, `unit.${figure.unit}`),
    from: localText(edges[0]!, zone),
    to: localText(edges.at(-1)!, zone),
    asOf: localText(asOf, zone),
    zone: zone.id,
    version: figure.version,
  });
}
