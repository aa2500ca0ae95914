/**
 * Keeps a text in a CSV file from being read as a formula, and gives it back unchanged.
 *
 * A spreadsheet takes a cell for a formula when its first visible character is `=`, `+`, `-` or `@` (or their wide
 * forms, which some languages of Excel fold). Where the file is opened with another delimiter than it was written with,
 * or where quotation marks are not understood, a cell may also begin inside of a text.
 *
 * 1. A *start* is the beginning of the text and every place behind `,` `;` TAB, CR or LF.
 * 2. A start is *dangerous* when the first character behind it that is neither white space, control or format character
 *    nor a quotation mark or apostrophe is one of the formula characters. The beginning is dangerous too when a control
 *    character stands there, apostrophes aside.
 * 3. `guarded` puts one apostrophe at every dangerous start and changes nothing else. Apostrophes neither make nor end
 *    danger, so the dangerous starts of the guarded text are the same ones, and each has an apostrophe of ours.
 * 4. `unguarded` takes one apostrophe from every dangerous start that has one. By 3, `unguarded(guarded(t))` is `t`.
 */
const FORMULA = '=+\\-@＝＋－＠﹦﹢﹣﹫−';
const SKIPPED = `[\\s\\p{Cc}\\p{Cf}"']`;

/** A run of skipped characters with the formula character behind it, if there is one: every start lies at or in a run. */
const run = new RegExp(`${SKIPPED}+[${FORMULA}]?|[${FORMULA}]`, 'gu');
const endsWithFormula = new RegExp(`[${FORMULA}]$`, 'u');
const beginsWithControl = /^'*\p{Cc}/u;
const mayBeDangerous = new RegExp(`[${FORMULA}]|^'*\\p{Cc}`, 'u');

/** The text with an apostrophe wherever a spreadsheet could begin a formula. Takes time linear in the text. */
export function guarded(text: string): string {
  return eachRun(text, {
    atStart: (found) => `'${found}`,
    inside: (found) => found.replaceAll(/[\t\r\n]/g, "$&'"),
  });
}

/** What was guarded; a text that never was comes back as it is, unless an apostrophe stands before a formula in it. */
export function unguarded(text: string): string {
  return eachRun(text, {
    atStart: (found) => found.replace(/^'/, ''),
    inside: (found) => found.replaceAll(/([\t\r\n])'/g, '$1'),
  });
}

interface Change {
  /** Of a run that begins at a dangerous start. */
  atStart(found: string): string;
  /** Of a run with a formula behind it, in which every separator makes a dangerous start. */
  inside(found: string): string;
}

function eachRun(text: string, { atStart, inside }: Change): string {
  if (!mayBeDangerous.test(text)) return text;
  return text.replace(run, (found, offset: number) => {
    const isFormula = endsWithFormula.test(found);
    const isStart = offset === 0 || text[offset - 1] === ',' || text[offset - 1] === ';';
    const isDangerous = isStart && (isFormula || (offset === 0 && beginsWithControl.test(found)));
    const changed = isFormula ? inside(found) : found;
    return isDangerous ? atStart(changed) : changed;
  });
}
