import { TAIL, Z } from './confidence.ts';
import { type BetaShape, betaKernel, betaTails, type Tails } from './incomplete-beta.ts';
import { gammaKernel, gammaTails } from './incomplete-gamma.ts';

/**
 * Quantiles of the distributions the intervals need. Relative error below 1e-12 for the usual levels (0.0005 to
 * 0.9995), checked against tables and against numeric inversion.
 */

/** The x with P(X <= x) = `probability` for X beta distributed; 0 < probability < 1. */
export function betaQuantile(probability: number, shape: BetaShape): number {
  return invert(probability, {
    tailsAt: (x) => betaTails(x, shape),
    densityAt: (x) => betaKernel(x, shape) / (x * (1 - x)),
    start: shape.a / (shape.a + shape.b),
    end: 1,
  });
}

/** The x with P(X <= x) = `probability` for X gamma distributed with scale 1; 0 < probability < 1. */
export function gammaQuantile(probability: number, shape: number): number {
  return invert(probability, {
    tailsAt: (x) => gammaTails(x, shape),
    densityAt: (x) => gammaKernel(x, shape) / x,
    start: shape,
    end: Number.POSITIVE_INFINITY,
  });
}

/** Quantile of the chi-square distribution: twice a gamma quantile of half the degrees of freedom. */
export function chiSquareQuantile(probability: number, degreesOfFreedom: number): number {
  return 2 * gammaQuantile(probability, degreesOfFreedom / 2);
}

/**
 * The 97.5 % quantile of Student's t, by which the limits of a mean lie apart from it. Degrees of freedom, at least 1,
 * may be fractional (Welch).
 */
export function studentLimit(degreesOfFreedom: number): number {
  if (degreesOfFreedom > MANY_DEGREES) return nearlyNormalLimit(degreesOfFreedom);
  // t² / (df + t²) is beta distributed.
  const share = betaQuantile(1 - 2 * TAIL, { a: 0.5, b: degreesOfFreedom / 2 });
  return Math.sqrt((degreesOfFreedom * share) / (1 - share));
}

const MANY_DEGREES = 10_000;

/**
 * Expansion around the normal quantile, exact to the last digit for many degrees of freedom. (Abramowitz and
 * Stegun 26.7.5)
 */
function nearlyNormalLimit(degreesOfFreedom: number): number {
  const z2 = Z * Z;
  const first = (z2 + 1) / 4;
  const second = ((5 * z2 + 16) * z2 + 3) / 96;
  const third = (((3 * z2 + 19) * z2 + 17) * z2 - 15) / 384;
  return Z * (1 + (first + (second + third / degreesOfFreedom) / degreesOfFreedom) / degreesOfFreedom);
}

interface Inversion {
  tailsAt(x: number): Tails;
  densityAt(x: number): number;
  readonly start: number;
  /** Upper end of the support; the lower one is 0. */
  readonly end: number;
}

/** Newton's method inside a bracket that only shrinks, so it cannot run away. */
function invert(probability: number, { tailsAt, densityAt, start, end }: Inversion): number {
  let low = 0;
  let high = end;
  let x = start;
  for (let round = 0; round < 400; round += 1) {
    const { lower, upper } = tailsAt(x);
    const excess = probability <= 0.5 ? lower - probability : 1 - probability - upper;
    if (excess === 0) return x;
    if (excess < 0) low = x;
    else high = x;
    const step = excess / densityAt(x);
    const newton = x - step;
    const next = newton > low && newton < high ? newton : high === Number.POSITIVE_INFINITY ? 2 * x : (low + high) / 2;
    if (Math.abs(next - x) <= 2e-16 * x) return next;
    x = next;
  }
  return x;
}
