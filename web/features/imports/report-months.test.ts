import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differingMonths, fullMonth } from './report-months.ts';

const month = (name: string, created: number, stored = created) => ({
  month: name,
  file: { created, resolved: 0, closed: 0 },
  database: { created: stored, resolved: 0, closed: 0 },
});

test('the full month is the last with about as many new tickets as the fullest', () => {
  const months = [
    month('2016-02', 15),
    month('2016-03', 360),
    month('2016-05', 302),
    month('2016-06', 0),
    month('2016-07', 1),
  ];
  assert.equal(fullMonth(months), '2016-05');
  assert.equal(fullMonth([month('2016-07', 1)]), '2016-07');
  assert.equal(fullMonth([month('2016-07', 0)]), null);
  assert.equal(fullMonth([]), null);
});

test('a month differs when any count does', () => {
  assert.deepEqual(
    differingMonths([month('2016-02', 1), month('2016-03', 2, 3)]).map(({ month: name }) => name),
    ['2016-03'],
  );
});
