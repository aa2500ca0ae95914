/**
 * Control characters but tab and line feed, and the signs that turn the direction of what stands around them. An isolate
 * that is closed on its line turns nothing outside of it, and stays.
 */
const unprintable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach a terminal.
  /\u2068([^\n\u202a-\u202e\u2066-\u2069]*)\u2069|[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;
const replacement = '\ufffd';

/**
 * The text as it may be shown: names of services and teams come from logs and from other people, and a terminal would
 * carry out what it finds in them.
 */
export function printable(text: string): string {
  return text.replace(unprintable, (_, inside: string | undefined) =>
    inside === undefined ? replacement : `\u2068${printable(inside)}\u2069`,
  );
}

/** The same on one line, for a cell of a table or a heading. */
export function printableLine(text: string): string {
  return printable(text).replace(/[\t\n\u2028\u2029]/g, replacement);
}
