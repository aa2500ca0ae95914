import { deviance, stirlingError } from './stirling.ts';

/** The two tails of a distribution at a point. They sum to 1; the smaller one keeps its leading digits. */
export interface Tails {
  readonly lower: number;
  readonly upper: number;
}

export interface BetaShape {
  readonly a: number;
  readonly b: number;
}

/**
 * The regularised incomplete beta function I_x(a, b) and its complement, for 0 <= x <= 1 and a, b > 0; relative error
 * about 1e-13. Time grows with the root of max(a, b). (Continued fraction by the modified Lentz method; DLMF 8.17.22.)
 */
export function betaTails(x: number, { a, b }: BetaShape): Tails {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (x >= 1) return { lower: 1, upper: 0 };
  const kernel = betaKernel(x, { a, b });
  if (x < (a + 1) / (a + b + 2)) {
    const lower = (kernel / a) * continuedFraction(x, a, b);
    return { lower, upper: 1 - lower };
  }
  const upper = (kernel / b) * continuedFraction(1 - x, b, a);
  return { lower: 1 - upper, upper };
}

/** x^a (1-x)^b / B(a, b), for 0 < x < 1. Divided by x (1-x) it is the density of the beta distribution. */
export function betaKernel(x: number, { a, b }: BetaShape): number {
  const sum = a + b;
  const difference = x < 0.5 ? a - sum * x : sum * (1 - x) - b;
  const exponent =
    stirlingError(sum) - stirlingError(a) - stirlingError(b) - deviance(a, difference) - deviance(b, -difference);
  return Math.sqrt((a * b) / (2 * Math.PI * sum)) * Math.exp(exponent);
}

function continuedFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m < 1_000_000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / awayFromZero(1 + even * d);
    c = awayFromZero(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / awayFromZero(1 + odd * d);
    c = awayFromZero(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 3e-16) break;
  }
  return fraction;
}

function awayFromZero(value: number): number {
  return Math.abs(value) < 1e-300 ? 1e-300 : value;
}
