import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { durationText } from './duration-text.ts';
import { percentText, ratioText } from './rounded-text.ts';

const runs = { seed: 20_261_123, numRuns: 500 };

test('halves are rounded up on the exact ratio, not on its binary neighbour', () => {
  assert.equal(percentText(1005, 100_000, 2), '1.01');
  assert.equal(percentText(1, 32, 2), '3.13');
  assert.equal(ratioText(1.005, 1, 2), '1.01');
  assert.equal(ratioText(2.5, 1, 0), '3');
});

test('below 100 never shows as 100, above 0 never as 0', () => {
  assert.equal(percentText(99_996, 100_000, 2), '99.99');
  assert.equal(percentText(999, 1000, 0), '99');
  assert.equal(percentText(1, 1_000_000, 2), '0.01');
  assert.equal(percentText(1, 1000, 0), '1');
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10 ** 9 }),
      fc.integer({ min: 1, max: 10 ** 9 }),
      fc.nat(4),
      (a, b, decimals) => {
        fc.pre(a !== b);
        const shown = Number(percentText(Math.min(a, b), Math.max(a, b), decimals));
        assert.ok(shown > 0 && shown < 100);
      },
    ),
    runs,
  );
});

test('exactly 0 and exactly 100 show as such, and more than 100 may', () => {
  assert.deepEqual(
    [percentText(0, 5, 1), percentText(5, 5, 1), percentText(10_004, 10_000, 1)],
    ['0.0', '100.0', '100.0'],
  );
});

test('what is shown lies within half a digit of the exact value', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -(10 ** 6), max: 10 ** 6 }),
      fc.integer({ min: 1, max: 10 ** 6 }),
      fc.nat(6),
      (a, b, decimals) => {
        const shown = Number(ratioText(a, b, decimals));
        assert.ok(Math.abs(shown - a / b) <= 0.5 * 10 ** -decimals + 1e-9);
      },
    ),
    runs,
  );
});

test('nothing of nothing has no text', () => {
  assert.deepEqual([percentText(0, 0, 1), ratioText(1, 0, 1), durationText(null)], [null, null, null]);
});

test('a negative value is a minus and then as positive', () => {
  assert.deepEqual([ratioText(-5, 2, 0), ratioText(-1, 20, 1), ratioText(1, -4, 2)], ['-3', '-0.1', '-0.25']);
  assert.deepEqual([durationText(-3661), durationText(-59)], ['-1:01:01', '-0:00:59']);
});

test('zero has no sign', () => {
  assert.deepEqual([durationText(-0), ratioText(-1, 1000, 1), percentText(-0, 5, 0)], ['0:00:00', '0.0', '0']);
});

test('hours are not folded into days', () => {
  assert.deepEqual([0, 59, 3600, 90_061, 3_600_000].map(durationText), [
    '0:00:00',
    '0:00:59',
    '1:00:00',
    '25:01:01',
    '1000:00:00',
  ]);
});

test('very large and very small numbers are written out', () => {
  assert.equal(ratioText(1e21, 1, 0), '1000000000000000000000');
  assert.equal(ratioText(1e-7, 1, 8), '0.00000010');
  assert.throws(() => ratioText(Number.NaN, 1, 0), RangeError);
});
