import type { Seconds } from '../time/instant.ts';

/** Whether a service kept its availability target. */
export type TargetVerdict = 'met' | 'missed' | 'undecided';

export interface TargetQuestion {
  /** Agreed time up to now. */
  readonly agreedSeconds: Seconds;
  readonly downtimeSeconds: Seconds;
  /** Agreed time of the period that is still to come; 0 when it is over. */
  readonly remainingSeconds: Seconds;
  readonly targetPct: number;
}

/**
 * The contract's verdict on the exact value: undecided while the rest of the period can still both save and spoil it,
 * null when the period has no agreed time at all. (kpi-spec 2.1 and 2.4)
 */
export function targetVerdict(question: TargetQuestion): TargetVerdict | null {
  const { agreedSeconds, downtimeSeconds, remainingSeconds, targetPct } = question;
  const wholeSeconds = agreedSeconds + remainingSeconds;
  if (wholeSeconds === 0) return null;
  const isReached = (upSeconds: Seconds) => 100 * upSeconds >= targetPct * wholeSeconds;
  const upSeconds = agreedSeconds - downtimeSeconds;
  if (isReached(upSeconds)) return 'met';
  return isReached(upSeconds + remainingSeconds) ? 'undecided' : 'missed';
}
