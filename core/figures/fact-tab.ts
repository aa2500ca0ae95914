import type { LeftOutReason } from './definition.ts';

/**
 * The tabs of the facts behind a figure. A fact of the period is either counted or left out; immature ones are among the
 * counted; undecided ones stand beside, with a verdict that nobody knows yet.
 */
export type FactTab =
  /** `all`: counted and left out together. */
  | { readonly kind: 'all' | 'counted' | 'undecided' | 'immature' }
  /** Of a share: the counted ones with success, or those without. */
  | { readonly kind: 'judged'; readonly success: boolean }
  /** Of a duration: the counted ones that took at least so long, and less than that where there is an end. */
  | { readonly kind: 'lasting'; readonly range: SecondsRange }
  /** For one reason, or for any. */
  | { readonly kind: 'left_out'; readonly reason: LeftOutReason | null };

/** From `atLeast` to below `below`, in seconds; null: without an end. */
export interface SecondsRange {
  readonly atLeast: number;
  readonly below: number | null;
}

export const FACT_TABS = [
  'all',
  'counted',
  'left_out',
  'undecided',
  'immature',
] as const satisfies readonly FactTab['kind'][];
