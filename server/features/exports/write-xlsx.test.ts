import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Cell as FoundCell, readXlsx, type Sheet } from 'hucre';
import { NEVER, parseInstant } from '#core/time/instant.ts';
import { parseLocalDate } from '#core/time/local-date.ts';
import { keeping, tableOf, textColumn } from '#tests/export-tables.ts';
import { HOSTILE_TEXTS, ODD_TEXTS } from '#tests/hostile-texts.ts';
import type { Cell, Table, TableColumn } from './table.ts';
import { writeXlsx, type XlsxOptions, type XlsxWritten } from './write-xlsx.ts';

const EPOCH_DAY = 25_569;

async function workbookOf(
  table: Table,
  options: Partial<XlsxOptions> = {},
): Promise<{ bytes: Buffer; written: XlsxWritten; sheets: readonly Sheet[] }> {
  const { sink, bytes } = keeping();
  const written = await writeXlsx(table, sink, { language: 'de', ...options });
  const { sheets } = await readXlsx(bytes(), { readStyles: true });
  return { bytes: bytes(), written, sheets };
}

/** The cell below the heading of a table of one column. */
async function cellOf(value: Cell, column: Omit<TableColumn, 'key' | 'label'>): Promise<FoundCell | undefined> {
  const { sheets } = await workbookOf(tableOf([{ key: 'x', label: 'x', ...column }], [[value]]));
  return sheets[0]!.cells?.get('1,0');
}

/** A day of Excel as the reader gives it: as a point in time, or as the number it is. */
function dayOf(cell: FoundCell | undefined): number {
  const value = cell?.value;
  if (!(value instanceof Date)) return Number(value);
  const day = value.getTime() / 86_400_000 + EPOCH_DAY;
  // Excel counts a 29 February 1900 that never was, and the reader puts it right.
  return day < 61 ? day - 1 : day;
}

function wallClockOf(cell: FoundCell | undefined): string {
  return new Date(Math.round((dayOf(cell) - EPOCH_DAY) * 86_400) * 1000).toISOString().slice(0, 19);
}

describe('a table as a workbook', () => {
  test('keeps every text as it is, hostile and odd ones alike, and holds no formula', async () => {
    const texts = [...HOSTILE_TEXTS, ...ODD_TEXTS];
    const { sheets } = await workbookOf(
      tableOf(
        [textColumn('t')],
        texts.map((text) => [text]),
      ),
    );
    assert.deepEqual(
      texts.map((_, index) => sheets[0]!.rows[index + 1]?.[0]),
      texts,
    );
    for (const cell of sheets[0]!.cells?.values() ?? []) {
      assert.equal(cell.formula, undefined);
      assert.equal(cell.style?.numFmt, '@');
    }
  });

  const numbers = [
    [{ type: 'number' }, -5, -5, '0'],
    [{ type: 'number', decimals: 2 }, 1 / 3, 1 / 3, '0.00'],
    [{ type: 'percent', decimals: 1 }, 87.5, 0.875, '0.0%'],
    [{ type: 'percent', decimals: 1 }, 100, 1, '0.0%'],
    [{ type: 'percent', decimals: 1 }, 99.996, 0.99996, '0.000%'],
    [{ type: 'percent', decimals: 1 }, 0.01, 0.0001, '0.00%'],
  ] as const;
  for (const [column, value, expected, format] of numbers) {
    test(`holds the ${column.type} ${value} as the number ${expected}, shown as ${format}`, async () => {
      const cell = await cellOf(value, column);
      assert.equal(cell?.value, expected);
      assert.equal(cell?.style?.numFmt, format);
    });
  }

  const instants = [
    ['2026-03-01T08:00:00Z', '2026-03-01T09:00:00'],
    ['2026-06-30T22:00:01Z', '2026-07-01T00:00:01'],
    ['2026-10-25T01:30:00Z', '2026-10-25T02:30:00'],
  ] as const;
  for (const [at, wallClock] of instants) {
    test(`holds the instant ${at} as the day and time ${wallClock} of the zone`, async () => {
      const cell = await cellOf(parseInstant(at), { type: 'instant' });
      assert.equal(wallClockOf(cell), wallClock);
      assert.equal(cell?.style?.numFmt, 'yyyy-mm-dd hh:mm:ss');
    });
  }

  test('holds dates as days', async () => {
    const cell = await cellOf(parseLocalDate('2026-02-28'), { type: 'date' });
    assert.equal(dayOf(cell), 46_081);
    assert.equal(cell?.style?.numFmt, 'yyyy-mm-dd');
  });

  test('holds durations as days that show their hours', async () => {
    const cell = await cellOf(90_061, { type: 'duration' });
    assert.ok(Math.abs(dayOf(cell) * 86_400 - 90_061) < 1e-4);
    assert.equal(cell?.style?.numFmt, '[h]:mm:ss');
  });

  test('says as text what Excel cannot count', async () => {
    assert.equal((await cellOf(-3661, { type: 'duration' }))?.value, '-1:01:01');
    assert.equal((await cellOf(parseLocalDate('1899-12-31'), { type: 'date' }))?.value, '1899-12-31');
    assert.equal(
      (await cellOf(parseInstant('1900-01-01T00:00:00Z'), { type: 'instant' }))?.value,
      '1900-01-01T01:00:00+01:00',
    );
  });

  test('holds flags as true or false and nothing where there is nothing', async () => {
    const flags = [[true], [false]];
    const { sheets } = await workbookOf(tableOf([{ key: 'f', label: 'f', type: 'flag' }], flags));
    assert.deepEqual(sheets[0]!.rows, [['f'], ...flags]);
    const types = ['text', 'number', 'percent', 'duration', 'instant', 'date', 'flag'] as const;
    const columns = types.map((type) => ({ key: type, label: type, type }));
    const empty = await workbookOf(
      tableOf(columns, [types.map(() => null), columns.map(({ type }) => (type === 'instant' ? NEVER : null))]),
    );
    const below = [...(empty.sheets[0]!.cells?.keys() ?? [])].filter((place) => !place.startsWith('0,'));
    assert.deepEqual(below, []);
  });

  test('has headings that stay in sight, wide enough columns, and names the zone of instants', async () => {
    const { sheets } = await workbookOf(
      tableOf([{ key: 'a', label: 'Angelegt', type: 'instant' }, textColumn('Größe')], []),
    );
    assert.deepEqual(sheets[0]!.rows, [['Angelegt (Europe/Berlin)', 'Größe']]);
    assert.equal(sheets[0]!.freezePane?.rows, 1);
    assert.deepEqual(
      sheets[0]!.columns?.map((column) => column.width),
      [26, 24],
    );
  });

  test('has room for more columns than there are letters', async () => {
    const places = Array.from({ length: 730 }, (_, index) => index);
    const columns = places.map((place): TableColumn => ({ key: `${place}`, label: `${place}`, type: 'number' }));
    const { sheets } = await workbookOf(tableOf(columns, [places]));
    assert.deepEqual(sheets[0]!.rows[1], places);
  });

  test('goes on with another sheet when one is full, with the same headings', async () => {
    const rows = Array.from({ length: 7 }, (_, index): Cell[] => [index]);
    const { sheets, written } = await workbookOf(tableOf([{ key: 'n', label: 'n', type: 'number' }], rows), {
      rowsPerSheet: 4,
    });
    assert.deepEqual(
      sheets.map(({ name }) => name),
      ['Vorgänge', 'Vorgänge (2)', 'Vorgänge (3)', 'Über diese Tabelle'],
    );
    assert.deepEqual(
      sheets.slice(0, 3).map((sheet) => sheet.rows),
      [
        [['n'], [0], [1], [2]],
        [['n'], [3], [4], [5]],
        [['n'], [6]],
      ],
    );
    assert.deepEqual(written, { rows: 7, cutTexts: 0, sheets: 3 });
  });

  test('opens no further sheet when the last row fills one', async () => {
    const rows = Array.from({ length: 3 }, (_, index): Cell[] => [index]);
    const { written } = await workbookOf(tableOf([{ key: 'n', label: 'n', type: 'number' }], rows), {
      rowsPerSheet: 4,
    });
    assert.equal(written.sheets, 1);
  });

  test('has a sheet without rows for an empty table', async () => {
    const { sheets, written } = await workbookOf(tableOf([textColumn('t')], []));
    assert.deepEqual(sheets[0]!.rows, [['t']]);
    assert.deepEqual(written, { rows: 0, cutTexts: 0, sheets: 1 });
  });

  test('cuts a text that is too long for a cell, never through a character, and says so', async () => {
    const texts = ['x'.repeat(32_767), 'x'.repeat(32_768), `${'x'.repeat(32_765)}😀yz`];
    const { sheets, written } = await workbookOf(
      tableOf(
        [textColumn('t')],
        texts.map((text) => [text]),
      ),
    );
    const found = sheets[0]!.rows.slice(1).map(([cell]) => cell);
    assert.deepEqual(found, [texts[0], `${'x'.repeat(32_766)}…`, `${'x'.repeat(32_765)}…`]);
    assert.equal(written.cutTexts, 2);
    assert.deepEqual(sheets.at(-1)!.rows.at(-1), ['Nach 32767 Zeichen abgeschnittene Texte', 2]);
  });

  test('says on its last sheet what it is', async () => {
    const notes = [{ label: 'Stand', type: 'instant', value: parseInstant('2026-03-01T08:00:00Z') }] as const;
    const { sheets } = await workbookOf(tableOf([textColumn('t')], [['a']], { notes }));
    const about = sheets.at(-1)!;
    assert.deepEqual(about.rows[0], ['Titel', 'Vorgänge']);
    assert.equal(wallClockOf(about.cells?.get('1,1')), '2026-03-01T09:00:00');
    assert.deepEqual(about.rows[2], ['Zeilen', 1]);
  });

  test('is the same file for the same table', async () => {
    const table = () => tableOf([textColumn('t')], [['a']]);
    assert.deepEqual((await workbookOf(table())).bytes, (await workbookOf(table())).bytes);
  });

  test('lets its source end when the file can take no more', async () => {
    let hasEnded = false;
    async function* endless(): AsyncGenerator<readonly Cell[]> {
      try {
        for (let at = 0; ; at += 1) yield [`${at} ${Math.sin(at)}`.repeat(100)];
      } finally {
        hasEnded = true;
      }
    }
    const { sink } = keeping();
    sink._write = (_chunk, _encoding, done) => done(new Error('no room'));
    const table = tableOf([textColumn('t')], [], { rows: endless() });
    await assert.rejects(writeXlsx(table, sink, { language: 'en' }), /no room/);
    assert.ok(hasEnded);
  });

  test('fails with the failure of its source', async () => {
    async function* broken(): AsyncGenerator<readonly Cell[]> {
      yield ['x'];
      throw new Error('no more rows');
    }
    const { sink } = keeping();
    const table = tableOf([textColumn('t')], [], { rows: broken() });
    await assert.rejects(writeXlsx(table, sink, { language: 'en' }), /no more rows/);
  });
});
