import type { DeskKey } from '#text/desk-english.ts';
import type { Language } from '#text/language.ts';

/*
 * The texts that pages say, loaded in the person's language when a page is loaded that says them.
 *
 * 1. What is shown has all texts of all pages opened so far, in one language. It changes as a whole.
 * 2. Another language is shown once all of it is there; until then the page stays as it is.
 */

/** Texts of one language, as far as they are loaded. */
export interface Catalogue {
  readonly language: Language;
  readonly texts: Readonly<Partial<Record<DeskKey, string>>>;
}

type Texts = Readonly<Record<string, string>>;

/** `desk`: what the frame and the first page say; the others belong to a page. */
const AREAS = {
  desk: {
    en: async () => (await import('#text/desk-first-english.ts')).deskFirstEnglish,
    de: async () => (await import('#text/desk-first-german.ts')).deskFirstGerman,
  },
  figure: {
    en: async () => (await import('#text/en/desk-figure.ts')).deskFigure,
    de: async () => (await import('#text/de/desk-figure.ts')).deskFigure,
  },
  list: {
    en: async () => (await import('#text/en/desk-list.ts')).deskList,
    de: async () => (await import('#text/de/desk-list.ts')).deskList,
  },
  ticket: {
    en: async () => (await import('#text/en/desk-ticket.ts')).deskTicket,
    de: async () => (await import('#text/de/desk-ticket.ts')).deskTicket,
  },
  /** States of a ticket, what happened to it, and why its deadlines are what they are. */
  deadline: {
    en: async () => (await import('#text/en/deadline.ts')).deadline,
    de: async () => (await import('#text/de/deadline.ts')).deadline,
  },
  import: {
    en: async () => (await import('#text/en/desk-import.ts')).deskImport,
    de: async () => (await import('#text/de/desk-import.ts')).deskImport,
  },
} as const satisfies Record<string, Readonly<Record<Language, () => Promise<Texts>>>>;

export type WordArea = keyof typeof AREAS;

const wanted = new Set<WordArea>(['desk']);
const loaded = new Map<string, Promise<Texts>>();
const listeners = new Set<() => void>();
let shown: Catalogue | null = null;
let language: Language | null = null;

/** What is shown; null until the first language is there. */
export function shownCatalogue(): Catalogue | null {
  return shown;
}

export function onCatalogue(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Shows a language once all texts of the pages opened so far are there. */
export async function showLanguage(asked: Language): Promise<void> {
  language = asked;
  await showWanted();
}

/** Loads ahead what will be shown if this turns out to be the person's language. */
export function prepareLanguage(likely: Language): void {
  for (const area of wanted) textsOf(area, likely).catch(() => undefined);
}

/** A page together with the texts it says: it is not there before they are. */
export function withWords<Page>(areas: readonly WordArea[], load: () => Promise<Page>): () => Promise<Page> {
  return async () => {
    for (const area of areas) wanted.add(area);
    const [page] = await Promise.all([load(), showWanted()]);
    return page;
  };
}

async function showWanted(): Promise<void> {
  const asked = language;
  if (asked === null) return;
  const areas = [...wanted];
  const parts = await Promise.all(areas.map((area) => textsOf(area, asked)));
  // Somebody may have asked for another language, or for more, in the meantime: then that is shown instead.
  if (language !== asked || wanted.size !== areas.length) return showWanted();
  shown = { language: asked, texts: Object.assign({}, ...parts) };
  for (const listener of listeners) listener();
}

function textsOf(area: WordArea, of: Language): Promise<Texts> {
  const key = `${area} ${of}`;
  const known = loaded.get(key);
  if (known !== undefined) return known;
  const fresh: Promise<Texts> = AREAS[area][of]();
  loaded.set(key, fresh);
  fresh.catch(() => loaded.delete(key));
  return fresh;
}
