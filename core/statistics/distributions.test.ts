import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { probabilityOfAtLeast, probabilityOfAtMost } from './binomial.ts';
import { betaQuantile, chiSquareQuantile, gammaQuantile, studentLimit } from './distribution-quantiles.ts';
import { betaTails } from './incomplete-beta.ts';
import { gammaTails } from './incomplete-gamma.ts';
import { deviance, stirlingError } from './stirling.ts';

const runs = { seed: 20_261_123, numRuns: 300 };

function assertClose(actual: number, expected: number, relative = 1e-12): void {
  assert.ok(Math.abs(actual - expected) <= relative * Math.abs(expected), `${actual} is not ${expected}`);
}

test("Student's t has the limits of the tables", () => {
  // 40-digit values by numeric inversion of the incomplete beta function.
  const table: [number, number][] = [
    [1, 12.706204736174705],
    [2, 4.302652729749464],
    [5, 2.5705818356363146],
    [9, 2.262157162798205],
    [30, 2.042272456301238],
    [100, 1.983971518523552],
    [1000, 1.962339080826408],
  ];
  for (const [degrees, limit] of table) assertClose(studentLimit(degrees), limit, 1e-13);
});

test("Student's t has no step where the expansion for many degrees of freedom begins", () => {
  const slope = studentLimit(9_999) - studentLimit(10_000);
  assertClose(studentLimit(10_000) - studentLimit(10_001), slope, 1e-3);
  assertClose(studentLimit(1e15), 1.959963984540054, 1e-12);
});

test('chi-square has the quantiles of the tables', () => {
  const table: [number, number, number][] = [
    [0.025, 1, 0.0009820691171752583],
    [0.975, 1, 5.023886187314888],
    [0.025, 10, 3.2469727802368413],
    [0.975, 10, 20.483177350807395],
    [0.975, 100, 129.5611971858366],
  ];
  for (const [probability, degrees, quantile] of table) assertClose(chiSquareQuantile(probability, degrees), quantile);
});

test('beta quantiles of one success or failure are roots', () => {
  for (const n of [1, 2, 10, 1000]) {
    assertClose(betaQuantile(0.975, { a: n, b: 1 }), 0.975 ** (1 / n));
    assertClose(betaQuantile(0.025, { a: n, b: 1 }), 0.025 ** (1 / n));
  }
});

test('a gamma quantile of shape 1 is a logarithm', () => {
  assertClose(gammaQuantile(0.975, 1), -Math.log(0.025));
  assertClose(gammaQuantile(0.025, 1), -Math.log1p(-0.025));
});

test('the arcsine law is the beta distribution of two halves', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), (x) => {
      assertClose(betaTails(x, { a: 0.5, b: 0.5 }).lower, (2 / Math.PI) * Math.asin(Math.sqrt(x)));
    }),
    runs,
  );
});

test('quantiles invert the tails', () => {
  const shape = fc.double({ min: 0.5, max: 1e6, noNaN: true });
  const level = fc.constantFrom(0.001, 0.025, 0.2, 0.5, 0.8, 0.975, 0.999);
  fc.assert(
    fc.property(shape, shape, level, (a, b, probability) => {
      // A digit of the quantile is worth this many of the probability, so the identity loses some.
      assertClose(betaTails(betaQuantile(probability, { a, b }), { a, b }).lower, probability, 1e-8);
      assertClose(gammaTails(gammaQuantile(probability, a), a).lower, probability, 1e-8);
    }),
    runs,
  );
});

test('both tails make one, from either side', () => {
  const shape = fc.double({ min: 0.5, max: 1e5, noNaN: true });
  fc.assert(
    fc.property(shape, shape, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, x) => {
      const tails = betaTails(x, { a, b });
      assertClose(tails.lower + tails.upper, 1, 1e-12);
      assert.ok(Math.abs(tails.lower - betaTails(1 - x, { a: b, b: a }).upper) < 1e-9);
    }),
    runs,
  );
});

test('binomial tails are sums of binomial coefficients', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.nat(60),
      fc.integer({ min: 1, max: 99 }),
      (trials, count, percent) => {
        const probability = percent / 100;
        let mass = (1 - probability) ** trials;
        let atMost = 0;
        for (let k = 0; k <= Math.min(count, trials); k += 1) {
          atMost += mass;
          mass *= ((trials - k) / (k + 1)) * (probability / (1 - probability));
        }
        assert.ok(Math.abs(probabilityOfAtMost(count, { trials, probability }) - atMost) < 1e-12);
        assert.ok(Math.abs(probabilityOfAtLeast(count + 1, { trials, probability }) - (1 - atMost)) < 1e-12);
      },
    ),
    runs,
  );
});

test('the correction of Stirling turns his formula into factorials', () => {
  let factorial = 1;
  for (let n = 1; n <= 20; n += 1) {
    factorial *= n;
    assertClose(Math.sqrt(2 * Math.PI * n) * (n / Math.E) ** n * Math.exp(stirlingError(n)), factorial, 1e-13);
  }
});

test('the deviance is the same by series and by logarithm', () => {
  for (const mean of [2, 10, 1000]) {
    for (const x of [0.6 * mean, 0.82 * mean, mean, 1.2 * mean]) {
      const plain = x * Math.log(x / mean) + mean - x;
      assert.ok(Math.abs(deviance(x, x - mean) - plain) < 1e-12 * mean);
    }
  }
});
