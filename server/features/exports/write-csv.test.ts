import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CsvReader } from '#core/import/csv-reader.ts';
import { parseInstant } from '#core/time/instant.ts';
import { parseLocalDate } from '#core/time/local-date.ts';
import { zoneOf } from '#core/time/zone.ts';
import { each, keeping, tableOf, textColumn } from '#tests/export-tables.ts';
import { HOSTILE_TEXTS, ODD_TEXTS } from '#tests/hostile-texts.ts';
import { unguarded } from './csv-guard.ts';
import type { Cell, Table, TableColumn } from './table.ts';
import { type CsvOptions, writeCsv } from './write-csv.ts';

async function csvOf(table: Table, options: CsvOptions = {}): Promise<string> {
  const { sink, bytes } = keeping();
  await writeCsv(table, sink, options);
  return bytes().toString('utf8');
}

/** Records by a strict reader; a line that is no CSV fails. */
function recordsOf(text: string, delimiter = ','): string[][] {
  const reader = new CsvReader(delimiter, 1_000_000);
  return [...reader.read(text), ...reader.end()].map((record) => {
    assert.ok(record.kind === 'fields', JSON.stringify(record));
    return [...record.fields];
  });
}

const fieldOf = async (
  value: Cell,
  column: Pick<TableColumn, 'type'>,
  options: CsvOptions = {},
): Promise<string | undefined> => {
  const table = tableOf([{ key: 'x', label: 'x', ...column }], [[value]]);
  return recordsOf(await csvOf(table, options), options.delimiter)[1]?.[0];
};

describe('a table as CSV', () => {
  for (const delimiter of [',', ';'] as const) {
    test(`reads back whole with "${delimiter}", hostile and odd texts alike`, async () => {
      const texts = [...HOSTILE_TEXTS, ...ODD_TEXTS];
      const table = tableOf(
        [textColumn('before'), textColumn('text'), textColumn('after')],
        texts.map((text) => ['a', text, 'b']),
      );
      const records = recordsOf(await csvOf(table, { delimiter }), delimiter);
      assert.deepEqual(
        records.slice(1).map((fields) => fields.map(unguarded)),
        texts.map((text) => ['a', text, 'b']),
      );
    });

    test(`has no cell that begins a formula, though "${delimiter}" is read as the other delimiter`, async () => {
      const rows = HOSTILE_TEXTS.map((text) => ['a', text]);
      const text = await csvOf(tableOf([textColumn('a'), textColumn('b')], rows), { delimiter });
      // As a reader that understands neither the delimiter nor quotation marks would cut it.
      const cells = text.split(/[,;\t\r\n]/).map((cell) => cell.replaceAll('"', ''));
      assert.deepEqual(
        cells.filter((cell) => /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u.test(cell)),
        [],
      );
    });
  }

  test('has headings that are guarded too', async () => {
    assert.equal(await csvOf(tableOf([textColumn('=1+1')], [])), "'=1+1\r\n");
  });

  test('ends every line with CRLF, the last too', async () => {
    const text = await csvOf(tableOf([textColumn('a'), textColumn('b')], [['1', 'x']]));
    assert.equal(text, 'a,b\r\n1,x\r\n');
  });

  test('has only its headings when there are no rows', async () => {
    assert.equal(await csvOf(tableOf([textColumn('a'), textColumn('b')], [])), 'a,b\r\n');
  });

  test('begins with the mark of UTF-8 when asked', async () => {
    const table = () => tableOf([textColumn('Größe')], []);
    assert.equal(await csvOf(table(), { bom: 'with' }), '\uFEFFGröße\r\n');
    assert.equal(await csvOf(table()), 'Größe\r\n');
  });

  test('keeps numbers as numbers, negative ones too, with all their digits', async () => {
    const numbers = [-5, -0.25, 0, 1 / 3, 1e6, 12_345_678.9];
    const table = tableOf(
      [{ key: 'n', label: 'n', type: 'number', decimals: 1 }],
      numbers.map((number) => [number]),
    );
    const records = recordsOf(await csvOf(table));
    assert.deepEqual(
      records.slice(1).map(([field]) => Number(field)),
      numbers,
    );
  });

  test('has a decimal comma when asked, in quotation marks where the comma divides cells', async () => {
    const csv = (delimiter: ',' | ';') =>
      csvOf(tableOf([{ key: 'n', label: 'n', type: 'number' }, textColumn('t')], [[-1.5, '1.5']]), {
        delimiter,
        decimalMark: ',',
      });
    assert.equal(await csv(';'), 'n;t\r\n-1,5;1.5\r\n');
    assert.equal(await csv(','), 'n,t\r\n"-1,5",1.5\r\n');
  });

  test('counts percent from 0 to 100 and durations in seconds, as the heading says', async () => {
    const table = tableOf(
      [
        { key: 'p', label: 'share', type: 'percent' },
        { key: 'd', label: 'time', type: 'duration' },
      ],
      [[87.5, 90_061]],
    );
    assert.equal(await csvOf(table), 'share,time (s)\r\n87.5,90061\r\n');
  });

  const instants = [
    ['2026-03-01T08:00:00Z', '2026-03-01T09:00:00+01:00'],
    ['2026-07-01T21:59:59Z', '2026-07-01T23:59:59+02:00'],
    ['2026-10-25T00:30:00Z', '2026-10-25T02:30:00+02:00'],
    ['2026-10-25T01:30:00Z', '2026-10-25T02:30:00+01:00'],
  ] as const;
  for (const [at, text] of instants) {
    test(`writes the instant ${at} as ${text}`, async () => {
      assert.equal(await fieldOf(parseInstant(at), { type: 'instant' }), text);
      assert.equal(parseInstant(text), parseInstant(at));
    });
  }

  test('writes offsets west of Greenwich and of half an hour', async () => {
    const inZone = async (zone: string): Promise<string> =>
      csvOf(
        tableOf([{ key: 'x', label: 'x', type: 'instant' }], [[parseInstant('2026-01-01T00:00:00Z')]], {
          zone: zoneOf(zone),
        }),
      );
    assert.equal(await inZone('America/St_Johns'), 'x\r\n2025-12-31T20:30:00-03:30\r\n');
    assert.equal(await inZone('Asia/Kolkata'), 'x\r\n2026-01-01T05:30:00+05:30\r\n');
  });

  test('writes dates and flags, and nothing where there is nothing', async () => {
    assert.equal(await fieldOf(parseLocalDate('2026-02-28'), { type: 'date' }), '2026-02-28');
    assert.equal(await fieldOf(false, { type: 'flag' }), 'false');
    const empty = tableOf(
      [textColumn('t'), { key: 'n', label: 'n', type: 'number' }, { key: 'i', label: 'i', type: 'instant' }],
      [[null, null, Number.POSITIVE_INFINITY]],
    );
    assert.equal(await csvOf(empty), 't,n,i\r\n,,\r\n');
  });

  test('has a record for every row, though its only cell is empty', async () => {
    assert.deepEqual(recordsOf(await csvOf(tableOf([textColumn('t')], [[null], ['']]))), [['t'], [''], ['']]);
  });

  test('refuses a text where a number belongs', async () => {
    await assert.rejects(fieldOf('=1+1', { type: 'number' }), TypeError);
  });

  test('tells how many rows it has', async () => {
    const rows = Array.from({ length: 5000 }, (_, index): Cell[] => [index, 'x'.repeat(100)]);
    const table = tableOf([{ key: 'n', label: 'n', type: 'number' }, textColumn('t')], rows);
    const { sink, bytes } = keeping();
    assert.deepEqual(await writeCsv(table, sink, {}), { rows: 5000, cutTexts: 0 });
    assert.equal(recordsOf(bytes().toString()).length, 5001);
  });

  test('lets its source end when the file can take no more', async () => {
    let hasEnded = false;
    async function* endless(): AsyncGenerator<readonly Cell[]> {
      try {
        for (;;) yield ['x'.repeat(1000)];
      } finally {
        hasEnded = true;
      }
    }
    const { sink } = keeping();
    sink._write = (_chunk, _encoding, done) => done(new Error('no room'));
    await assert.rejects(writeCsv(tableOf([textColumn('t')], [], { rows: endless() }), sink, {}), /no room/);
    assert.ok(hasEnded);
  });

  test('fails with the failure of its source', async () => {
    async function* broken(): AsyncGenerator<readonly Cell[]> {
      yield* each([['x']]);
      throw new Error('no more rows');
    }
    const { sink } = keeping();
    await assert.rejects(writeCsv(tableOf([textColumn('t')], [], { rows: broken() }), sink, {}), /no more rows/);
  });
});
