/**
 * The baseline of a control chart: limits come from its first usable points and stay frozen; a new baseline is a
 * recorded human decision. (kpi-spec G12)
 */

/** So many usable points make the limits unless somebody decided otherwise. */
export const BASELINE_POINTS = 20;

/** Fewer usable points in the baseline give no limits. */
export const FEWEST_BASELINE_POINTS = 8;

/** Limits from fewer points than this are marked provisional. */
const FIRM_BASELINE_POINTS = 12;

/** One entry per period: its place in the series and what was observed there. */
export interface UsablePoint {
  readonly index: number;
  readonly value: number;
}

/** Whether a baseline of so many points gives limits that still may move. */
export function isProvisional(baselinePoints: number): boolean {
  return baselinePoints < FIRM_BASELINE_POINTS;
}

/**
 * Where limits begin anew among the periods between `edges`: at the first one, and at the first that begins at or after
 * each decision. Two decisions before the same period are one; those outside the periods cut nothing.
 */
export function segmentStarts(edges: readonly number[], decisions: readonly number[]): readonly number[] {
  const starts = new Set([0]);
  for (const decision of decisions) {
    const start = edges.findIndex((edge) => edge >= decision);
    if (start > 0 && start < edges.length - 1) starts.add(start);
  }
  return [...starts].sort((a, b) => a - b);
}
