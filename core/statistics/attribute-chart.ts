import { BASELINE_POINTS, FEWEST_BASELINE_POINTS, isProvisional } from './baseline.ts';
import { beyondLimits, inOrder, runsOfEight, type Signal } from './signals.ts';
import { sumOf } from './sum.ts';

/** What was counted in a period, and of how much. Null or an empty size: the period had no denominator. */
export interface CountedPeriod {
  readonly count: number | null;
  readonly size: number | null;
}

/** A point of the chart with its own limits, clipped to possible values. */
export interface AttributePoint {
  readonly value: number;
  readonly upper: number;
  readonly lower: number;
}

/** Chart of counts per size, as fractions or rates. */
export interface AttributeChart<Kind extends 'p' | 'u'> {
  readonly kind: Kind;
  /** Null below eight points in the baseline. */
  readonly center: number | null;
  /** One entry per period; null for an unused one and everywhere without limits. */
  readonly points: readonly (AttributePoint | null)[];
  readonly signals: readonly Signal[];
  /** How many times as far the baseline scatters as chance explains; null when chance explains no scatter. */
  readonly sigmaZ: number | null;
  /** Mean count per usable period of the baseline; null without limits. */
  readonly meanCount: number | null;
  /** Usable points in the whole series. */
  readonly usedCount: number;
  readonly isProvisional: boolean;
}

interface AttributeRule<Kind> {
  readonly kind: Kind;
  /** Variance of a point of size 1 around the centre. */
  varianceAt(center: number): number;
  readonly largestValue: number;
}

/** d2 for ranges of two: mean range of neighbours in standard deviations. */
const MEAN_RANGE = 1.128;

/** The part that p and u charts share: centre, 3-sigma limits by size, signals, overdispersion. (kpi-spec G12) */
export function attributeChart<Kind extends 'p' | 'u'>(
  periods: readonly CountedPeriod[],
  baselinePoints: number = BASELINE_POINTS,
  rule: AttributeRule<Kind>,
): AttributeChart<Kind> {
  const used = periods.flatMap(({ count, size }, index) =>
    count === null || size === null || size <= 0 ? [] : [{ index, count, size, value: count / size }],
  );
  const baseline = used.slice(0, baselinePoints);
  if (baseline.length < FEWEST_BASELINE_POINTS) {
    return {
      kind: rule.kind,
      center: null,
      points: periods.map(() => null),
      signals: [],
      sigmaZ: null,
      meanCount: null,
      usedCount: used.length,
      isProvisional: false,
    };
  }
  const counted = sumOf(baseline.map(({ count }) => count));
  const center = counted / sumOf(baseline.map(({ size }) => size));
  const deviation = (size: number) => Math.sqrt(rule.varianceAt(center) / size);
  const judged = used.map(({ index, value, size }) => ({
    index,
    value,
    center,
    upper: center + 3 * deviation(size),
    lower: center - 3 * deviation(size),
  }));
  const points: (AttributePoint | null)[] = periods.map(() => null);
  for (const { index, value, upper, lower } of judged) {
    points[index] = { value, upper: Math.min(upper, rule.largestValue), lower: Math.max(lower, 0) };
  }
  const scores = baseline.map(({ value, size }) => (value - center) / deviation(size));
  const steps = scores.slice(1).map((score, i) => Math.abs(score - scores[i]!));
  return {
    kind: rule.kind,
    center,
    points,
    signals: inOrder([...beyondLimits(judged), ...runsOfEight(judged)]),
    sigmaZ: deviation(1) === 0 ? null : sumOf(steps) / steps.length / MEAN_RANGE,
    meanCount: counted / baseline.length,
    usedCount: used.length,
    isProvisional: isProvisional(baseline.length),
  };
}
