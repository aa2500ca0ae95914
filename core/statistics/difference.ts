import { wilsonLimits } from './wilson.ts';

/** What counted and what it is counted of. */
export interface Counted {
  readonly numerator: number;
  readonly denominator: number;
}

/** After minus before in percentage points, with its 95 % interval. Null when a side has no facts. */
export interface ProportionDifference {
  readonly differencePp: number | null;
  readonly lowPp: number | null;
  readonly highPp: number | null;
  readonly excludesZero: boolean | null;
}

/** Difference of two shares with Newcombe's hybrid score interval. (Newcombe 1998, method 10; kpi-spec G10) */
export function differenceOfProportions(after: Counted, before: Counted): ProportionDifference {
  if (after.denominator === 0 || before.denominator === 0) {
    return { differencePp: null, lowPp: null, highPp: null, excludesZero: null };
  }
  const shareAfter = after.numerator / after.denominator;
  const shareBefore = before.numerator / before.denominator;
  const limitsAfter = wilsonLimits(after.numerator, after.denominator);
  const limitsBefore = wilsonLimits(before.numerator, before.denominator);
  const difference =
    (after.numerator * before.denominator - before.numerator * after.denominator) /
    (after.denominator * before.denominator);
  const low = difference - Math.hypot(shareAfter - limitsAfter.low, limitsBefore.high - shareBefore);
  const high = difference + Math.hypot(limitsAfter.high - shareAfter, shareBefore - limitsBefore.low);
  return {
    differencePp: 100 * difference,
    lowPp: 100 * low,
    highPp: 100 * high,
    excludesZero: low > 0 || high < 0,
  };
}
