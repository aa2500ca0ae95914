import type { RowCursor } from '../row-cursor.ts';
import type { Cell, CellType, TableColumn, TableNote } from '../table.ts';
import { type CellContext, cellXml, columnLetters, textXml } from './cell-xml.ts';

const CHUNK_CHARACTERS = 65_536;
const OPEN =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';
const CLOSE = '</sheetData></worksheet>';
const FROZEN =
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';

/** Widths in characters. */
const WIDTHS: Readonly<Record<CellType, number>> = {
  text: 24,
  number: 12,
  percent: 10,
  duration: 12,
  instant: 20,
  date: 12,
  flag: 8,
};
const WIDEST = 60;

export interface SheetLimits {
  /** Rows of a sheet, the heading with them. */
  readonly rows: number;
  /** A part of the file may have 4 GiB; a sheet ends well before. */
  readonly characters: number;
}

/** A sheet with as many rows of the cursor as it may hold, piece by piece, below a heading that stays in sight. */
export async function* sheetXml(
  columns: readonly TableColumn[],
  cursor: RowCursor,
  { limits, cells }: { readonly limits: SheetLimits; readonly cells: CellContext },
): AsyncGenerator<string> {
  const letters = columns.map((_, index) => columnLetters(index));
  const headings = columns.map((column) => headingOf(column, cells));
  let row = 1;
  let written = 0;
  let chunk = `${OPEN}${FROZEN}${widthsXml(columns, headings)}<sheetData>${headingXml(headings, cells)}`;
  while (row < limits.rows && written + chunk.length < limits.characters) {
    const values = await cursor.next();
    if (values === null) break;
    row += 1;
    chunk += rowXml(row, columns, { letters, values, cells });
    if (chunk.length < CHUNK_CHARACTERS) continue;
    written += chunk.length;
    yield chunk;
    chunk = '';
  }
  yield `${chunk}${CLOSE}`;
}

/** The sheet that says what the table is: a line per note. */
export function notesXml(notes: readonly TableNote[], cells: CellContext): string {
  const rows = notes.map(({ label, type, value }, index) => {
    const at = index + 1;
    const heading = textXml(`A${at}`, label, { ...cells, style: cells.styles.heading });
    return `<row r="${at}">${heading}${cellXml(`B${at}`, value, { key: label, label, type }, cells)}</row>`;
  });
  const widths =
    '<cols><col min="1" max="1" width="36" customWidth="1"/><col min="2" max="2" width="60" customWidth="1"/></cols>';
  return `${OPEN}${widths}<sheetData>${rows.join('')}${CLOSE}`;
}

function rowXml(
  row: number,
  columns: readonly TableColumn[],
  {
    letters,
    values,
    cells,
  }: { readonly letters: readonly string[]; readonly values: readonly Cell[]; readonly cells: CellContext },
): string {
  let xml = `<row r="${row}">`;
  columns.forEach((column, index) => {
    xml += cellXml(`${letters[index]}${row}`, values[index] ?? null, column, cells);
  });
  return `${xml}</row>`;
}

/** Days of Excel have no zone, so the heading names it. */
function headingOf({ label, type }: TableColumn, { zone }: CellContext): string {
  return type === 'instant' ? `${label} (${zone.id})` : label;
}

function headingXml(headings: readonly string[], cells: CellContext): string {
  const row = headings.map((text, index) =>
    textXml(`${columnLetters(index)}1`, text, { ...cells, style: cells.styles.heading }),
  );
  return `<row r="1">${row.join('')}</row>`;
}

function widthsXml(columns: readonly TableColumn[], headings: readonly string[]): string {
  if (columns.length === 0) return '';
  const widths = columns.map(({ type }, index) => {
    const width = Math.min(WIDEST, Math.max(WIDTHS[type], headings[index]!.length + 2));
    return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`;
  });
  return `<cols>${widths.join('')}</cols>`;
}
