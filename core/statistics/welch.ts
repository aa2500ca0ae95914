import { studentLimit } from './distribution-quantiles.ts';
import { type Sample, sampleOf } from './sample.ts';

/** Difference of means, after minus before, with its 95 % interval. */
export interface MeanDifference {
  readonly difference: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly degreesOfFreedom: number | null;
  readonly excludesZero: boolean | null;
}

/** Ratio of geometric means, after to before, with its 95 % interval. */
export interface MeanRatio {
  readonly ratio: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly degreesOfFreedom: number | null;
  readonly excludesOne: boolean | null;
}

/**
 * Welch's t interval for the difference of two means with degrees of freedom by Welch and Satterthwaite. All null
 * below two values on a side; no interval when neither side has any spread. (kpi-spec G10; Welch 1947)
 */
export function welch(after: Sample, before: Sample): MeanDifference {
  const nothing = { low: null, high: null, degreesOfFreedom: null, excludesZero: null };
  if (after.mean === null || before.mean === null || after.variance === null || before.variance === null) {
    return { difference: null, ...nothing };
  }
  const difference = after.mean - before.mean;
  const errorAfter = after.variance / after.n;
  const errorBefore = before.variance / before.n;
  const error = errorAfter + errorBefore;
  if (error === 0) return { difference, ...nothing };
  const weight = errorAfter / error;
  const degreesOfFreedom = 1 / (weight ** 2 / (after.n - 1) + (1 - weight) ** 2 / (before.n - 1));
  const halfWidth = studentLimit(degreesOfFreedom) * Math.sqrt(error);
  const low = difference - halfWidth;
  const high = difference + halfWidth;
  return { difference, low, high, degreesOfFreedom, excludesZero: low > 0 || high < 0 };
}

/**
 * Welch on natural logarithms, for skewed durations: how many times as long it takes after. All null when a value is
 * not above zero, for it has no logarithm.
 */
export function welchOfLogs(after: readonly number[], before: readonly number[]): MeanRatio {
  const hasLogs = [...after, ...before].every((value) => value > 0);
  const of = (values: readonly number[]): Sample => (hasLogs ? sampleOfLogs(values) : sampleOf([]));
  return welchOfLogSamples(of(after), of(before));
}

/** The same, given the samples of the logarithms. */
export function welchOfLogSamples(after: Sample, before: Sample): MeanRatio {
  const logs = welch(after, before);
  return {
    ratio: exponential(logs.difference),
    low: exponential(logs.low),
    high: exponential(logs.high),
    degreesOfFreedom: logs.degreesOfFreedom,
    excludesOne: logs.excludesZero,
  };
}

function sampleOfLogs(values: readonly number[]): Sample {
  return sampleOf(values.map(Math.log));
}

function exponential(value: number | null): number | null {
  return value === null ? null : Math.exp(value);
}
