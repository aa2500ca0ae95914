import type { LocalDate } from '../time/local-date.ts';
import type { Values } from './answer-values.ts';
import type { Bound, Figure } from './definition.ts';

/** What somebody promised of a figure, from a date on. */
export interface Target {
  readonly value: number;
  readonly direction: TargetDirection;
}

export const TARGET_DIRECTIONS = ['at_least', 'at_most'] as const;
export type TargetDirection = (typeof TARGET_DIRECTIONS)[number];

/** One version of the target of a figure. Versions are never changed; a new one counts from its date on. */
export interface TargetVersion {
  /** From 1, in the order in which they were set. */
  readonly version: number;
  /** Null: from that date on nothing is promised. */
  readonly value: number | null;
  readonly direction: TargetDirection;
  readonly validFrom: LocalDate;
}

/** The direction that goes without saying; null when neither does. */
export function directionOf({ better }: Pick<Figure, 'better'>): TargetDirection | null {
  if (better === 'neutral') return null;
  return better === 'higher' ? 'at_least' : 'at_most';
}

/** The version in force on a date: of those that begin no later, the one set last. Null when there is none. */
export function versionOn<Version extends TargetVersion>(
  versions: readonly Version[],
  date: LocalDate,
): Version | null {
  let found: Version | null = null;
  for (const version of versions) {
    if (version.validFrom <= date && (found === null || version.version > found.version)) found = version;
  }
  return found;
}

/**
 * Whether a target is kept. `open`: the figure is an estimate and its interval contains the target, or it may still
 * change to the other side. `too_few`: nothing to judge by.
 */
export type TargetVerdict = 'kept' | 'missed' | 'open' | 'too_few';

type Judged = Pick<Values, 'value' | 'low' | 'high'> & { readonly bound: Bound | null };

/** Kinds of figures that estimate: shares and times would be a little different with other cases of the same process. */
const ESTIMATES: readonly Figure['kind'][] = ['share', 'duration', 'mean', 'rate'];

/**
 * The verdict on a target (kpi-spec G9, G10), always of the unrounded value.
 *
 * Clocks are what a contract counts, and they are all there: their exact value decides, as does that of every count and
 * of every figure without an interval. The others say something of the process beyond the cases at hand: a target is
 * kept or missed only when the whole interval lies on one side. A time with too few cases for an interval has no verdict.
 */
export function targetVerdict(figure: Pick<Figure, 'of' | 'kind'>, judged: Judged, target: Target): TargetVerdict {
  const { value, low, high } = judged;
  if (value === null) return 'too_few';
  const isEstimate = figure.of !== 'clock' && ESTIMATES.includes(figure.kind);
  if (figure.kind === 'duration' && low === null) return 'too_few';
  const interval = isEstimate && low !== null && high !== null ? { low, high } : { low: value, high: value };
  const worst = target.direction === 'at_least' ? interval.low : interval.high;
  const best = target.direction === 'at_least' ? interval.high : interval.low;
  if (!holds(best, target)) return mayStillReach(judged.bound, target) ? 'open' : 'missed';
  if (!holds(worst, target)) return 'open';
  return mayStillLeave(judged.bound, target) ? 'open' : 'kept';
}

function holds(value: number, target: Target): boolean {
  return target.direction === 'at_least' ? value >= target.value : value <= target.value;
}

/** Whether cases that may still change could bring the value to the kept side. */
function mayStillReach(bound: Bound | null, { direction }: Target): boolean {
  return bound !== null && bound === direction;
}

/** Whether they could take it away from there. */
function mayStillLeave(bound: Bound | null, { direction }: Target): boolean {
  return bound !== null && bound !== direction;
}
