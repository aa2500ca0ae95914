import { BASELINE_POINTS, FEWEST_BASELINE_POINTS, isProvisional, type UsablePoint } from './baseline.ts';
import { sampleOf } from './sample.ts';
import {
  beyondLimits,
  inOrder,
  movingRangesBeyond,
  runsOfEight,
  type Signal,
  threeOfFourNearLimit,
} from './signals.ts';

/** Chart of single values and their moving range, in the unit of the values. Everything null below eight points. */
export interface XmrChart {
  readonly kind: 'xmr';
  readonly center: number | null;
  /** Not clipped to possible values. */
  readonly upper: number | null;
  readonly lower: number | null;
  readonly movingRangeMean: number | null;
  readonly movingRangeUpper: number | null;
  readonly signals: readonly Signal[];
  /** Usable points in the whole series. */
  readonly usedCount: number;
  readonly isProvisional: boolean;
}

/** 3 / d2 and D4 for ranges of two, as Wheeler rounds them. */
const LIMIT_FACTOR = 2.66;
const RANGE_FACTOR = 3.268;

/**
 * Individuals chart of `values`, null for a period without one, with limits from the first `baselinePoints` usable
 * points. (Wheeler, "Understanding Variation"; kpi-spec G12)
 */
export function xmrChart(values: readonly (number | null)[], baselinePoints = BASELINE_POINTS): XmrChart {
  const points = values.flatMap((value, index): UsablePoint[] => (value === null ? [] : [{ index, value }]));
  const baseline = points.slice(0, baselinePoints).map(({ value }) => value);
  if (baseline.length < FEWEST_BASELINE_POINTS) {
    return {
      kind: 'xmr',
      center: null,
      upper: null,
      lower: null,
      movingRangeMean: null,
      movingRangeUpper: null,
      signals: [],
      usedCount: points.length,
      isProvisional: false,
    };
  }
  const center = sampleOf(baseline).mean!;
  const movingRangeMean = sampleOf(baseline.slice(1).map((value, i) => Math.abs(value - baseline[i]!))).mean!;
  const movingRangeUpper = RANGE_FACTOR * movingRangeMean;
  const upper = center + LIMIT_FACTOR * movingRangeMean;
  const lower = center - LIMIT_FACTOR * movingRangeMean;
  const judged = points.map((point) => ({ ...point, center, upper, lower }));
  return {
    kind: 'xmr',
    center,
    upper,
    lower,
    movingRangeMean,
    movingRangeUpper,
    signals: inOrder([
      ...beyondLimits(judged),
      ...movingRangesBeyond(points, movingRangeUpper),
      ...threeOfFourNearLimit(judged),
      ...runsOfEight(judged),
    ]),
    usedCount: points.length,
    isProvisional: isProvisional(baseline.length),
  };
}
