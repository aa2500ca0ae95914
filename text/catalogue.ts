import { api as germanApi } from './de/api.ts';
import { deadline as germanDeadline } from './de/deadline.ts';
import { demo as germanDemo } from './de/demo.ts';
import { exporting as germanExporting } from './de/export.ts';
import { figureDocs as germanFigureDocs } from './de/figure-docs.ts';
import { figureExamples as germanFigureExamples } from './de/figure-examples.ts';
import { figures as germanFigures } from './de/figures.ts';
import { importing as germanImporting } from './de/import.ts';
import { platform as germanPlatform } from './de/platform.ts';
import { tickets as germanTickets } from './de/tickets.ts';
import { api as englishApi } from './en/api.ts';
import { deadline as englishDeadline } from './en/deadline.ts';
import { demo as englishDemo } from './en/demo.ts';
import { exporting as englishExporting } from './en/export.ts';
import { figureDocs as englishFigureDocs } from './en/figure-docs.ts';
import { figureExamples as englishFigureExamples } from './en/figure-examples.ts';
import { figures as englishFigures } from './en/figures.ts';
import { importing as englishImporting } from './en/import.ts';
import { platform as englishPlatform } from './en/platform.ts';
import { tickets as englishTickets } from './en/tickets.ts';
import { type FillArguments, fillIn, type NamesIn } from './fill.ts';
import type { Language } from './language.ts';

const english = {
  ...englishPlatform,
  ...englishTickets,
  ...englishDeadline,
  ...englishImporting,
  ...englishFigures,
  ...englishFigureDocs,
  ...englishFigureExamples,
  ...englishExporting,
  ...englishDemo,
  ...englishApi,
};

type English = typeof english;
export type TextKey = keyof English;

/** Typed by the English keys: a text that lacks its German is a compile error. */
const german: Record<TextKey, string> = {
  ...germanPlatform,
  ...germanTickets,
  ...germanDeadline,
  ...germanImporting,
  ...germanFigures,
  ...germanFigureDocs,
  ...germanFigureExamples,
  ...germanExporting,
  ...germanDemo,
  ...germanApi,
};

const catalogues: Record<Language, Record<TextKey, string>> = { en: english, de: german };

/** What a text wants filled in, read from its English wording. */
export type TextParams<Key extends TextKey> = { readonly [Name in NamesIn<English[Key]>]: string | number };

/** The parameters of `say`: none for a text without placeholders. */
export type TextArguments<Key extends TextKey> = FillArguments<English[Key]>;

/** The text of a key in a language, its `{name}` placeholders filled in. */
export function say<Key extends TextKey>(language: Language, key: Key, ...args: TextArguments<Key>): string {
  return fillIn(catalogues[language][key], args[0] ?? {});
}

/** `say` for a key that is known only at run time; a placeholder without a value stays as it is. */
export function sayLoosely(
  language: Language,
  key: TextKey,
  params: Readonly<Record<string, string | number>>,
): string {
  return fillIn(catalogues[language][key], params);
}

/** All texts of a language, for the check that both are complete. */
export function catalogueOf(language: Language): Readonly<Record<TextKey, string>> {
  return catalogues[language];
}
