import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tableFile } from './table-file.ts';

test('a table is saved for German spreadsheets only as CSV and in German', () => {
  const plain = (format: 'csv' | 'xlsx', language: 'de' | 'en') => ({ format, language });
  assert.deepEqual(tableFile('csv', 'de'), {
    ...plain('csv', 'de'),
    ...{ delimiter: ';', decimalComma: 'true', bom: 'true' },
  });
  assert.deepEqual([tableFile('csv', 'en'), tableFile('xlsx', 'de')], [plain('csv', 'en'), plain('xlsx', 'de')]);
});
