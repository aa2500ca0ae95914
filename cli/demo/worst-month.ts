import type { FigureAnswer } from '#core/figures/answer.ts';

/** A month of one service, and how far it lies below the other months of that service. */
export interface WorstMonth {
  readonly service: string;
  /** Index of the month. */
  readonly period: number;
  /** Standard errors below the other months together. */
  readonly deviations: number;
}

/** Fewer facts than this say nothing about a month. */
const FEWEST_FACTS = 20;

/**
 * The month and service whose share is furthest below that of the same service in all other months, by the two-sample z
 * statistic of shares. `answers` are those of a share split by service, months in order. Null when there is too little
 * of everything.
 */
export function worstMonthOf(answers: readonly FigureAnswer[]): WorstMonth | null {
  let worst: WorstMonth | null = null;
  for (const months of Map.groupBy(answers, ({ split }) => split ?? '').values()) {
    const all = sumOf(months);
    months.forEach((month, period) => {
      const deviations = deviationsBelow(month, all);
      if (deviations === null || (worst && deviations <= worst.deviations)) return;
      worst = { service: month.split ?? '', period, deviations };
    });
  }
  return worst;
}

/** Numerator and denominator of several answers together: a ratio of sums, never a mean of ratios. */
export function sumOf(answers: readonly FigureAnswer[]): Share {
  return {
    numerator: answers.reduce((sum, { numerator }) => sum + (numerator ?? 0), 0),
    denominator: answers.reduce((sum, { denominator }) => sum + (denominator ?? 0), 0),
  };
}

export interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

function deviationsBelow(month: FigureAnswer, all: Share): number | null {
  const n = month.denominator ?? 0;
  const others = all.denominator - n;
  if (n < FEWEST_FACTS || others < FEWEST_FACTS) return null;
  const share = (month.numerator ?? 0) / n;
  const usual = (all.numerator - (month.numerator ?? 0)) / others;
  const pooled = all.numerator / all.denominator;
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / others));
  return error === 0 ? null : (usual - share) / error;
}
