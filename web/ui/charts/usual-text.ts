import type { Measured } from '#web/shell/format.ts';
import { type Limits, limitsInside } from './limits-inside.ts';
import type { ChartWords } from './period-words.ts';
import type { PossibleValues } from './value-scale.ts';

/**
 * The usual range as a sentence says it: `77,0 bis 91,8 %`; `mindestens 63,8 %` where the other side cannot be crossed;
 * null where neither can.
 */
export function usualText(
  limits: Limits,
  {
    measured,
    possible,
    words: { say, format },
  }: {
    readonly measured: Measured;
    readonly possible: PossibleValues;
    readonly words: Pick<ChartWords, 'say' | 'format'>;
  },
): string | null {
  const { lower, upper } = limitsInside(limits, possible);
  if (lower !== null && upper !== null) return say('desk.charts.range', format.range(lower, upper, measured));
  if (lower !== null) return say('desk.charts.atLeast', { value: format.withUnit(lower, measured) });
  return upper === null ? null : say('desk.charts.atMost', { value: format.withUnit(upper, measured) });
}
