import { printable } from './printable.ts';

/*
 * Texts that others wrote, such as subjects, names and cells of files, among words of ours.
 *
 * 1. The data is never changed: this is how a text is shown, not what is stored, sent or exported.
 * 2. What would act without being seen is seen: control characters and signs that turn the direction become `\ufffd`,
 *    and so does each sign of a text of which nothing at all would be seen.
 * 3. Text that runs from right to left runs so for itself, between U+2068 and U+2069 (UAX #9, "isolates"), and turns
 *    nothing around it. Sentences, titles of windows and drawings have no elements that could do it, so signs do.
 */

/** Letters and marks that run from right to left, and pull numbers and punctuation beside them along. */
const rightToLeft = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const isolates = /\u2068[^\u2068\u2069]*\u2069/g;
const ends = /[\u2068\u2069]/g;
const unseen = /[\p{Default_Ignorable_Code_Point}\u2800]/gu;
const allUnseen = /^[\s\p{Default_Ignorable_Code_Point}\u2800]+$/u;

/** A text of others as it may stand among words of ours; done twice it is the same as done once. */
export function foreignText(text: string): string {
  if (allUnseen.test(text)) return text.replace(unseen, '\ufffd');
  const safe = printable(text.replaceAll('\r\n', '\n'));
  return rightToLeft.test(safe) ? safe.split('\n').map(isolated).join('\n') : safe;
}

/** The same text for measuring and cutting, which would lose the end of an isolate. */
export function withoutIsolates(text: string): string {
  return text.replace(ends, '');
}

/** Direction ends with its line. What already stands for itself needs nothing. */
function isolated(line: string): string {
  return rightToLeft.test(line.replace(isolates, '')) ? `\u2068${withoutIsolates(line)}\u2069` : line;
}
