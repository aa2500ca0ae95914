import { catalogueOf } from '#text/catalogue.ts';
import { deskEnglish } from '#text/desk-english.ts';
import { deskGerman } from '#text/desk-german.ts';

/** What one language says and the other does not: missing texts, empty texts, other placeholders. */
export function checkLanguages(
  english: Readonly<Record<string, string>> = { ...catalogueOf('en'), ...deskEnglish },
  german: Readonly<Record<string, string>> = { ...catalogueOf('de'), ...deskGerman },
): readonly string[] {
  const keys = [...new Set([...Object.keys(english), ...Object.keys(german)])].sort();
  return keys.flatMap((key) => {
    const texts = { en: english[key], de: german[key] };
    const missing = (['en', 'de'] as const).filter((language) => !texts[language]?.trim());
    if (missing.length > 0) return missing.map((language) => `text ${key} is missing in ${language}`);
    const [inEnglish, inGerman] = [placeholders(texts.en ?? ''), placeholders(texts.de ?? '')];
    return inEnglish === inGerman ? [] : [`text ${key} fills in ${inEnglish} in en, but ${inGerman} in de`];
  });
}

function placeholders(text: string): string {
  const names = [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[0]);
  return [...new Set(names)].sort().join(' ') || 'nothing';
}
