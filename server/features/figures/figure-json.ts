import type { z } from 'zod';
import type { chartShape, segmentedChart } from '#contract/api/chart-shapes.ts';
import type { comparisonShape, figureRow, figureShape } from '#contract/api/figure-shapes.ts';
import { instantOut } from '#contract/api/shapes.ts';
import type { FigureAnswer } from '#core/figures/answer.ts';
import type { Figure } from '#core/figures/definition.ts';
import type { FigureChart, SegmentedChart } from '#core/figures/figure-chart.ts';
import type { ComparedRow, FigureComparison } from '#core/figures/figure-comparison.ts';
import { dimensionsOf } from '#core/figures/figure-dimension.ts';
import type { Change } from '#core/periods/change.ts';
import type { Comparison } from '#core/periods/comparison.ts';
import type { Instant } from '#core/time/instant.ts';
import { sayLoosely, type TextKey } from '#text/catalogue.ts';
import type { Language } from '#text/language.ts';

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
  const { windows, rows, recordedFrom } = comparison;
  return {
    kind,
    isPartial: windows.isPartial,
    recordedFrom: recordedFrom && instantOut(recordedFrom),
    rows: rows.map(comparedRowOut),
  };
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
export function chartOut(chart: FigureChart): z.input<typeof chartShape> {
  const { split, kind, reason, measure, insteadOf, center, sigmaZ, isProvisional, baseline } = chart;
  const points = chart.points.map((point) => spanOut(point));
  const signals = chart.signals.map(({ index, ...signal }) => ({ from: points[index]!.from, ...signal }));
  const limits = { kind, reason, measure, insteadOf, center, sigmaZ, isProvisional };
  return { split, ...limits, baseline: baseline && spanOut(baseline), points, signals };
}

/** A chart with the stretches that have limits of their own. */
export function segmentedChartOut(chart: SegmentedChart): z.input<typeof segmentedChart> {
  const segments = chart.segments.map(({ baseline, ...segment }) => ({
    ...spanOut(segment),
    baseline: baseline && spanOut(baseline),
  }));
  return { ...chartOut(chart), segments };
}

function spanOut<Span extends { readonly from: Instant; readonly to: Instant }>(span: Span) {
  return { ...span, from: instantOut(span.from), to: instantOut(span.to) };
}
