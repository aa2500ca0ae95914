/** Control characters but tab and line feed, and the signs that turn the direction of what stands around them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach a terminal.
const unprintable = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;
const replacement = '\ufffd';

/**
 * The text as it may be shown: names of services and teams come from logs and from other people, and a terminal would
 * carry out what it finds in them.
 */
export function printable(text: string): string {
  return text.replace(unprintable, replacement);
}

/** The same on one line, for a cell of a table or a heading. */
export function printableLine(text: string): string {
  return printable(text).replace(/[\t\n\u2028\u2029]/g, replacement);
}
