import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inQuestion, isBarelyRecorded } from './recorded.ts';

const answer = (n: number, notRecorded: number) => ({ n, excludedBy: { spam: 900, not_recorded: notRecorded } });

test('the cases in question are those that counted and those not recorded, whatever else was left out', () => {
  assert.equal(inQuestion(answer(2, 1202)), 1204);
});

test('a value of fewer than half of its cases is barely recorded', () => {
  assert.deepEqual([answer(2, 1202), answer(49, 51), answer(50, 50), answer(100, 0)].map(isBarelyRecorded), [
    true,
    true,
    false,
    false,
  ]);
});

test('where nothing is recorded there is no value to doubt', () => {
  assert.equal(isBarelyRecorded(answer(0, 10)), false);
});
