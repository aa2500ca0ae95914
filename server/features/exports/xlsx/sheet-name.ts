const LONGEST_NAME = 31;

/**
 * A name that Excel accepts for a sheet: at most 31 characters, none of `: \ / ? * [ ]`, no control character, no
 * apostrophe at either end, not empty and not the reserved "History". What is forbidden becomes a space.
 * `suffix` stays whole; the text before it is cut.
 */
export function sheetName(text: string, suffix = ''): string {
  const clean = text
    .slice(0, 200)
    .toWellFormed()
    .replaceAll(/[:\\/?*[\]\p{Cc}\uFFFE\uFFFF]/gu, ' ')
    .replaceAll(/\s+/g, ' ');
  const trimmed = `${cut(withoutEdges(clean), LONGEST_NAME - suffix.length)}${suffix}`;
  const isForbidden = trimmed === suffix || /^history$/i.test(trimmed);
  return isForbidden ? `Table${suffix}` : trimmed;
}

/** The name of the sheet with that number, from 1; no two are the same, nor any the same as one of `taken`. */
export function numberedSheetName(text: string, number: number, taken: readonly string[]): string {
  const isTaken = (name: string): boolean => taken.some((other) => other.toLowerCase() === name.toLowerCase());
  let candidate = sheetName(text, number === 1 ? '' : ` (${number})`);
  for (let next = number + 1; isTaken(candidate); next += 1) candidate = sheetName(text, ` (${next})`);
  return candidate;
}

function withoutEdges(text: string): string {
  return text.replace(/^[\s']+/, '').replace(/[\s']+$/, '');
}

/** No half of a character that has two halves stays behind. */
function cut(text: string, length: number): string {
  return withoutEdges(text.slice(0, length).replace(/[\uD800-\uDBFF]$/, ''));
}
