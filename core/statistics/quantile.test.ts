import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { probabilityOfAtLeast, probabilityOfAtMost } from './binomial.ts';
import { neededRanks, quantileFrom, quantileOf, quantileRanks } from './quantile.ts';

const runs = { seed: 20_261_123, numRuns: 300 };
const level = fc.constantFrom(0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99);

test('a median has an interval from six values on', () => {
  assert.deepEqual(
    [5, 6].map((n) => quantileRanks(n, 0.5)?.intervalLowRank),
    [null, 0],
  );
  assert.equal(quantileRanks(6, 0.5)?.coverage, 0.96875);
});

test('a ninetieth percentile has both limits from 36 values on', () => {
  assert.deepEqual(
    [35, 36].map((n) => quantileRanks(n, 0.9)?.intervalHighRank),
    [null, 35],
  );
});

test('limits and coverage are missing together', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), level, (n, q) => {
      const { intervalLowRank, intervalHighRank, coverage } = quantileRanks(n, q)!;
      assert.ok((intervalLowRank === null) === (intervalHighRank === null));
      assert.ok((intervalLowRank === null) === (coverage === null));
      if (coverage !== null) assert.ok(coverage >= 0.95 && coverage <= 1);
    }),
    runs,
  );
});

test('the limits are the closest ones that leave 2.5 % on either side', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5_000_000 }), level, (n, q) => {
      const { intervalLowRank: low, intervalHighRank: high } = quantileRanks(n, q)!;
      fc.pre(low !== null && high !== null);
      const binomial = { trials: n, probability: q };
      assert.ok(probabilityOfAtMost(low!, binomial) <= 0.025 && probabilityOfAtMost(low! + 1, binomial) > 0.025);
      assert.ok(probabilityOfAtLeast(high! + 1, binomial) <= 0.025 && probabilityOfAtLeast(high!, binomial) > 0.025);
    }),
    runs,
  );
});

test('fetching only the needed ranks gives what sorting everything gives', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { maxLength: 200 }), level, (values, q) => {
      const sorted = [...values].sort((a, b) => a - b);
      const ranks = quantileRanks(values.length, q);
      const fetched = new Map(neededRanks(ranks).map((rank) => [rank, sorted[rank]!]));
      assert.deepEqual(
        quantileFrom(ranks, (rank) => fetched.get(rank)!),
        quantileOf(values, q),
      );
      assert.ok(neededRanks(ranks).length <= 4);
    }),
    runs,
  );
});

test('the order of the values is irrelevant, and the value lies within its limits', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 100 }), level, (values, q) => {
      const quantile = quantileOf(values, q);
      assert.deepEqual(quantileOf(values.toReversed(), q), quantile);
      if (quantile.low !== null) assert.ok(quantile.low <= quantile.value! && quantile.value! <= quantile.high!);
    }),
    runs,
  );
});

test('a median is the middle value, or half way between the two in the middle', () => {
  assert.equal(quantileOf([3, 9, 4, 30, 7], 0.5).value, 7);
  assert.equal(quantileOf([3, 9, 4, 30, 7, 12], 0.5).value, 8);
  assert.equal(quantileOf([42], 0.9).value, 42);
  assert.equal(quantileOf([], 0.5).value, null);
});

test('rounding of floating point does not ask for one more rank', () => {
  // 0.07 x 100 is 7.000000000000001 in binary.
  const ranks = quantileRanks(101, 0.07);
  assert.deepEqual([ranks?.lowerRank, ranks?.upperRank, ranks?.fraction], [7, 7, 0]);
});

test('the ends of the scale have no interval, and nothing lies beyond them', () => {
  assert.deepEqual(
    [0, 1].map((q) => quantileOf([3, 1, 2], q).value),
    [1, 3],
  );
  assert.equal(quantileRanks(1000, 0)?.coverage, null);
  assert.throws(() => quantileRanks(10, 1.5), RangeError);
});
