import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foundRows, nextSorting, readSorting, sortedRows } from './arrange-rows.ts';
import { listRow } from './list-row.oracle.ts';

const numbers = (rows: readonly { readonly fact: { readonly ticket: number } }[]) =>
  rows.map(({ fact }) => fact.ticket);

const rows = [
  listRow(0, { ticket: 12, subject: 'Ärger mit dem Drucker', customer: 'fennwerk', lateSeconds: 60 }),
  listRow(1, { ticket: 9, subject: 'zweite Meldung', customer: null, lateSeconds: null }),
  listRow(2, { ticket: 10, subject: 'Abbruch der Verbindung', customer: 'zirbelau', lateSeconds: -600 }),
  listRow(3, { ticket: 11, subject: 'ärger mit dem Netz', customer: 'fennwerk', lateSeconds: 60 }),
];

for (const [sort, expected] of [
  ['ticket', [9, 10, 11, 12]],
  ['-ticket', [12, 11, 10, 9]],
  ['subject', [10, 12, 11, 9]],
  ['lateSeconds', [10, 12, 11, 9]],
  ['-lateSeconds', [12, 11, 10, 9]],
  ['customer', [12, 11, 10, 9]],
  ['-customer', [10, 12, 11, 9]],
  ['dueAt', [12, 9, 10, 11]],
] as const) {
  test(`sorted by ${sort}: nothing last, equals as they came`, () => {
    assert.deepEqual(numbers(sortedRows(rows, readSorting(sort), { language: 'de' })), expected);
  });
}

test('without a sorting the order of the server stays', () => {
  assert.deepEqual(numbers(sortedRows(rows, null, { language: 'de' })), [12, 9, 10, 11]);
});

for (const [find, expected] of [
  ['', [12, 9, 10, 11]],
  ['ÄRGER', [12, 11]],
  ['ärger drucker', [12]],
  ['fennwerk', [12, 11]],
  ['11', [11]],
  ['nowhere', []],
] as const) {
  test(`"${find}" is found in any word of a row, all words together`, () => {
    assert.deepEqual(numbers(foundRows(rows, find)), expected);
  });
}

test('a heading sorts, and when pressed again the other way round', () => {
  const first = nextSorting(null, 'subject');
  const second = nextSorting(first, 'subject');
  assert.deepEqual([first.isDescending, second.isDescending], [false, true]);
  assert.deepEqual(nextSorting(second, 'ticket'), { column: 'ticket', isDescending: false });
});

test('5,000 rows are found and sorted by their subjects within a tenth of a second', () => {
  const many = Array.from({ length: 5000 }, (_, place) =>
    listRow(place, { ticket: place, subject: `Anliegen ${(place * 7919) % 5003} im Büro`, customer: `k${place % 9}` }),
  );
  const measured = Array.from({ length: 5 }, () => {
    const start = performance.now();
    sortedRows(foundRows(many, 'anliegen büro'), readSorting('subject'), { language: 'de' });
    return performance.now() - start;
  });
  const [best = Number.POSITIVE_INFINITY] = measured.sort((a, b) => a - b);
  assert.ok(best <= 100, `${best} ms`);
});
