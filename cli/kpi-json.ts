import type { ColumnValue } from '#core/facts/column.ts';
import { type ColumnOf, type FactKind, factColumns } from '#core/facts/kinds.ts';
import { columnName } from '#core/facts/sql-name.ts';
import type { FigureAnswer } from '#core/figures/answer.ts';
import { UNIT_SECONDS } from '#core/figures/answer-values.ts';
import type { Figure } from '#core/figures/definition.ts';
import type { SegmentedChart } from '#core/figures/figure-chart.ts';
import type { FigureComparison } from '#core/figures/figure-comparison.ts';
import { formatInstant, type Instant } from '#core/time/instant.ts';
import type { Interval } from '#core/time/interval.ts';
import type {
  ChartQuestion,
  ComparisonQuestion,
  FactBehind,
  FactPage,
  FactTabs,
  FigureQuestion,
} from '#server/features/figures/index.ts';
import { sayLoosely, type TextKey } from '#text/catalogue.ts';
import type { Language } from '#text/language.ts';
import { shownFigure, type TicketsCall } from './kpi-call.ts';

/** A figure of the list as JSON. */
export function figureJson({ id, unit, better, kind, version, of }: Figure, language: Language): unknown {
  return {
    id,
    figure: sayLoosely(language, `figure.${id}` as TextKey, {}),
    unit,
    better,
    kind,
    counts: of,
    definitionVersion: version,
  };
}

/** A row of a figure as JSON: instants in UTC, percent and durations in the unit of the figure. */
export function answerJson(answer: FigureAnswer, question: Omit<FigureQuestion, 'edges'>): unknown {
  const { split, from, to, duration, ...values } = answer;
  return {
    split,
    from: formatInstant(from),
    to: formatInstant(to),
    ...values,
    ...(duration ? { ...duration, classes: classesJson(duration.classes, question.figure) } : {}),
    ...askedJson(question),
  };
}

/** Facts by class, with the bounds of each in the unit of the figure; the last class is open. */
function classesJson(counts: readonly number[] | null, figure: Figure): unknown {
  if (counts === null || figure.kind !== 'duration' || figure.classes === null) return null;
  const bounds = figure.classes.map((seconds) => seconds / UNIT_SECONDS[figure.unit]);
  return counts.map((n, index) => ({ from: bounds[index], to: bounds[index + 1] ?? null, n }));
}

/** A page of the facts behind a figure as JSON, with the counts of all tabs and where the next page begins. */
export function factsJson({ rows, next }: FactPage, tabs: FactTabs, call: TicketsCall): unknown {
  return { tabs, rows: rows.map((fact) => factJson(fact, call)), next };
}

function factJson(fact: FactBehind, call: TicketsCall): unknown {
  const figure = shownFigure(call);
  const { edges } = call.question;
  const shown = figure.show.map((name) => [name, shownValue(figure.of, name, fact[columnName(name)] ?? null)] as const);
  return {
    ticket: fact.number,
    sourceKey: fact.source_key,
    from: formatInstant(edges[fact.period]!),
    to: formatInstant(edges[fact.period + 1]!),
    split: fact.split,
    reason: fact.reason,
    success: fact.success,
    ...Object.fromEntries(shown),
  };
}

/** Instants as text, all else as it is. */
export function shownValue(kind: FactKind, name: string, value: ColumnValue): ColumnValue {
  const isInstant = factColumns[kind][name as ColumnOf<FactKind>]?.type === 'instant';
  return isInstant && typeof value === 'number' && Number.isFinite(value) ? formatInstant(value as Instant) : value;
}

/** A comparison as JSON. */
export function comparisonJson(
  { windows, rows }: Extract<FigureComparison, { kind: 'compared' }>,
  question: ComparisonQuestion,
): unknown {
  const window = ({ start, end }: Interval) => ({ from: formatInstant(start), to: formatInstant(end) });
  return {
    comparison: question.comparison,
    by: question.granularity,
    isPartial: windows.isPartial,
    current: window(windows.current),
    reference: windows.reference && window(windows.reference),
    rows: rows.map(({ current, reference, ...row }) => ({
      ...row,
      current: answerJson(current, question),
      reference: reference && answerJson(reference, question),
    })),
    ...askedJson(question),
  };
}

/** A chart as JSON: points, centre, limits and signals in the unit of the figure. */
export function chartJson(
  { points, signals, baseline, segments, ...chart }: SegmentedChart,
  question: ChartQuestion,
): unknown {
  const places = points.map(({ from, to, ...point }) => ({
    from: formatInstant(from),
    to: formatInstant(to),
    ...point,
  }));
  return {
    ...chart,
    by: question.granularity,
    points: places,
    signals: signals.map(({ index, ...signal }) => ({ from: places[index]!.from, ...signal })),
    baseline: baseline && spanJson(baseline),
    segments: segments.map(({ baseline: own, ...segment }) => ({
      ...spanJson(segment),
      baseline: own && spanJson(own),
    })),
    ...askedJson(question),
  };
}

function spanJson<Span extends { readonly from: Instant; readonly to: Instant }>(span: Span) {
  return { ...span, from: formatInstant(span.from), to: formatInstant(span.to) };
}

function askedJson({ figure, asOf, zone }: Omit<FigureQuestion, 'edges'>) {
  return { asOf: formatInstant(asOf), definitionVersion: figure.version, timeZone: zone.id };
}
