import assert from 'node:assert/strict';
import { test } from 'node:test';
import { promiseScale } from './promise-scale.ts';

const HOUR = 3600;

test('late stands right of the promise, time left stands left of it, and all within the width', () => {
  const late = [-8 * HOUR, -HOUR, 0, HOUR, 16 * HOUR];
  const scale = promiseScale(late, 136, { gap: 30 });
  const places = late.map(scale.at);
  assert.deepEqual(
    places,
    places.toSorted((a, b) => a - b),
  );
  assert.equal(places[2], scale.zero);
  assert.ok(places[0]! >= 0 && places.at(-1)! <= 136);
});

test('four times as late is twice as far', () => {
  const scale = promiseScale([16 * HOUR], 136, { gap: 30 });
  const far = scale.at(16 * HOUR) - scale.zero;
  assert.ok(Math.abs(far / (scale.at(4 * HOUR) - scale.zero) - 2) < 1e-9);
});

test('labels of ticks are as far apart as they must be, from the promise too', () => {
  const { ticks, zero } = promiseScale([-30 * HOUR, 60 * HOUR], 300, { gap: 34, promise: 34 });
  const places = [zero, ...ticks.map(({ x }) => x)].sort((a, b) => a - b);
  assert.ok(ticks.length >= 2);
  for (const [index, x] of places.slice(1).entries()) assert.ok(x - places[index]! >= 34);
});

test('a list with nothing to place has the promise in its middle and no ticks', () => {
  assert.deepEqual([promiseScale([], 100, { gap: 30 }).zero, promiseScale([0], 100, { gap: 30 }).ticks], [50, []]);
});
