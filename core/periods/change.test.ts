import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeOf } from './change.ts';

test('shares differ in percentage points and never in percent', () => {
  assert.deepEqual(changeOf('percent', [94, 100], [90, 100]), {
    current: 94,
    reference: 90,
    difference: 4,
    differenceUnit: 'pp',
    relativePct: null,
  });
});

test('equal shares of different sizes differ by exactly nothing', () => {
  assert.equal(changeOf('percent', [1, 3], [333, 999]).difference, 0);
  assert.equal(changeOf('ratio', [1, 3], [333, 999]).relativePct, 0);
});

test('scores differ in points', () => {
  const { difference, differenceUnit, relativePct } = changeOf('points', -10, 15);
  assert.deepEqual([difference, differenceUnit, relativePct], [-25, 'points', null]);
});

test('what was nothing has no relative change', () => {
  assert.deepEqual([changeOf('absolute', 12, 0).difference, changeOf('absolute', 12, 0).relativePct], [12, null]);
  assert.equal(changeOf('duration', [0, 5], [0, 9]).relativePct, null);
});

test('a relative change is one of the size of the reference, so its sign is that of the difference', () => {
  assert.equal(changeOf('absolute', -5, -20).relativePct, 75);
  assert.equal(changeOf('absolute', -20, -5).relativePct, -300);
});

test('without a value on either side there is no difference', () => {
  for (const missing of [null, [0, 0], [7, 0]] as const) {
    const change = changeOf('duration', [4500, 30], missing);
    assert.deepEqual(
      [change.current, change.reference, change.difference, change.relativePct],
      [150, null, null, null],
    );
    assert.equal(changeOf('duration', missing, 1).difference, null);
  }
});

test('a share already in percent is taken as it is', () => {
  assert.equal(changeOf('percent', 94.5, [90, 100]).difference, 4.5);
});
