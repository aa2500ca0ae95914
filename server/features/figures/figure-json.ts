import type { z } from 'zod';
import type { chartShape } from '#contract/api/chart-shapes.ts';
import type { comparisonShape, factRow, factsAnswer, figureRow, figureShape } from '#contract/api/figure-shapes.ts';
import { instantOut } from '#contract/api/shapes.ts';
import type { ColumnValue } from '#core/facts/column.ts';
import { type ColumnOf, type FactKind, factColumns } from '#core/facts/kinds.ts';
import { columnName } from '#core/facts/sql-name.ts';
import type { FigureAnswer } from '#core/figures/answer.ts';
import type { Figure } from '#core/figures/definition.ts';
import type { FigureChart } from '#core/figures/figure-chart.ts';
import type { ComparedRow, FigureComparison } from '#core/figures/figure-comparison.ts';
import { dimensionsOf } from '#core/figures/figure-dimension.ts';
import type { Change } from '#core/periods/change.ts';
import type { Comparison } from '#core/periods/comparison.ts';
import type { Instant } from '#core/time/instant.ts';
import { sayLoosely, type TextKey } from '#text/catalogue.ts';
import type { Language } from '#text/language.ts';
import type { FactTabs } from './fact-tabs.ts';
import type { FactBehind } from './facts-behind.ts';
import type { FigureQuestion } from './figure-question.ts';

/** A figure of the list as the API tells it. */
export function figureOut(figure: Figure, language: Language): z.input<typeof figureShape> {
  const { id, kind, basis, of, naturalSplit, unit, better, digits, version } = figure;
  return {
    id,
    name: sayLoosely(language, `figure.${id}` as TextKey, {}),
    kind,
    basis,
    counts: of,
    splitBy: [...dimensionsOf(of)],
    naturalSplit,
    unit,
    better,
    digits,
    definitionVersion: version,
  };
}

export function answerOut(answer: FigureAnswer): z.input<typeof figureRow> {
  const { from, to, duration, excludedBy, beside, ...values } = answer;
  return {
    ...values,
    from: instantOut(from),
    to: instantOut(to),
    excludedBy: { ...excludedBy },
    duration: duration && { ...duration, classes: duration.classes && [...duration.classes] },
    beside: { ...beside },
  };
}

/** Null when the last period has not begun, so that there is nothing to compare. */
export function comparisonOut(comparison: FigureComparison, kind: Comparison): z.input<typeof comparisonShape> | null {
  if (comparison.kind === 'refused') return null;
  return { kind, isPartial: comparison.windows.isPartial, rows: comparison.rows.map(comparedRowOut) };
}

function comparedRowOut({ split, current, reference, change, interval, verdict, perWorkingDay }: ComparedRow) {
  return {
    split,
    current: answerOut(current),
    reference: reference && answerOut(reference),
    change: change && changeOut(change),
    interval: interval && { ...interval },
    verdict,
    perWorkingDay: perWorkingDay && { ...perWorkingDay, change: changeOut(perWorkingDay.change) },
  };
}

function changeOut({ difference, differenceUnit, relativePct }: Change) {
  return { difference, differenceUnit, relativePct };
}

/** A chart: a signal names the beginning of its period. */
export function chartOut({ points, signals, baseline, ...chart }: FigureChart): z.input<typeof chartShape> {
  const placed = points.map(({ from, to, ...point }) => ({ from: instantOut(from), to: instantOut(to), ...point }));
  return {
    ...chart,
    points: placed,
    signals: signals.map(({ index, ...signal }) => ({ from: placed[index]!.from, ...signal })),
    baseline: baseline && { ...baseline, from: instantOut(baseline.from), to: instantOut(baseline.to) },
  };
}

export function tabsOut({
  leftOutBy,
  besideFacts,
  beside: _,
  ...counts
}: FactTabs): z.input<typeof factsAnswer>['tabs'] {
  return { ...counts, leftOutBy: { ...leftOutBy }, beside: { ...besideFacts } };
}

export function factOut(
  fact: FactBehind,
  { figure, edges }: Pick<FigureQuestion, 'figure' | 'edges'>,
): z.input<typeof factRow> {
  const shown = figure.show.map((name) => [name, shownValue(figure.of, name, fact[columnName(name)] ?? null)] as const);
  return {
    ticket: fact.number,
    sourceKey: fact.source_key,
    from: instantOut(edges[fact.period]!),
    to: instantOut(edges[fact.period + 1]!),
    split: fact.split,
    reason: fact.reason,
    success: fact.success,
    seconds: fact.seconds,
    columns: Object.fromEntries(shown),
  };
}

function shownValue(kind: FactKind, name: string, value: ColumnValue): ColumnValue {
  const isInstant = factColumns[kind][name as ColumnOf<FactKind>]?.type === 'instant';
  if (!isInstant || typeof value !== 'number') return value;
  return Number.isFinite(value) ? instantOut(value as Instant) : null;
}
