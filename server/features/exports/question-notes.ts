import { columnName } from '#core/facts/sql-name.ts';
import type { Figure, Unit } from '#core/figures/definition.ts';
import { catalogueOf, say, sayLoosely, type TextKey } from '#text/catalogue.ts';
import type { Language } from '#text/language.ts';
import type { FigureQuestion } from '../figures/index.ts';
import type { TableNote } from './table.ts';

/** What was asked, as known when, in which zone and by which definition. */
export function questionNotes(question: FigureQuestion, language: Language): TableNote[] {
  const { figure, edges, asOf, zone } = question;
  return [
    { label: say(language, 'kpi.figure'), type: 'text', value: figure.id },
    { label: say(language, 'kpi.unit'), type: 'text', value: unitText(figure.unit, language) },
    { label: say(language, 'export.from'), type: 'instant', value: edges[0]! },
    { label: say(language, 'export.to'), type: 'instant', value: edges.at(-1)! },
    { label: say(language, 'export.asOf'), type: 'instant', value: asOf },
    { label: say(language, 'export.timeZone'), type: 'text', value: zone.id },
    { label: say(language, 'export.version'), type: 'number', value: figure.version },
    { label: say(language, 'export.filter'), type: 'text', value: filterText(question, language) },
  ];
}

/** `team=Network, priority=(none)`; empty without filters. */
export function filterText({ where }: FigureQuestion, language: Language): string {
  return where.map(({ dimension, value }) => `${dimension}=${value ?? say(language, 'kpi.none')}`).join(', ');
}

export function figureLabel({ id }: Figure, language: Language): string {
  return sayLoosely(language, `figure.${id}` as TextKey, {});
}

export function reasonText(reason: string, language: Language): string {
  return sayLoosely(language, `reason.${reason}` as TextKey, {});
}

export function unitText(unit: Unit, language: Language): string {
  return sayLoosely(language, `unit.${unit}` as TextKey, {});
}

/** The heading of a column of facts; its name in the database when nobody has found words for it yet. */
export function columnLabel(column: string, language: Language): string {
  const words: Readonly<Record<string, string>> = catalogueOf(language);
  return words[`export.column.${column}`] ?? columnName(column);
}
