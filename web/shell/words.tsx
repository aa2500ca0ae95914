import { createContext, type ReactNode, use, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { I18nProvider } from 'react-aria-components';
import type { DeskEnglish, DeskKey } from '#text/desk-english.ts';
import { type FillArguments, type Fillings, fillIn } from '#text/fill.ts';
import type { Language } from '#text/language.ts';
import { Before } from './before.tsx';
import { type Catalogue, onCatalogue, showLanguage, shownCatalogue } from './catalogue.ts';
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

const WordsContext = createContext<Words | null>(null);
const RETRY_MILLISECONDS = 1000;

export function useWords(): Words {
  const words = use(WordsContext);
  if (words === null) throw new Error('outside of WordsProvider');
  return words;
}

/** What the person chose, or else that of the installation, or else that of the browser. */
export function preferredLanguage(chosen: Language | null, installed: Language | null): Language {
  return chosen ?? installed ?? (/^de/i.test(navigator.language) ? 'de' : 'en');
}

export interface WordsProviderProps {
  readonly timeZone: string;
  /** Of the installation, for whoever chose none; null: that of the browser. */
  readonly language?: Language | null;
  readonly children: ReactNode;
}

/** Gives the words of the person's language to all below. The reporting zone is set by `timeZone`. */
export function WordsProvider({ timeZone, language: installed = null, children }: WordsProviderProps) {
  const chosen = usePreferences();
  const asked = preferredLanguage(chosen.language, installed);
  const shown = useSyncExternalStore(onCatalogue, shownCatalogue);
  const [failures, setFailures] = useState(0);
  useEffect(() => {
    if (shownCatalogue()?.language === asked) return;
    // What cannot be loaded leaves the language as it is, and choosing it again tries again; without any there is no page.
    const tryAgain = (): void => {
      if (shownCatalogue() === null) setTimeout(() => setFailures(failures + 1), RETRY_MILLISECONDS);
    };
    showLanguage(asked).catch(tryAgain);
  }, [asked, failures]);
  const zone = chosen.timeZone ?? timeZone;
  const words = useMemo(() => (shown === null ? null : wordsOf(shown, zone)), [shown, zone]);
  if (words === null) return <Before />;
  return <Spoken words={words}>{children}</Spoken>;
}

function Spoken({ words, children }: { readonly words: Words; readonly children: ReactNode }) {
  const { language } = words;
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <I18nProvider locale={language === 'de' ? 'de-DE' : 'en-GB'}>
      <WordsContext value={words}>{children}</WordsContext>
    </I18nProvider>
  );
}

function wordsOf({ language, texts }: Catalogue, timeZone: string): Words {
  return {
    language,
    say: (key, ...args) => {
      const text = texts[key];
      if (text === undefined) throw new Error(`the text ${key} belongs to a page that is not loaded`);
      return fillIn(text, args[0] ?? {});
    },
    sayLoosely: (key, fillings = {}) => {
      const text = (texts as Readonly<Record<string, string>>)[key];
      return text === undefined ? null : fillIn(text, fillings);
    },
    format: formatIn(language, timeZone),
  };
}
