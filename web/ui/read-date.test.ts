import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDate, writeDate } from './read-date.ts';

for (const [typed, date] of [
  ['30.6.2026', '2026-06-30'],
  ['30.06.2026', '2026-06-30'],
  ['30. 6. 26', '2026-06-30'],
  ['30/06/2026', '2026-06-30'],
  [' 2026-6-30 ', '2026-06-30'],
  ['29.2.2024', '2024-02-29'],
  ['29.2.2026', null],
  ['31.6.2026', null],
  ['06/30/2026', null],
  ['30.6.', null],
  ['', null],
  ['heute', null],
] as const) {
  test(`"${typed}" is ${date}`, () => assert.equal(readDate(typed), date));
}

test('a date is written as its language writes it, and read back', () => {
  assert.equal(writeDate('2026-06-03', 'de'), '03.06.2026');
  assert.equal(writeDate('2026-06-03', 'en'), '03/06/2026');
  assert.equal(readDate(writeDate('2026-06-03', 'en')), '2026-06-03');
});
