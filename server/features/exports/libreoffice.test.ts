import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { accessSync, constants, createWriteStream, readFileSync, writeFileSync } from 'node:fs';
import { join, delimiter as pathDelimiter } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { parseInstant } from '#core/time/instant.ts';
import { tableOf, textColumn } from '#tests/export-tables.ts';
import { HOSTILE_TEXTS, ODD_TEXTS } from '#tests/hostile-texts.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';
import type { Cell, TableColumn } from './table.ts';
import { writeCsv } from './write-csv.ts';
import { writeXlsx } from './write-xlsx.ts';

const soffice = (process.env.PATH ?? '')
  .split(pathDelimiter)
  .map((folder) => join(folder, 'soffice'))
  .find(isProgram);
const skip = soffice === undefined ? 'LibreOffice is not installed' : false;
const longestMilliseconds = 120_000;

/** What LibreOffice reads from a file, as its own XML. CSV with that delimiter, formulas taken for formulas. */
async function openedByLibreOffice(t: TestContext, file: string, delimiter = ','): Promise<string> {
  const folder = temporaryFolder(t);
  const filter = `CSV:${delimiter.charCodeAt(0)},34,76,1,,0,false,true,false,false,false,0,true`;
  const isCsv = file.endsWith('.csv');
  await promisify(execFile)(
    soffice!,
    [
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`,
      '--headless',
      ...(isCsv ? [`--infilter=${filter}`] : []),
      ...['--convert-to', 'fods', '--outdir', folder, file],
    ],
    { timeout: longestMilliseconds },
  );
  return readFileSync(join(folder, 'table.fods'), 'utf8');
}

const formulasIn = (xml: string): string[] =>
  [...xml.matchAll(/table:formula="([^"]*)"/g)].map(([, formula]) => formula!);
const columns: readonly TableColumn[] = [
  textColumn('t'),
  { key: 'n', label: 'n', type: 'number', decimals: 2 },
  { key: 'i', label: 'i', type: 'instant' },
  { key: 'd', label: 'd', type: 'duration' },
  { key: 'p', label: 'p', type: 'percent' },
];
const rows = [...HOSTILE_TEXTS, ...ODD_TEXTS].map((text): Cell[] => [
  text,
  -1.25,
  parseInstant('2026-03-01T08:00:00Z'),
  90_061,
  87.5,
]);

describe('LibreOffice', () => {
  test('takes =1+1 for a formula when nothing guards it', { skip }, async (t) => {
    const file = join(temporaryFolder(t), 'table.csv');
    writeFileSync(file, 'a,b\r\n=1+1,x\r\n');
    assert.deepEqual(formulasIn(await openedByLibreOffice(t, file)), ['of:=1+1']);
  });

  for (const delimiter of [',', ';'] as const) {
    for (const opened of [',', ';', '\t']) {
      test(`finds no formula in a file with "${delimiter}" opened with ${JSON.stringify(opened)}`, {
        skip,
      }, async (t) => {
        const file = join(temporaryFolder(t), 'table.csv');
        await writeCsv(tableOf(columns, rows), createWriteStream(file), { delimiter, bom: 'with' });
        const xml = await openedByLibreOffice(t, file, opened);
        assert.deepEqual(formulasIn(xml), []);
        assert.match(xml, /1\+1/);
      });
    }
  }

  test('reads numbers of a CSV file as numbers', { skip }, async (t) => {
    const file = join(temporaryFolder(t), 'table.csv');
    await writeCsv(tableOf(columns, rows), createWriteStream(file), {});
    const xml = await openedByLibreOffice(t, file);
    assert.equal([...xml.matchAll(/office:value-type="float" office:value="-1.25"/g)].length, rows.length);
  });

  test('reads texts as texts, times as times and numbers as numbers from a workbook', { skip }, async (t) => {
    const file = join(temporaryFolder(t), 'table.xlsx');
    await writeXlsx(tableOf(columns, rows), createWriteStream(file), { language: 'de' });
    const xml = await openedByLibreOffice(t, file);
    assert.deepEqual(formulasIn(xml), []);
    const count = (pattern: RegExp): number => [...xml.matchAll(pattern)].length;
    assert.equal(count(/office:value-type="float" office:value="-1.25"/g), rows.length);
    assert.equal(count(/office:value-type="date" office:date-value="2026-03-01T09:00:00"/g), rows.length);
    assert.equal(count(/office:value-type="time" office:time-value="PT25H01M01/g), rows.length);
    assert.equal(count(/office:value-type="percentage" office:value="0.875"/g), rows.length);
    assert.match(
      xml,
      /Äpfel, Öl &amp; Süßes &lt;b&gt;"heiß"&lt;\/b&gt;|Äpfel, Öl &amp; Süßes &lt;b&gt;&quot;heiß&quot;&lt;\/b&gt;/,
    );
    assert.match(xml, /👩‍👩‍👧‍👦/u);
  });
});

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
