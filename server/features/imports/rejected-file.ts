import { say, sayLoosely } from '#text/catalogue.ts';
import type { Language } from '#text/language.ts';
import { guarded } from '../exports/index.ts';
import type { RowProblem } from './import-problem.ts';

/** No formula, though it begins like one: a lone sign, a number. */
const HARMLESS = /^(?:[=+\-@\t\r]|-?\d+(?:[.,]\d+)?)$/;

export interface RejectedLine {
  readonly line: number;
  readonly fields: readonly string[];
  /** Null: these are the names of the columns. */
  readonly reasons: readonly RowProblem[] | null;
}

/**
 * A line of the file of rejected rows: their own columns as in the log, split as the log is, so that a corrected file can
 * be imported under the same mapping; the number of the line and the reason stand behind them.
 */
export function rejectedLine(
  { line, fields, reasons }: RejectedLine,
  { delimiter, language }: { readonly delimiter: string; readonly language: Language },
): string {
  const about =
    reasons === null
      ? [say(language, 'import.column.line'), say(language, 'import.column.reason')]
      : [String(line), reasons.map((reason) => reasonWords(reason, language)).join('; ')];
  return `${[...fields, ...about].map((field) => csvCell(field, delimiter)).join(delimiter)}\r\n`;
}

/** What is wrong with a row, at which column. */
function reasonWords({ column, problem, value }: RowProblem, language: Language): string {
  const words = sayLoosely(language, `import.problem.${problem}`, {});
  if (column === '') return value === '' ? words : `${words} (${value})`;
  return value === '' ? `${column}: ${words}` : `${column}: ${words} (${value})`;
}

/** A field of a file that people open in a spreadsheet: quoted where it must be, and never a formula. */
export function csvCell(text: string, delimiter: string): string {
  const safe = HARMLESS.test(text) ? text : guarded(text);
  return safe.includes(delimiter) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
