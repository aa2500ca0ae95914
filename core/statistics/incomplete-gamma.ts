import type { Tails } from './incomplete-beta.ts';
import { deviance, stirlingError } from './stirling.ts';

/**
 * The regularised incomplete gamma functions P(shape, x) and Q(shape, x), for x >= 0 and shape > 0; relative error
 * about 1e-13. (Series below the mean, continued fraction above it; DLMF 8.11.4 and 8.9.2.)
 */
export function gammaTails(x: number, shape: number): Tails {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (x < shape + 1) {
    const lower = (gammaKernel(x, shape) / shape) * series(x, shape);
    return { lower, upper: 1 - lower };
  }
  const upper = gammaKernel(x, shape) * continuedFraction(x, shape);
  return { lower: 1 - upper, upper };
}

/** x^shape e^-x / Γ(shape), for x > 0. Divided by x it is the density of the gamma distribution of scale 1. */
export function gammaKernel(x: number, shape: number): number {
  return Math.sqrt(shape / (2 * Math.PI)) * Math.exp(-stirlingError(shape) - deviance(shape, shape - x));
}

function series(x: number, shape: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; term > sum * 1e-17; n += 1) {
    term *= x / (shape + n);
    sum += term;
  }
  return sum;
}

function continuedFraction(x: number, shape: number): number {
  let b = x + 1 - shape;
  let c = 1e300;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < 1_000_000; n += 1) {
    const a = -n * (n - shape);
    b += 2;
    d = 1 / awayFromZero(a * d + b);
    c = awayFromZero(b + a / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 3e-16) break;
  }
  return fraction;
}

function awayFromZero(value: number): number {
  return Math.abs(value) < 1e-300 ? 1e-300 : value;
}
