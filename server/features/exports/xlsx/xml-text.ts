/** The most UTF-16 units of a text that a cell of Excel holds. */
export const LONGEST_TEXT = 32_767;

/** The text, or its beginning with an ellipsis where a cell cannot hold it. */
export function cutText(text: string): string {
  if (text.length <= LONGEST_TEXT) return text;
  return `${text.slice(0, LONGEST_TEXT - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/**
 * A text as content of an element. What XML cannot hold, and a carriage return, which XML readers turn into a line
 * feed, is written as `_x000D_`; a text that looks like that has its underscore written as `_x005F_` (ECMA-376,
 * ST_Xstring).
 */
export function xmlText(text: string): string {
  const known = text.toWellFormed();
  return NEEDS_CARE.test(known) ? known.replace(CARE, escaped) : known;
}

/** A text as the value of an attribute in quotation marks. */
export function xmlAttribute(text: string): string {
  return xmlText(text).replaceAll('"', '&quot;');
}

const PATTERN = '[&<>]|[^\\t\\n\\x20-\\uFFFD]|_(?=x[0-9A-Fa-f]{4}_)';
const NEEDS_CARE = new RegExp(PATTERN);
const CARE = new RegExp(PATTERN, 'g');
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function escaped(character: string): string {
  return ENTITIES[character] ?? `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}
