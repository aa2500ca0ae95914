import { foreignText, withoutIsolates } from '#text/foreign-text.ts';

/**
 * How wide a text will be, without asking the browser: measuring in a loop costs more than the whole chart. The widths
 * are those of wide system fonts, so that a guess is rather too wide than too narrow.
 */

/** Font size of every text in a chart, and the room that a line of it takes. */
export const CHART_FONT = 12;
export const CHART_LINE = 16;

/** Widths in parts of the font size. */
const NARROW = 0.32;
const DIGIT = 0.62;
const CAPITAL = 0.72;
const WIDE = 0.92;
const OTHER = 0.58;
const BOLD = 1.07;

/** Pixels that `text` takes in a chart. */
export function textWidth(text: string, weight: 'plain' | 'bold' = 'plain'): number {
  let width = 0;
  for (const sign of text) width += widthOf(sign);
  return Math.ceil(width * CHART_FONT * (weight === 'bold' ? BOLD : 1));
}

/** The text cut so that it fits, with an ellipsis where something was cut. */
export function fitText(text: string, width: number, weight: 'plain' | 'bold' = 'plain'): string {
  if (textWidth(text, weight) <= width) return text;
  let cut = withoutIsolates(text);
  while (cut.length > 1 && textWidth(`${cut}…`, weight) > width) cut = cut.slice(0, -1);
  return foreignText(`${cut.trimEnd()}…`);
}

/** The text in at most two lines, broken between words or after a hyphen; what does not fit is cut. */
export function wrapText(text: string, width: number, weight: 'plain' | 'bold' = 'plain'): readonly string[] {
  if (textWidth(text, weight) <= width) return [text];
  const pieces = withoutIsolates(text).split(/(?<=[\s-])/);
  let first = '';
  while (pieces.length > 0 && textWidth(`${first}${pieces[0]}`.trimEnd(), weight) <= width) first += pieces.shift();
  if (first === '') return [fitText(text, width, weight)];
  return [first.trimEnd(), fitText(pieces.join(''), width, weight)].map(foreignText);
}

/** The text in as many lines as it takes, broken between words or after a hyphen; a word too long stands out. */
export function wrapLines(text: string, width: number, weight: 'plain' | 'bold' = 'plain'): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of withoutIsolates(text).split(/(?<=[\s-])/)) {
    if (line !== '' && textWidth(`${line}${piece}`.trimEnd(), weight) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return [...lines, line.trimEnd()].map(foreignText);
}

function widthOf(sign: string): number {
  if (withoutIsolates(sign) === '') return 0;
  if (/[\u202f\u2009.,:;·'’!|iljtfr() ]/.test(sign)) return NARROW;
  if (/[0-9–−+]/.test(sign)) return DIGIT;
  if (/[mwMW%…—€@]/.test(sign)) return WIDE;
  if (/\p{Lu}/u.test(sign)) return CAPITAL;
  return /[\u2e80-\uffdc]/.test(sign) ? 1 : OTHER;
}
