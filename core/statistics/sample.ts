import { sumOf } from './sum.ts';

/** What an interval for a mean needs to know of the values. */
export interface Sample {
  readonly n: number;
  /** Null without values. */
  readonly mean: number | null;
  /** Divided by n - 1; null below two values. Exactly 0 when all values are equal. */
  readonly variance: number | null;
}

/** Sums of whole numbers as a database delivers them, exact whatever their size. */
export interface ExactSums {
  readonly n: number;
  readonly sum: bigint;
  readonly sumOfSquares: bigint;
}

/** Mean and variance of `values`, in two passes with compensated sums. */
export function sampleOf(values: readonly number[]): Sample {
  const n = values.length;
  if (n === 0) return { n, mean: null, variance: null };
  const first = values[0]!;
  if (values.every((value) => value === first)) return { n, mean: first, variance: n < 2 ? null : 0 };
  const mean = sumOf(values) / n;
  return { n, mean, variance: sumOf(values.map((value) => (value - mean) ** 2)) / (n - 1) };
}

/** Mean and variance of values given by how often each occurs, as on a rating scale. */
export function sampleOfCounts(counts: readonly { readonly value: number; readonly count: number }[]): Sample {
  const n = sumOf(counts.map(({ count }) => count));
  if (n === 0) return { n, mean: null, variance: null };
  const mean = sumOf(counts.map(({ value, count }) => value * count)) / n;
  if (n < 2) return { n, mean, variance: null };
  return { n, mean, variance: sumOf(counts.map(({ value, count }) => count * (value - mean) ** 2)) / (n - 1) };
}

/** Mean and variance from exact sums; the subtraction that usually destroys digits happens in whole numbers. */
export function sampleOfSums({ n, sum, sumOfSquares }: ExactSums): Sample {
  if (n === 0) return { n, mean: null, variance: null };
  const mean = quotient(sum, BigInt(n));
  if (n < 2) return { n, mean, variance: null };
  return { n, mean, variance: quotient(BigInt(n) * sumOfSquares - sum * sum, BigInt(n) * BigInt(n - 1)) };
}

/** A quotient of whole numbers as a double: twenty decimal digits of it survive the conversion. */
function quotient(dividend: bigint, divisor: bigint): number {
  const whole = dividend / divisor;
  const rest = dividend % divisor;
  return Number(whole) + Number((rest * 10n ** 20n) / divisor) / 1e20;
}
