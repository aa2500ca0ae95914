/**
 * Replaces what stands between `<!-- generated: name -->` and `<!-- end: name -->`; the rest of a text is a person's.
 * @throws Error when the text lacks the markers.
 */
export function betweenMarkers(text: string, name: string, content: string): string {
  const [begin, end] = [`<!-- generated: ${name} -->`, `<!-- end: ${name} -->`];
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`the markers "${begin}" and "${end}" are missing`);
  return `${text.slice(0, from + begin.length)}\n${content}\n${text.slice(to)}`;
}
