import type { ColumnValue } from '#core/facts/column.ts';
import { type ColumnOf, type FactKind, factColumns } from '#core/facts/kinds.ts';
import { columnName } from '#core/facts/sql-name.ts';
import type { FigureAnswer } from '#core/figures/answer.ts';
import type { Figure } from '#core/figures/definition.ts';
import { formatInstant, type Instant } from '#core/time/instant.ts';
import type { FactBehind, FigureQuestion } from '#server/features/figures/index.ts';
import { sayLoosely, type TextKey } from '#text/catalogue.ts';
import type { Language } from '#text/language.ts';

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
export function answerJson(answer: FigureAnswer, { figure, asOf, zone }: FigureQuestion): unknown {
  const { split, from, to, duration, ...values } = answer;
  return {
    split,
    from: formatInstant(from),
    to: formatInstant(to),
    ...values,
    ...(duration ?? {}),
    asOf: formatInstant(asOf),
    definitionVersion: figure.version,
    timeZone: zone.id,
  };
}

/** A fact behind a figure as JSON. */
export function factJson(fact: FactBehind, { figure, edges }: FigureQuestion): unknown {
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
