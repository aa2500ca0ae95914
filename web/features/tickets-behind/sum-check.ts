import type { FactTabs } from './list-rows.ts';

/** Which of the sums does not hold; null when all do. */
export type SumFault =
  /** Counted, left out and undecided are not all facts, which were counted by themselves. */
  | { readonly kind: 'total'; readonly told: number; readonly summed: number }
  /** Those with success and those without are not the counted. */
  | { readonly kind: 'judged'; readonly told: number; readonly summed: number }
  /** The reasons together are not those left out. */
  | { readonly kind: 'reasons'; readonly told: number; readonly summed: number }
  /** The figure itself counts another number. */
  | { readonly kind: 'figure'; readonly told: number; readonly summed: number }
  /** All rows have come, and they are not as many as the tab says. */
  | { readonly kind: 'rows'; readonly told: number; readonly summed: number };

export interface SumsToCheck {
  readonly tabs: FactTabs;
  /** What the figure answers when it is asked by itself: `n`; null while that has not come. */
  readonly figureCounts: number | null;
  /** Rows that have come and the number that they must be; null while more are coming. */
  readonly rows: { readonly came: number; readonly expected: number } | null;
}

/** Adds up again, in the browser, all that the page says belongs together. */
export function sumFault({ tabs, figureCounts, rows }: SumsToCheck): SumFault | null {
  const { counted, leftOut, undecided, total, judged, leftOutBy } = tabs;
  const all = counted + leftOut + undecided;
  if (all !== total) return { kind: 'total', told: total, summed: all };
  const verdicts = judged === null ? counted : judged.met + judged.missed;
  if (verdicts !== counted) return { kind: 'judged', told: counted, summed: verdicts };
  const reasons = Object.values(leftOutBy).reduce((sum, facts) => sum + facts, 0);
  if (reasons !== leftOut) return { kind: 'reasons', told: leftOut, summed: reasons };
  if (figureCounts !== null && figureCounts !== counted) return { kind: 'figure', told: figureCounts, summed: counted };
  if (rows !== null && rows.came !== rows.expected) return { kind: 'rows', told: rows.expected, summed: rows.came };
  return null;
}
