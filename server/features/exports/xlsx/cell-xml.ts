import { durationText } from '#core/display/duration-text.ts';
import { type Instant, SECONDS_PER_DAY } from '#core/time/instant.ts';
import { formatLocalDate, type LocalDate } from '#core/time/local-date.ts';
import type { Zone } from '#core/time/zone.ts';
import { localTimeText } from '../local-time.ts';
import { type Cell, numberIn, type TableColumn } from '../table.ts';
import { type StyleBook, TEXT_FORMAT } from './style-book.ts';
import { cutText, LONGEST_TEXT, xmlText } from './xml-text.ts';

/** What the cells of one workbook share. */
export interface CellContext {
  readonly zone: Zone;
  readonly styles: StyleBook;
  /** Told of every text that is too long for a cell. */
  onCut(): void;
}

/** 1 January 1970 as Excel counts days. */
const EPOCH_DAY = 25_569;
/** From 1 March 1900 on Excel counts as the calendar does; it holds no day before 1900. */
const FIRST_SURE_DAY = 61;
const MOST_PERCENT_DECIMALS = 6;

const FORMATS = { instant: 'yyyy-mm-dd hh:mm:ss', date: 'yyyy-mm-dd', duration: '[h]:mm:ss' } as const;

/**
 * A cell at `reference`, or nothing for an empty one. Numbers are numbers, dates and times are days of Excel as the
 * wall clock of the zone shows them. Texts stand in the cell itself and are never formulas. What Excel cannot count
 * becomes text: days before March 1900 and negative durations, which it would show as `####`.
 */
export function cellXml(reference: string, cell: Cell, column: TableColumn, context: CellContext): string {
  if (cell === null) return '';
  if (column.type === 'text') return textXml(reference, String(cell), context);
  if (column.type === 'flag') return `<c r="${reference}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  const number = numberIn(cell, column);
  if (number === null) return '';
  const numberXml = (value: number, format: string): string =>
    `<c r="${reference}" s="${context.styles.of(format)}"><v>${value}</v></c>`;
  switch (column.type) {
    case 'number':
      return numberXml(number, decimalFormat(column.decimals ?? 0));
    case 'percent':
      return numberXml(number / 100, `${decimalFormat(percentDecimals(number, column.decimals ?? 1))}%`);
    case 'duration':
      return number < 0
        ? textXml(reference, durationText(number) ?? '', context)
        : numberXml(daysOf(number), FORMATS.duration);
    case 'date':
      return number + EPOCH_DAY < FIRST_SURE_DAY
        ? textXml(reference, formatLocalDate(number as LocalDate), context)
        : numberXml(number + EPOCH_DAY, FORMATS.date);
    case 'instant': {
      const day = daysOf(context.zone.localSecondsAt(number as Instant)) + EPOCH_DAY;
      return day < FIRST_SURE_DAY
        ? textXml(reference, localTimeText(number, context.zone), context)
        : numberXml(day, FORMATS.instant);
    }
  }
}

/** A text as a cell of that style. */
export function textXml(
  reference: string,
  text: string,
  { styles, onCut, style = styles.of(TEXT_FORMAT) }: CellContext & { readonly style?: number },
): string {
  if (text.length > LONGEST_TEXT) onCut();
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(cutText(text))}</t></is></c>`;
}

/** `A`, `Z`, `AA` for the columns 0, 25, 26. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return `${rest < 0 ? '' : columnLetters(rest)}${String.fromCharCode(65 + (index % 26))}`;
}

/** Below 100 never shown as 100, above 0 never as 0 (kpi-spec G9). */
function percentDecimals(percent: number, decimals: number): number {
  const isHidden = (shown: number): boolean => shown !== percent && (shown === 0 || shown === 100);
  let enough = decimals;
  while (enough < MOST_PERCENT_DECIMALS && isHidden(Number(percent.toFixed(enough)))) enough += 1;
  return enough;
}

function decimalFormat(decimals: number): string {
  return decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`;
}

function daysOf(seconds: number): number {
  return seconds / SECONDS_PER_DAY;
}
