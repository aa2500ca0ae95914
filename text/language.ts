export const languages = ['de', 'en'] as const;

export type Language = (typeof languages)[number];

/**
 * The language for a person at this terminal: KUNDIG_LANGUAGE, else the locale (LC_ALL before LC_MESSAGES before
 * LANG, as POSIX orders them); `de…` is German, everything else English.
 */
export function languageOf(environment: Readonly<Record<string, string | undefined>>): Language {
  const chosen = environment.KUNDIG_LANGUAGE || environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  return /^de(?![a-z])/i.test(chosen) ? 'de' : 'en';
}

/** The language for an HTTP request: the first of ours in Accept-Language, English without one. */
export function languageOfHeader(header: string | undefined): Language {
  const wanted = (header ?? '').slice(0, 200).toLowerCase().split(',');
  const found = wanted.map((part) => part.trim().slice(0, 2)).find((part) => part === 'de' || part === 'en');
  return found === 'de' ? 'de' : 'en';
}
