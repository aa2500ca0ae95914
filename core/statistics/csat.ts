import { type Mean, meanOf } from './mean.ts';
import { sampleOfCounts } from './sample.ts';
import { type Proportion, proportion } from './wilson.ts';

/** Answers with 1, 2, 3, 4 and 5. */
export type RatingCounts = readonly [one: number, two: number, three: number, four: number, five: number];

/** Satisfaction on a scale of five: the share of 4 and 5, and what belongs beside it. */
export interface Satisfaction {
  readonly n: number;
  /** Share of 4 and 5 with Wilson interval. */
  readonly satisfied: Proportion;
  readonly topBoxPct: number | null;
  readonly bottomTwoPct: number | null;
  readonly rating: Mean;
}

/** Customer satisfaction by the two top boxes; not good minus bad. (kpi-spec 7.1 and 7.2) */
export function satisfaction(counts: RatingCounts): Satisfaction {
  const [one, two, , four, five] = counts;
  const n = counts.reduce((sum, count) => sum + count, 0);
  return {
    n,
    satisfied: proportion(four + five, n),
    topBoxPct: n === 0 ? null : (100 * five) / n,
    bottomTwoPct: n === 0 ? null : (100 * (one + two)) / n,
    rating: meanOf(sampleOfCounts(counts.map((count, index) => ({ value: index + 1, count }))), {
      lowest: 1,
      highest: 5,
    }),
  };
}
