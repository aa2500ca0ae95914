import type { ClockOut, WhyOut } from '#contract/api/clock-shapes.ts';

const MINUTE = 60;
/** Under a shorter promise, and this close to it, seconds decide and are shown. */
const SHORT_TARGET_SECONDS = 3600;
/** More terms than this are told by the first, the rest together, and the last. */
const MOST_TERMS = 8;
const EDGE = 3;

/** One number of the sum: a day, or several days together. */
export interface Term {
  readonly seconds: number;
  readonly days: number;
}

export interface Equation {
  /** They add up to `used` as they are shown, not only before rounding. */
  readonly terms: readonly Term[];
  readonly used: number;
  readonly target: number | null;
  /** Target less used as shown; negative when over; null without a target. */
  readonly left: number | null;
  /** Whether seconds are shown. */
  readonly isExact: boolean;
}

/** Whether the clock is told to the second: its promise is short, or it was kept or missed by less than a minute. */
export function isToldExactly({ targetSeconds, remainingSeconds }: ClockOut): boolean {
  if (targetSeconds === null || remainingSeconds === null) return false;
  const isClose = remainingSeconds !== 0 && Math.abs(remainingSeconds) < MINUTE;
  return targetSeconds < SHORT_TARGET_SECONDS || isClose;
}

/**
 * Counted seconds of each entry as they are shown: whole minutes unless told exactly. Cut off along the way rather than
 * one by one, so that what is shown adds up.
 */
export function shownCounts(days: WhyOut['days'], { isExact }: { readonly isExact: boolean }): number[] {
  let sum = 0;
  let shown = 0;
  return days.map(({ seconds }) => {
    sum += seconds.counted;
    const next = isExact ? sum : Math.floor(sum / MINUTE) * MINUTE;
    const part = next - shown;
    shown = next;
    return part;
  });
}

/** The sum under the drawing: what each day counted, what that makes, and what is left of the promise. */
export function equationOf(clock: ClockOut): Equation {
  const isExact = isToldExactly(clock);
  const { days } = clock.why;
  const shown = shownCounts(days, { isExact });
  const terms = days.flatMap((day, index): Term[] => {
    if (day.seconds.counted === 0) return [];
    return [{ seconds: shown[index]!, days: day.kind === 'day' ? 1 : day.days }];
  });
  const used = shown.reduce((total, one) => total + one, 0);
  const target = clock.targetSeconds;
  return { terms: shortened(terms), used, target, left: target === null ? null : target - used, isExact };
}

function shortened(terms: readonly Term[]): readonly Term[] {
  if (terms.length <= MOST_TERMS) return terms;
  const middle = terms.slice(EDGE, -EDGE).reduce((a, b) => ({ seconds: a.seconds + b.seconds, days: a.days + b.days }));
  return [...terms.slice(0, EDGE), middle, ...terms.slice(-EDGE)];
}
