import type { Writable } from 'node:stream';
import { say } from '#text/catalogue.ts';
import type { Language } from '#text/language.ts';
import { cursorOf } from './row-cursor.ts';
import { counted, type Table, type TableNote, type Written } from './table.ts';
import type { CellContext } from './xlsx/cell-xml.ts';
import { numberedSheetName, sheetName } from './xlsx/sheet-name.ts';
import { notesXml, sheetXml } from './xlsx/sheet-xml.ts';
import { newStyleBook } from './xlsx/style-book.ts';
import { sheetPath, workbookParts } from './xlsx/workbook-parts.ts';
import { LONGEST_TEXT } from './xlsx/xml-text.ts';
import { writeZip } from './xlsx/zip-stream.ts';

export interface XlsxOptions {
  /** Of the sheet about the table. */
  readonly language: Language;
  /** Rows of a sheet with its heading; another sheet follows. At most what the format allows. */
  readonly rowsPerSheet?: number;
}

/** What Excel allows. */
export const MOST_ROWS_PER_SHEET = 1_048_576;
/** Characters may take three bytes, and a part of the file less than 4 GiB. */
const MOST_CHARACTERS_PER_SHEET = 1_300_000_000;

export interface XlsxWritten extends Written {
  /** Sheets with rows, without the one about the table. */
  readonly sheets: number;
}

/**
 * Writes a table as a workbook and ends the stream: sheets of rows, then one that says what the table is. Memory is
 * bounded by a piece of a sheet. The same table makes the same bytes.
 */
export async function writeXlsx(
  table: Table,
  sink: Writable,
  { language, rowsPerSheet = MOST_ROWS_PER_SHEET }: XlsxOptions,
): Promise<XlsxWritten> {
  if (rowsPerSheet < 2 || rowsPerSheet > MOST_ROWS_PER_SHEET) throw new RangeError(`${rowsPerSheet} rows per sheet`);
  const count = { rows: 0, cutTexts: 0 };
  const styles = newStyleBook();
  const cells: CellContext = {
    zone: table.zone,
    styles,
    onCut: () => {
      count.cutTexts += 1;
    },
  };
  const limits = { rows: rowsPerSheet, characters: MOST_CHARACTERS_PER_SHEET };
  const cursor = cursorOf(counted(table.rows, count));
  const about = sheetName(say(language, 'export.about'));
  const names: string[] = [];
  try {
    await writeZip(sink, async (zip) => {
      do {
        names.push(numberedSheetName(table.title, names.length + 1, [...names, about]));
        await zip.add(sheetPath(names.length), sheetXml(table.columns, cursor, { limits, cells }));
      } while ((await cursor.peek()) !== null);
      const notes = [...table.notes, ...countNotes(count, language)];
      await zip.add(sheetPath(names.length + 1), [notesXml([titleNote(table, language), ...notes], cells)]);
      await zip.add('xl/styles.xml', [styles.xml()]);
      for (const [path, xml] of workbookParts([...names, about])) await zip.add(path, [xml]);
    });
  } finally {
    await cursor.close();
  }
  return { ...count, sheets: names.length };
}

function titleNote({ title }: Table, language: Language): TableNote {
  return { label: say(language, 'export.title'), type: 'text', value: title };
}

function countNotes({ rows, cutTexts }: Written, language: Language): TableNote[] {
  const cut: TableNote = {
    label: say(language, 'export.cutTexts', { longest: LONGEST_TEXT }),
    type: 'number',
    value: cutTexts,
  };
  return [{ label: say(language, 'export.rows'), type: 'number', value: rows }, ...(cutTexts > 0 ? [cut] : [])];
}
