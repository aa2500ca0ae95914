/** Whether a sample reached its target: undecided while the interval contains the target. (kpi-spec G10) */
export type SampleVerdict = 'reached' | 'missed' | 'undecided';

export interface Limits {
  readonly low: number | null;
  readonly high: number | null;
}

/** Verdict on a sample (survey, audit). Contractual counts are complete and judged on the exact value instead. */
export function sampleVerdict({ low, high }: Limits, target: number, better: 'higher' | 'lower'): SampleVerdict {
  if (low !== null && low > target) return better === 'higher' ? 'reached' : 'missed';
  if (high !== null && high < target) return better === 'higher' ? 'missed' : 'reached';
  return 'undecided';
}
