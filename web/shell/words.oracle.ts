import { deskEnglish } from '#text/desk-english.ts';
import { deskGerman } from '#text/desk-german.ts';
import { fillIn } from '#text/fill.ts';
import type { Language } from '#text/language.ts';
import { formatIn } from './format.ts';
import type { Words } from './words.tsx';

/** The words of a language as pages have them, for tests. */
export function wordsIn(language: Language, timeZone = 'Europe/Berlin'): Words {
  const catalogue: Readonly<Record<string, string>> = language === 'de' ? deskGerman : deskEnglish;
  return {
    language,
    say: (key, ...args) => fillIn(catalogue[key]!, args[0] ?? {}),
    sayLoosely: (key, fillings = {}) => (catalogue[key] === undefined ? null : fillIn(catalogue[key], fillings)),
    format: formatIn(language, timeZone),
  };
}
