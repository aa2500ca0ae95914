import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FigureAnswer } from '#core/figures/answer.ts';
import { worstMonthOf } from './worst-month.ts';

const answer = (split: string, numerator: number, denominator: number): FigureAnswer =>
  ({ split, numerator, denominator }) as unknown as FigureAnswer;

test('the month furthest below the others of its own service is the worst, not the lowest of all', () => {
  const worst = worstMonthOf([
    ...[90, 91, 60].map((met) => answer('mail', met, 100)),
    ...[40, 41, 39].map((met) => answer('network', met, 100)),
  ]);
  assert.deepEqual([worst?.service, worst?.period], ['mail', 2]);
});

test('a month of few facts is never the worst, however low', () => {
  const worst = worstMonthOf([answer('print', 0, 5), answer('print', 80, 100), answer('print', 90, 100)]);
  assert.equal(worst?.period, 1);
});

test('without facts there is no worst month', () => {
  assert.equal(worstMonthOf([answer('print', 0, 0), answer('print', 0, 0)]), null);
});
