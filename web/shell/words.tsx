import { createContext, type ReactNode, use, useEffect, useMemo } from 'react';
import { I18nProvider } from 'react-aria-components';
import type { DeskEnglish, DeskKey } from '#text/desk-english.ts';
import { type FillArguments, type Fillings, fillIn } from '#text/fill.ts';
import type { Language } from '#text/language.ts';
import { type Format, formatIn } from './format.ts';
import { usePreferences } from './preferences.ts';

/** The words and the ways to write numbers and instants of the person's language. */
export interface Words {
  readonly language: Language;
  readonly say: <Key extends DeskKey>(key: Key, ...args: FillArguments<DeskEnglish[Key]>) => string;
  /** `say` for a key known only at run time; null when there is no such text. */
  readonly sayLoosely: (key: string, fillings?: Fillings) => string | null;
  readonly format: Format;
}

type Catalogue = Readonly<Record<DeskKey, string>>;

const WordsContext = createContext<Words | null>(null);
const loading = new Map<Language, Promise<Catalogue>>();

export function useWords(): Words {
  const words = use(WordsContext);
  if (words === null) throw new Error('outside of WordsProvider');
  return words;
}

export function preferredLanguage(): Language {
  return /^de/i.test(navigator.language) ? 'de' : 'en';
}

export interface WordsProviderProps {
  readonly timeZone: string;
  /** Of the installation, for whoever chose none; null: that of the browser. */
  readonly language?: Language | null;
  readonly children: ReactNode;
}

/** Loads one language, and gives its words to all below. The reporting zone is set by `timeZone`. */
export function WordsProvider({ timeZone, language: installed = null, children }: WordsProviderProps) {
  const chosen = usePreferences();
  const language = chosen.language ?? installed ?? preferredLanguage();
  const catalogue = use(catalogueOf(language));
  const zone = chosen.timeZone ?? timeZone;
  const words = useMemo<Words>(
    () => ({
      language,
      say: (key, ...args) => fillIn(catalogue[key], args[0] ?? {}),
      sayLoosely: (key, fillings = {}) => {
        const text = (catalogue as Readonly<Record<string, string>>)[key];
        return text === undefined ? null : fillIn(text, fillings);
      },
      format: formatIn(language, zone),
    }),
    [language, catalogue, zone],
  );
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <I18nProvider locale={language === 'de' ? 'de-DE' : 'en-GB'}>
      <WordsContext value={words}>{children}</WordsContext>
    </I18nProvider>
  );
}

function catalogueOf(language: Language): Promise<Catalogue> {
  const known = loading.get(language);
  if (known !== undefined) return known;
  const fresh = load(language);
  loading.set(language, fresh);
  fresh.catch(() => loading.delete(language));
  return fresh;
}

async function load(language: Language): Promise<Catalogue> {
  if (language === 'de') return (await import('#text/desk-german.ts')).deskGerman;
  return (await import('#text/desk-english.ts')).deskEnglish;
}
