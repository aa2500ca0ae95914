import type { PossibleValues } from './value-scale.ts';

export interface Limits {
  readonly lower: number | null;
  readonly upper: number | null;
}

/** The limits that can be crossed. */
export function limitsInside({ lower, upper }: Limits, { low, high }: PossibleValues): Limits {
  return {
    lower: lower === null || (low !== null && lower <= low) ? null : lower,
    upper: upper === null || (high !== null && upper >= high) ? null : upper,
  };
}
