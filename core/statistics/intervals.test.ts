import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { satisfaction } from './csat.ts';
import { differenceOfProportions } from './difference.ts';
import { meanOf } from './mean.ts';
import { netPromoterScore } from './nps.ts';
import { poissonLimits, rateOf, rateRatio } from './rate.ts';
import { sampleOf, sampleOfCounts, sampleOfSums } from './sample.ts';
import { sampleVerdict } from './sample-verdict.ts';
import { welch, welchOfLogs } from './welch.ts';
import { proportion } from './wilson.ts';

const runs = { seed: 20_261_123, numRuns: 300 };
const counted = fc
  .tuple(fc.nat(100_000), fc.nat(100_000))
  .map(([a, b]) => ({ numerator: Math.min(a, b), denominator: Math.max(a, b, 1) }));

function assertClose(actual: number | null, expected: number, relative = 1e-9): void {
  assert.ok(
    actual !== null && Math.abs(actual - expected) <= relative * Math.abs(expected),
    `${actual} is not ${expected}`,
  );
}

test('a share lies in its interval, and the interval in 0 to 100', () => {
  fc.assert(
    fc.property(counted, ({ numerator, denominator }) => {
      const { valuePct, lowPct, highPct } = proportion(numerator, denominator);
      assert.ok(0 <= lowPct! && lowPct! <= valuePct! && valuePct! <= highPct! && highPct! <= 100);
    }),
    runs,
  );
});

test('the limits of a share are where the score test just rejects', () => {
  fc.assert(
    fc.property(counted, ({ numerator, denominator }) => {
      const { lowPct, highPct } = proportion(numerator, denominator);
      for (const limit of [lowPct! / 100, highPct! / 100]) {
        if (limit === 0 || limit === 1) continue;
        const score = (numerator / denominator - limit) / Math.sqrt((limit * (1 - limit)) / denominator);
        assertClose(Math.abs(score), 1.959963984540054, 1e-6);
      }
    }),
    runs,
  );
});

test('none is exactly 0 and all exactly 100, with an interval on the other side', () => {
  assert.deepEqual([proportion(0, 7).lowPct, proportion(0, 7).valuePct], [0, 0]);
  assert.deepEqual([proportion(7, 7).highPct, proportion(7, 7).valuePct], [100, 100]);
  assert.ok(proportion(7, 7).lowPct! < 65);
});

test('an interval is wide when half of it exceeds ten points, for promoters twenty', () => {
  assert.deepEqual(
    [92, 94].map((n) => proportion(n / 2, n).isWide),
    [true, false],
  );
  const promoters = (n: number) => netPromoterScore([n / 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, n / 2]).isWide;
  assert.deepEqual([90, 92].map(promoters), [true, false]);
});

test('without cases there is no share, no rate, no mean and no score', () => {
  assert.deepEqual(proportion(0, 0), { valuePct: null, lowPct: null, highPct: null, isWide: null });
  assert.deepEqual(rateOf({ events: 0, exposure: 0 }), { rate: null, low: null, high: null });
  assert.deepEqual(meanOf(sampleOf([])), { n: 0, mean: null, standardDeviation: null, low: null, high: null });
  assert.equal(netPromoterScore(Array.from({ length: 11 }, () => 0)).nps, null);
  assert.equal(satisfaction([0, 0, 0, 0, 0]).satisfied.valuePct, null);
});

test('a difference of shares turns its sign with its sides, and its interval with it', () => {
  fc.assert(
    fc.property(counted, counted, (after, before) => {
      const forth = differenceOfProportions(after, before);
      const back = differenceOfProportions(before, after);
      assert.ok(Math.abs(forth.differencePp! + back.differencePp!) < 1e-9);
      assert.ok(Math.abs(forth.lowPp! + back.highPp!) < 1e-9);
      assert.ok(forth.lowPp! <= forth.differencePp! && forth.differencePp! <= forth.highPp!);
    }),
    runs,
  );
});

test('equal shares differ by exactly nothing', () => {
  assert.equal(
    differenceOfProportions({ numerator: 1, denominator: 3 }, { numerator: 333, denominator: 999 }).differencePp,
    0,
  );
});

test('values that are all equal have exactly no spread, whatever their binary rounding', () => {
  assert.deepEqual(sampleOf([0.1, 0.1, 0.1]), { n: 3, mean: 0.1, variance: 0 });
  const { low, high } = meanOf(sampleOf([7, 7, 7, 7]), { lowest: 1, highest: 7 });
  assert.deepEqual([low, high], [7, 7]);
});

test('mean and variance come out the same from values, from counts and from exact sums', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 2, maxLength: 60 }), (values) => {
      const direct = sampleOf(values);
      const sums = sampleOfSums({
        n: values.length,
        sum: values.reduce((sum, value) => sum + BigInt(value), 0n),
        sumOfSquares: values.reduce((sum, value) => sum + BigInt(value) ** 2n, 0n),
      });
      const counts = sampleOfCounts(values.map((value) => ({ value, count: 1 })));
      for (const other of [sums, counts]) {
        assertClose(other.mean, direct.mean!, 1e-12);
        assertClose(other.variance, direct.variance!, 1e-9);
      }
    }),
    runs,
  );
});

test('a great offset costs no digits of the spread', () => {
  const small = sampleOf([1, 2, 3, 4, 5]);
  const far = sampleOf([1, 2, 3, 4, 5].map((value) => value + 1e9));
  assertClose(far.variance, small.variance!, 1e-12);
});

test('a mean has no interval below two values and is clipped to its scale', () => {
  assert.equal(meanOf(sampleOf([42])).low, null);
  const { low, high } = meanOf(sampleOf([1, 7]), { lowest: 1, highest: 7 });
  assert.deepEqual([low, high], [1, 7]);
});

test('the score of promoters stays on its scale and in its interval unless adjusted away', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1000), { minLength: 11, maxLength: 11 }), (counts) => {
      const { n, nps, low, high } = netPromoterScore(counts);
      fc.pre(n > 0);
      assert.ok(-100 <= low! && low! < high! && high! <= 100);
      assert.ok(-100 <= nps! && nps! <= 100);
    }),
    runs,
  );
});

test('seven and eight are passive', () => {
  const { promoters, passives, detractors } = netPromoterScore([0, 0, 0, 0, 0, 0, 1, 10, 100, 1000, 10_000]);
  assert.deepEqual([detractors, passives, promoters], [1, 110, 11_000]);
});

test('satisfaction is the share of 4 and 5, not good minus bad', () => {
  const { satisfied, bottomTwoPct, topBoxPct, rating } = satisfaction([1, 2, 3, 6, 8]);
  assert.deepEqual([satisfied.valuePct, bottomTwoPct, topBoxPct, rating.mean], [70, 15, 40, 3.9]);
});

test('Poisson limits are where the tail sums reach 2.5 %', () => {
  const tail = (mean: number, from: number, to: number) => {
    let mass = Math.exp(-mean);
    let sum = 0;
    for (let k = 0; k <= to; k += 1) {
      if (k >= from) sum += mass;
      mass *= mean / (k + 1);
    }
    return sum;
  };
  for (const events of [1, 2, 5, 20, 100]) {
    const { low, high } = poissonLimits(events);
    assertClose(tail(low, events, events + 400), 0.025, 1e-10);
    assertClose(tail(high, 0, events), 0.025, 1e-10);
  }
  assert.equal(poissonLimits(0).low, 0);
  assertClose(poissonLimits(0).high, -Math.log(0.025));
});

test('a ratio of rates contains its estimate and turns upside down with its sides', () => {
  const side = fc.record({ events: fc.integer({ min: 1, max: 500 }), exposure: fc.integer({ min: 1, max: 1000 }) });
  fc.assert(
    fc.property(side, side, (after, before) => {
      const forth = rateRatio(after, before);
      assert.ok(forth.low! < forth.rate! && forth.rate! < forth.high!);
      assertClose(rateRatio(before, after).high, 1 / forth.low!, 1e-8);
    }),
    runs,
  );
});

test('a ratio of rates is unbounded without events before, and 0 without events after', () => {
  const none = { events: 0, exposure: 10 };
  const some = { events: 4, exposure: 10 };
  assert.deepEqual([rateRatio(some, none).rate, rateRatio(some, none).high], [null, null]);
  assert.ok(rateRatio(some, none).low! > 0);
  assert.deepEqual([rateRatio(none, some).rate, rateRatio(none, some).low], [0, 0]);
  assert.deepEqual(rateRatio(none, none), { rate: null, low: null, high: null });
});

test('Welch with one spreadless side has the degrees of freedom of the other', () => {
  const { degreesOfFreedom, excludesZero } = welch(sampleOf([1, 2, 3, 4]), sampleOf([9, 9, 9]));
  assertClose(degreesOfFreedom, 3, 1e-12);
  assert.equal(excludesZero, true);
});

test('Welch gives the difference but no verdict when neither side spreads, and nothing for a single value', () => {
  assert.deepEqual(welch(sampleOf([5, 5]), sampleOf([4, 4])), {
    difference: 1,
    low: null,
    high: null,
    degreesOfFreedom: null,
    excludesZero: null,
  });
  assert.equal(welch(sampleOf([5]), sampleOf([4, 4, 3])).difference, null);
  assertClose(welchOfLogs([2, 2], [0.5, 0.5]).ratio, 4, 1e-12);
  assert.equal(welchOfLogs([0, 5], [1, 2]).ratio, null);
});

test('multiplying all durations leaves a log ratio as it is', () => {
  const durations = fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 2, maxLength: 20 });
  fc.assert(
    fc.property(durations, durations, (after, before) => {
      const plain = welchOfLogs(after, before);
      fc.pre(plain.low !== null);
      const minutes = welchOfLogs(
        after.map((value) => value * 60),
        before.map((value) => value * 60),
      );
      assertClose(minutes.ratio, plain.ratio!, 1e-9);
      assertClose(minutes.low, plain.low!, 1e-6);
    }),
    runs,
  );
});

test('a sample is undecided while its interval holds the target', () => {
  assert.equal(sampleVerdict({ low: 80, high: 90 }, 79.9, 'higher'), 'reached');
  assert.equal(sampleVerdict({ low: 80, high: 90 }, 80, 'higher'), 'undecided');
  assert.equal(sampleVerdict({ low: 80, high: 90 }, 95, 'higher'), 'missed');
  assert.equal(sampleVerdict({ low: 80, high: 90 }, 95, 'lower'), 'reached');
  assert.equal(sampleVerdict({ low: null, high: null }, 95, 'lower'), 'undecided');
});
