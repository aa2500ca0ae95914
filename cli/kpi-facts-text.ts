import { columnName } from '#core/facts/sql-name.ts';
import type { FactBehind, FactPage, FactTabs } from '#server/features/figures/index.ts';
import { say } from '#text/catalogue.ts';
import type { Language } from '#text/language.ts';
import { shownFigure, type TicketsCall } from './kpi-call.ts';
import { reasonText, wholeText } from './kpi-format.ts';
import { shownValue } from './kpi-json.ts';
import { titleOf } from './kpi-text.ts';
import { type TextColumn, textTable } from './table.ts';

/** A page of the facts behind a figure, under the counts of all tabs. */
export function factsText(
  { rows, next }: FactPage,
  tabs: FactTabs,
  { call, language }: { readonly call: TicketsCall; readonly language: Language },
): string {
  const { question, tab } = call;
  const figure = shownFigure(call);
  const titles = [
    say(language, 'kpi.ticket'),
    say(language, 'kpi.sourceKey'),
    say(language, 'kpi.fate'),
    ...figure.show.map(columnName),
  ];
  const cells = rows.map((fact) => [
    String(fact.number),
    fact.source_key ?? '',
    tab.kind === 'undecided' ? say(language, 'kpi.undecidedFact') : fateText(fact, language),
    ...figure.show.map((name) => String(shownValue(figure.of, name, fact[columnName(name)] ?? null) ?? '')),
  ]);
  const table = textTable(
    titles.map((title): TextColumn => ({ title, align: 'left' })),
    cells,
  );
  const more = next === null ? [] : ['', say(language, 'kpi.more', { shown: rows.length, next })];
  return [titleOf(question, language), tabsText(tabs, language), '', table, ...more].join('\n');
}

function tabsText({ counted, leftOut, undecided, immature }: FactTabs, language: Language): string {
  return say(language, 'kpi.tabs', {
    counted: wholeText(counted, language),
    leftOut: wholeText(leftOut, language),
    undecided: wholeText(undecided, language),
    immature: wholeText(immature, language),
  });
}

function fateText({ reason, success }: FactBehind, language: Language): string {
  if (reason !== null) return reasonText(reason, language);
  if (success === null) return say(language, 'kpi.counted');
  return say(language, success ? 'kpi.success' : 'kpi.noSuccess');
}
