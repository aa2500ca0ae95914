import { betaTails } from './incomplete-beta.ts';

/** A number of independent trials that each succeed with `probability`. */
export interface Binomial {
  readonly trials: number;
  readonly probability: number;
}

/** P(successes <= count). Exact to about 1e-13, and fast for many millions of trials (DLMF 8.17.5). */
export function probabilityOfAtMost(count: number, { trials, probability }: Binomial): number {
  if (count < 0) return 0;
  if (count >= trials) return 1;
  return betaTails(probability, { a: count + 1, b: trials - count }).upper;
}

/** P(successes >= count). */
export function probabilityOfAtLeast(count: number, { trials, probability }: Binomial): number {
  if (count <= 0) return 1;
  if (count > trials) return 0;
  return betaTails(probability, { a: count, b: trials - count + 1 }).lower;
}
