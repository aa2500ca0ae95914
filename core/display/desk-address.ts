/** The rooms of the desk that an address may lead to. */
const ROOMS = ['cockpit', 'q', 't', 'admin'] as const;
const LONGEST = 2_000;

/**
 * No dots, no percent signs and no empty parts in the path, so that nothing can climb out of the desk or be read as
 * another host; no `#`, no white space and no backslash anywhere.
 */
const SHAPE = new RegExp(`^/desk/(?:${ROOMS.join('|')})(?:/[\\w~-]+)*(?:\\?[\\w%.~!$&'()*+,;=:@/?-]*)?$`);

/**
 * Whether a text is an address of the desk on this very server, to be kept or gone to: a path with its search, from the
 * list of rooms above. `//evil.example`, `/\evil.example` and `https:evil.example` are none.
 */
export function isDeskAddress(text: string): boolean {
  return text.length <= LONGEST && SHAPE.test(text);
}
