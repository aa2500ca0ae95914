import type { Instant } from '../time/instant.ts';
import type { Zone } from '../time/zone.ts';
import { momentIn, type WrittenPeriod } from './asked-period.ts';
import { type Granularity, shiftPeriods } from './granularity.ts';
import { type Period, periodAt, periodFrom } from './period.ts';

/**
 * The one period in a question: the one that a bound lies in, of `to` the instant before it; without bounds the last
 * that is over by `asOf`. Null when the two bounds are not those of one period.
 * @throws RangeError for a bound that is no moment.
 */
export function onePeriodAsked(
  zone: Zone,
  { from, to }: WrittenPeriod,
  { granularity, asOf }: { readonly granularity: Granularity; readonly asOf: Instant },
): Period | null {
  const start = from === undefined ? null : momentIn(zone, from);
  const end = to === undefined ? null : momentIn(zone, to);
  if (start === null && end === null) return shifted(zone, periodAt(zone, granularity, asOf), -1);
  const anchor = start ?? ((end! - 1) as Instant);
  const period = periodAt(zone, granularity, anchor);
  const isWhole = start === null || end === null || (period.start === start && period.end === end);
  return isWhole ? period : null;
}

/** The period so many places later; earlier when negative. */
export function shifted(zone: Zone, { granularity, firstDate }: Period, count: number): Period {
  return periodFrom(zone, granularity, shiftPeriods(granularity, firstDate, count));
}
