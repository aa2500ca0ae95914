import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { formatLocalDate, type LocalDate } from '#core/time/local-date.ts';
import type { Zone } from '#core/time/zone.ts';
import { guarded } from './csv-guard.ts';
import { localTimeText } from './local-time.ts';
import { type Cell, counted, numberIn, type Table, type TableColumn, type Written } from './table.ts';

export type CsvDelimiter = ',' | ';';

export interface CsvOptions {
  /** The mark by which Excel knows UTF-8. */
  readonly bom?: 'with' | 'without';
  readonly delimiter?: CsvDelimiter;
  /** `,` for spreadsheets set to German. */
  readonly decimalMark?: '.' | ',';
}

const CHUNK_CHARACTERS = 65_536;

/** Writes a table as RFC 4180 in UTF-8, see `csvChunks`, and ends the stream. */
export async function writeCsv(table: Table, sink: Writable, options: CsvOptions): Promise<Written> {
  const count = { rows: 0 };
  await pipeline(Readable.from(csvChunks({ ...table, rows: counted(table.rows, count) }, options)), sink);
  return { rows: count.rows, cutTexts: 0 };
}

/**
 * The file piece by piece, lines ended by CRLF. Memory is bounded by a piece and a row.
 *
 * Numbers have as many digits as they need; percent count from 0 to 100; durations are seconds, as their heading says.
 * Instants are `2026-03-01T09:00:00+01:00` in the zone of the table: exact, also in the hour that is repeated in autumn.
 * Texts are guarded against being read as formulas (csv-guard.ts); an empty text is `""`, no text nothing at all.
 */
export async function* csvChunks(
  { columns, rows, zone }: Table,
  { bom = 'without', delimiter = ',', decimalMark = '.' }: CsvOptions = {},
): AsyncGenerator<string> {
  const line = (fields: readonly string[]): string => {
    const text = fields.join(delimiter);
    // An empty line is no record, so a lone empty cell needs its quotation marks.
    return `${text === '' ? '""' : text}\r\n`;
  };
  const fieldOf = (cell: Cell, column: TableColumn): string => {
    const text = fieldText(cell, column, zone);
    const isDecimal = column.type === 'number' || column.type === 'percent';
    return isDecimal && decimalMark === ',' ? quoted(text.replace('.', ',')) : text;
  };
  let chunk = `${bom === 'with' ? '\uFEFF' : ''}${line(columns.map((column) => textField(headingOf(column))))}`;
  for await (const row of rows) {
    chunk += line(columns.map((column, index) => fieldOf(row[index] ?? null, column)));
    if (chunk.length < CHUNK_CHARACTERS) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;

  function quoted(number: string): string {
    return delimiter === ',' && number.includes(',') ? `"${number}"` : number;
  }
}

function headingOf({ label, type }: TableColumn): string {
  return type === 'duration' ? `${label} (s)` : label;
}

function fieldText(cell: Cell, column: TableColumn, zone: Zone): string {
  if (cell === null) return '';
  if (column.type === 'text') return textField(String(cell));
  if (column.type === 'flag') return String(cell);
  const number = numberIn(cell, column);
  if (number === null) return '';
  switch (column.type) {
    case 'instant':
      return localTimeText(number, zone);
    case 'date':
      return formatLocalDate(number as LocalDate);
    default:
      return String(number);
  }
}

/** Marks stand around all that any reader could take for the end of a cell, whatever its delimiter. */
function textField(text: string): string {
  const safe = guarded(text);
  return safe === '' || /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
