/**
 * Which split values carry most of a figure (look.md 5.11). What "most" means follows from its kind:
 *
 * - shares: the failures. Where less is better, those are the facts that the share counts (reopened, escalated); where
 *   nothing is better, too
 * - counts: the facts, or the sum that is counted. A balance that falls below zero anywhere has no shares
 * - rates: the facts
 * - durations: the time that all facts took together, so that many short ones weigh as much as few long ones
 * - quotients: the time above the line
 * - means: the sum that the mean is made of
 */
export interface ParetoWeight {
  /** `(none)` for facts where the dimension is not set. */
  readonly split: string;
  /** In facts; of durations in the unit of the figure, of quotients in seconds. */
  readonly weight: number;
}

/** What of a figure decides what weighs. */
export interface Weighed {
  readonly kind: string;
  readonly better: 'higher' | 'lower' | 'neutral';
}

/** What of an answer is weighed. */
export interface WeighedAnswer {
  readonly split: string | null;
  readonly value: number | null;
  readonly n: number;
  readonly numerator: number | null;
  readonly duration: { readonly mean: number | null } | null;
}

const NOT_SET = '(none)';

/**
 * The split values of one period by their weight: the heaviest first, equals by name, and "not set" last, however heavy
 * it is and even when it weighs nothing. Other values without weight are left out. Null when shares make no sense:
 * nothing weighs, or something weighs less than nothing.
 */
export function paretoOf(figure: Weighed, answers: readonly WeighedAnswer[]): ParetoWeight[] | null {
  const weights = answers.flatMap((answer): ParetoWeight[] =>
    answer.split === null ? [] : [{ split: answer.split, weight: weightOf(figure, answer) }],
  );
  if (weights.some(({ weight }) => weight < 0) || weights.every(({ weight }) => weight === 0)) return null;
  const known = weights.filter(({ split, weight }) => split !== NOT_SET && weight > 0);
  const unknown = weights.filter(({ split }) => split === NOT_SET);
  return [...known.sort((a, b) => b.weight - a.weight || (a.split < b.split ? -1 : 1)), ...unknown];
}

/** What one answer weighs: a part, or the whole that the parts make up. */
export function weightOf({ kind, better }: Weighed, { n, numerator, value, duration }: WeighedAnswer): number {
  switch (kind) {
    case 'share':
      return better === 'higher' ? n - (numerator ?? 0) : (numerator ?? 0);
    case 'count':
      return value ?? 0;
    case 'duration':
      return n * (duration?.mean ?? 0);
    case 'quotient':
    case 'mean':
      return numerator ?? 0;
    default:
      return n;
  }
}
