/*
 * The part of an address behind `?`, written as people write it: `?period=2026-06&where=team%3DMail`. A name that
 * stands once is a text, a name that is repeated a list.
 */

export type RawSearch = Readonly<Record<string, string | readonly string[]>>;

export function parseSearch(text: string): RawSearch {
  const found: Record<string, string | string[]> = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const before = found[name];
    if (before === undefined) found[name] = value;
    else found[name] = [...(Array.isArray(before) ? before : [before]), value];
  }
  return found;
}

/** What is undefined, null or '' is left out; names stay in their order. */
export function writeSearch(search: Readonly<Record<string, unknown>>): string {
  const written = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') written.append(name, String(one));
    }
  }
  const text = written.toString();
  return text === '' ? '' : `?${text}`;
}
