import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { roundStep, valueScale } from './value-scale.ts';

const box = { top: 26, bottom: 260 };
const runs = { seed: 20_261_123, numRuns: 300 };
const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });

test('a share between 88.9 and 96.4 is read in steps of two', () => {
  assert.deepEqual(valueScale([88.9, 96.4], box).ticks, [88, 90, 92, 94, 96, 98]);
});

test('a share never has a tick above 100', () => {
  const { ticks } = valueScale([97.1, 101.3], { ...box, possible: { low: 0, high: 100 } });
  assert.equal(ticks.at(-1), 100);
});

test('limits below zero do not stretch the scale of a duration', () => {
  assert.equal(valueScale([-40, 25, 90], { ...box, possible: { low: 0, high: null } }).low, 0);
});

test('minutes are read in steps of the clock', () => {
  assert.equal(roundStep(0, 388, { most: 7, unit: 'minutes' }), 120);
  assert.equal(roundStep(18, 41, { most: 7, unit: 'minutes' }), 5);
});

test('ticks of tenths carry no dust', () => {
  assert.deepEqual(valueScale([0.1, 0.62], box).ticks, [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]);
});

test('equal values, and none, still have a scale', () => {
  for (const values of [[5, 5], [0], [100], []]) {
    const { low, high, ticks } = valueScale(values, { ...box, possible: { low: 0, high: 100 } });
    assert.ok(high > low && ticks.length >= 2, JSON.stringify(values));
  }
});

test('every value lies inside, between three and seven ticks', () => {
  fc.assert(
    fc.property(fc.array(value, { minLength: 2, maxLength: 20 }), (values) => {
      fc.pre(Math.max(...values) - Math.min(...values) > 1e-6);
      const { y, ticks } = valueScale(values, box);
      for (const one of values) assert.ok(y(one) >= 26 - 1e-6 && y(one) <= 260 + 1e-6);
      assert.ok(ticks.length >= 2 && ticks.length <= 8, String(ticks.length));
    }),
    runs,
  );
});

test('a low chart has fewer ticks', () => {
  assert.ok(valueScale([88.9, 96.4], { top: 0, bottom: 90 }).ticks.length <= 4);
});
