import { poissonLimits } from '../statistics/rate.ts';
import type { Seconds } from '../time/instant.ts';

/** Mean operating time between failures, in hours of agreed time. (kpi-spec 2.12; IEC 60050-192) */
export interface Mtbf {
  /** Null without failures. */
  readonly hours: number | null;
  /** Exact 95 % interval; null without failures. */
  readonly lowHours: number | null;
  readonly highHours: number | null;
  /** Only one failure: a figure that says little. */
  readonly isSingleFailure: boolean;
  /** Without failures: with 95 % confidence it is at least this. Null with failures or without uptime. */
  readonly lowerBoundHours: number | null;
}

const SECONDS_PER_HOUR = 3600;

/** Uptime per failure started in the period. Down time is no part of it, and gaps between failures are not averaged. */
export function mtbfOf(uptimeSeconds: Seconds, failures: number): Mtbf {
  const uptimeHours = uptimeSeconds / SECONDS_PER_HOUR;
  if (failures === 0) {
    const lowerBoundHours = uptimeSeconds > 0 ? uptimeHours / -Math.log(0.05) : null;
    return { hours: null, lowHours: null, highHours: null, isSingleFailure: false, lowerBoundHours };
  }
  const { low, high } = poissonLimits(failures);
  return {
    hours: uptimeHours / failures,
    lowHours: uptimeHours / high,
    highHours: uptimeHours / low,
    isSingleFailure: failures === 1,
    lowerBoundHours: null,
  };
}
