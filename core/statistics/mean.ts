import { studentLimit } from './distribution-quantiles.ts';
import type { Sample } from './sample.ts';

/** Lowest and highest value a rating can have. */
export interface Scale {
  readonly lowest: number;
  readonly highest: number;
}

/** A mean with its 95 % interval, in the unit of the values. */
export interface Mean {
  readonly n: number;
  readonly mean: number | null;
  readonly standardDeviation: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * Mean with Student's t interval, clipped to the scale when there is one. Below two values there is no interval.
 * (kpi-spec G10; Student 1908)
 */
export function meanOf({ n, mean, variance }: Sample, scale: Scale | null = null): Mean {
  if (mean === null || variance === null) return { n, mean, standardDeviation: null, low: null, high: null };
  const halfWidth = variance === 0 ? 0 : studentLimit(n - 1) * Math.sqrt(variance / n);
  return {
    n,
    mean,
    standardDeviation: Math.sqrt(variance),
    low: Math.max(mean - halfWidth, scale?.lowest ?? Number.NEGATIVE_INFINITY),
    high: Math.min(mean + halfWidth, scale?.highest ?? Number.POSITIVE_INFINITY),
  };
}
