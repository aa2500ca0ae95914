import { addOpenSeconds } from '../calendar/open-time.ts';
import type { Instant, Seconds } from '../time/instant.ts';
import type { SlaClock } from './sla-clock.ts';

/** When a clock counts as at risk (kpi-spec 3.5): so little of its target is left, by share or in business seconds. */
export interface RiskThreshold {
  /** Share of the target, 0 to 1. */
  readonly share: number;
  readonly seconds: Seconds;
}

export const DEFAULT_RISK_THRESHOLD: RiskThreshold = { share: 0.2, seconds: 3600 };

/**
 * The instant from which a running clock is at risk if nothing changes; it may lie in the past. Null while it rests,
 * once it is satisfied or breached, without a target, and when the calendar is never open again.
 */
export function atRiskFrom(clock: SlaClock, threshold: RiskThreshold = DEFAULT_RISK_THRESHOLD): Instant | null {
  const { runningSince, targetSeconds, measuredSeconds, dueAt, calendar } = clock;
  if (runningSince === null || targetSeconds === null || dueAt === null) return null;
  const left = Math.max(threshold.share * targetSeconds, threshold.seconds);
  return addOpenSeconds(calendar, runningSince, Math.max(0, Math.ceil(targetSeconds - left) - measuredSeconds));
}
