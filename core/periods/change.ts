/** How a figure is compared with that of another period. (kpi-spec G11) */
export const CHANGE_KINDS = ['percent', 'points', 'absolute', 'duration', 'ratio'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** A value as it is, or as counts: a share in percent kinds, else a mean or ratio. Null when there is none. */
export type ChangeValue = number | null | readonly [numerator: number, denominator: number];

export interface Change {
  readonly current: number | null;
  readonly reference: number | null;
  readonly difference: number | null;
  /** Percentage points, points of a scale, or the unit of the values. */
  readonly differenceUnit: 'pp' | 'points' | 'unit';
  /** Of the absolute value of the reference; null for shares and points, and when the reference is 0. */
  readonly relativePct: number | null;
}

/**
 * Current minus reference. Nothing is averaged and nothing rounded: counts are compared by cross multiplication, so equal
 * shares differ by exactly 0.
 */
export function changeOf(kind: ChangeKind, current: ChangeValue, reference: ChangeValue): Change {
  const here = fractionOf(current);
  const there = fractionOf(reference);
  const scale = kind === 'percent' && Array.isArray(current) ? 100 : 1;
  const scaleThere = kind === 'percent' && Array.isArray(reference) ? 100 : 1;
  const currentValue = here && (scale * here.numerator) / here.denominator;
  const referenceValue = there && (scaleThere * there.numerator) / there.denominator;
  const difference =
    here && there
      ? (scale * here.numerator * there.denominator - scaleThere * there.numerator * here.denominator) /
        (here.denominator * there.denominator)
      : null;
  const isRelative = kind === 'absolute' || kind === 'duration' || kind === 'ratio';
  return {
    current: currentValue,
    reference: referenceValue,
    difference,
    differenceUnit: kind === 'percent' ? 'pp' : kind === 'points' ? 'points' : 'unit',
    relativePct:
      isRelative && difference !== null && referenceValue !== null && referenceValue !== 0
        ? (100 * difference) / Math.abs(referenceValue)
        : null,
  };
}

interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

function fractionOf(value: ChangeValue): Fraction | null {
  if (value === null) return null;
  if (typeof value === 'number') return { numerator: value, denominator: 1 };
  const [numerator, denominator] = value;
  return denominator === 0 ? null : { numerator, denominator };
}
