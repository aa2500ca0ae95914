import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stepOf } from './grid-steps.ts';

const size = { rows: 100, columns: 8, page: 20 };

for (const [key, from, to] of [
  ['ArrowDown', 0, 1],
  ['ArrowDown', 99, 99],
  ['ArrowUp', 7, 6],
  ['ArrowUp', 0, -1],
  ['ArrowUp', -1, -1],
  ['ArrowDown', -1, 0],
  ['Home', 50, 0],
  ['End', 50, 99],
  ['PageDown', 5, 25],
  ['PageDown', 95, 99],
  ['PageUp', 25, 5],
  ['PageUp', 5, 0],
] as const) {
  test(`${key} leads from row ${from} to row ${to}`, () => {
    assert.equal(stepOf(key, { row: from, column: 0 }, size)?.row, to);
  });
}

for (const [key, from, to] of [
  ['ArrowRight', 0, 1],
  ['ArrowRight', 7, 7],
  ['ArrowLeft', 0, 0],
  ['End', 2, 7],
  ['Home', 5, 0],
] as const) {
  test(`${key} leads from heading ${from} to heading ${to}`, () => {
    assert.deepEqual(stepOf(key, { row: -1, column: from }, size), { row: -1, column: to });
  });
}

test('keys of others lead nowhere', () => {
  assert.deepEqual(
    ['j', 'Enter', ' ', 'ArrowLeft'].map((key) => stepOf(key, { row: 3, column: 0 }, size)),
    [null, null, null, null],
  );
});

test('a list without rows leads to its headings', () => {
  assert.equal(stepOf('ArrowDown', { row: -1, column: 0 }, { ...size, rows: 0 })?.row, -1);
});
