import { Z } from './confidence.ts';

/** Net promoter score in points, -100 to 100, with its 95 % interval. Never a percentage. */
export interface NetPromoterScore {
  readonly n: number;
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
  readonly nps: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Whether half the interval is more than twenty points. Null without answers. */
  readonly isWide: boolean | null;
}

const WIDE_POINTS = 20;

/**
 * `counts[score]` answers for each score 0 to 10: detractors 0 to 6, passives 7 and 8, promoters 9 and 10. Adjusted
 * Wald interval: three answers more, three quarters of one added to either side; clipped to the scale. (kpi-spec 7.3,
 * G10; Rocks 2016)
 */
export function netPromoterScore(counts: readonly number[]): NetPromoterScore {
  const answers = (from: number, to: number) => counts.slice(from, to + 1).reduce((sum, count) => sum + count, 0);
  const detractors = answers(0, 6);
  const passives = answers(7, 8);
  const promoters = answers(9, 10);
  const n = detractors + passives + promoters;
  const groups = { n, promoters, passives, detractors };
  if (n === 0) return { ...groups, nps: null, low: null, high: null, isWide: null };
  const adjusted = n + 3;
  const difference = (promoters - detractors) / adjusted;
  const variance = (promoters + detractors + 1.5) / adjusted - difference ** 2;
  const halfWidth = Z * Math.sqrt(variance / adjusted);
  const low = Math.max(100 * (difference - halfWidth), -100);
  const high = Math.min(100 * (difference + halfWidth), 100);
  return { ...groups, nps: (100 * (promoters - detractors)) / n, low, high, isWide: (high - low) / 2 > WIDE_POINTS };
}
