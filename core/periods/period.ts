import type { Instant } from '../time/instant.ts';
import type { Interval } from '../time/interval.ts';
import type { LocalDate } from '../time/local-date.ts';
import { localDateAt, startOfDate, type Zone } from '../time/zone.ts';
import { firstDateOf, type Granularity, shiftPeriods } from './granularity.ts';

/** A reporting period: a run of local dates, with its edges as instants. */
export interface Period extends Interval {
  readonly granularity: Granularity;
  readonly firstDate: LocalDate;
}

/** The period that begins on `firstDate`; its edges are local midnights by the first-instant rule. (kpi-spec G2) */
export function periodFrom(zone: Zone, granularity: Granularity, firstDate: LocalDate): Period {
  return {
    granularity,
    firstDate,
    start: startOfDate(zone, firstDate),
    end: startOfDate(zone, shiftPeriods(granularity, firstDate, 1)),
  };
}

/** The period that contains the instant `at`. */
export function periodAt(zone: Zone, granularity: Granularity, at: Instant): Period {
  let period = periodFrom(zone, granularity, firstDateOf(granularity, localDateAt(zone, at)));
  // Where clocks went back over midnight, yesterday was shown again after today had begun.
  while (at >= period.end) {
    period = periodFrom(zone, granularity, shiftPeriods(granularity, period.firstDate, 1));
  }
  return period;
}
