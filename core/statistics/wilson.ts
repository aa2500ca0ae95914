import { Z } from './confidence.ts';

/** A share with its 95 % interval, all in percent. Null without facts (kpi-spec G6). */
export interface Proportion {
  readonly valuePct: number | null;
  readonly lowPct: number | null;
  readonly highPct: number | null;
  /** Whether half the interval is more than ten points, so that the value says little. Null without facts. */
  readonly isWide: boolean | null;
}

/** Limits of a share as fractions, 0 to 1. */
export interface ShareLimits {
  readonly low: number;
  readonly high: number;
}

const WIDE_POINTS = 10;

/** `numerator` of `denominator` with the Wilson score interval, no continuity correction. (kpi-spec G10; Wilson 1927) */
export function proportion(numerator: number, denominator: number): Proportion {
  if (denominator === 0) return { valuePct: null, lowPct: null, highPct: null, isWide: null };
  const { low, high } = wilsonLimits(numerator, denominator);
  const lowPct = 100 * low;
  const highPct = 100 * high;
  return { valuePct: (100 * numerator) / denominator, lowPct, highPct, isWide: (highPct - lowPct) / 2 > WIDE_POINTS };
}

/** Wilson limits of `numerator` of `denominator`, which must be positive. None has 0 as its limit, all has 1. */
export function wilsonLimits(numerator: number, denominator: number): ShareLimits {
  const z2 = Z * Z;
  const spread = Z * Math.sqrt(z2 + (4 * numerator * (denominator - numerator)) / denominator);
  const high = numerator === denominator ? 1 : (2 * numerator + z2 + spread) / (2 * (denominator + z2));
  // The product of the roots is numerator² / (denominator (denominator + z²)): no digits lost near zero.
  const low = (numerator * numerator) / (denominator * (denominator + z2) * high);
  return { low, high };
}
