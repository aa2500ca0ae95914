import type { Side } from '../statistics/signals.ts';
import type { FigureAnswer } from './answer.ts';
import type { Figure } from './definition.ts';

/** The split value that carries most of what stands out, with its own answer. */
export interface Carrier {
  readonly answer: FigureAnswer;
  /** Its share of all that the split values add to the deviation, from a half to 1. */
  readonly share: number;
}

export interface CarrierQuestion {
  /** One answer per split value, of the period that stands out. */
  readonly now: readonly FigureAnswer[];
  /** The same of what lies before. */
  readonly before: readonly FigureAnswer[];
  /** How many periods `before` is long. A stock is taken at its end. */
  readonly periodsBefore: number;
  /** Where the figure went. */
  readonly side: Side;
}

/** Fewer cases than this carry nothing, whatever they say. */
const FEWEST_CASES = 5;
/** Less than this of the whole is not "most". */
const LEAST_SHARE = 0.5;

/**
 * Who carries a deviation. Each split value adds what it did beyond what its own past leads to expect: cases beyond its
 * past rate for shares, hours beyond its past mean for times, cases beyond its past number for counts. The value that
 * adds the most is told when that is at least half of all that was added. Null when nobody does, when there is but one
 * value, and when what carries most is that nothing is recorded.
 */
export function carrierOf(figure: Figure, { now, before, periodsBefore, side }: CarrierQuestion): Carrier | null {
  if (now.length < 2) return null;
  const past = new Map(before.map((answer) => [answer.split, answer]));
  const whole = totalOf(before);
  const sign = side === 'above' ? 1 : -1;
  const added = now.map((answer) => {
    const own = past.get(answer.split);
    return { answer, amount: sign * surplusOf(figure, { answer, past: own ?? null, whole, periodsBefore }) };
  });
  const total = added.reduce((sum, { amount }) => sum + Math.max(0, amount), 0);
  const most = added.reduce((best, one) => (one.amount > best.amount ? one : best));
  const { answer, amount } = most;
  if (total <= 0 || amount / total < LEAST_SHARE || answer.n < FEWEST_CASES || answer.split === '(none)') return null;
  return { answer, share: amount / total };
}

interface Whole {
  readonly numerator: number;
  readonly denominator: number;
}

interface Surplus {
  readonly answer: FigureAnswer;
  readonly past: FigureAnswer | null;
  readonly whole: Whole;
  readonly periodsBefore: number;
}

/** What an answer has beyond what its past leads to expect; positive: more of what the figure measures. */
function surplusOf(figure: Figure, { answer, past, whole, periodsBefore }: Surplus): number {
  switch (figure.kind) {
    case 'share':
    case 'quotient':
    case 'mean': {
      const { numerator, denominator } = weightOf(answer);
      const own = past && weightOf(past);
      const reference = own && own.denominator > 0 ? own : whole;
      if (reference.denominator === 0) return 0;
      return numerator - (denominator * reference.numerator) / reference.denominator;
    }
    case 'duration': {
      const usual = past?.duration?.mean ?? null;
      const mean = answer.duration?.mean ?? null;
      return usual === null || mean === null ? 0 : answer.n * (mean - usual);
    }
    case 'rate':
      return answer.n - (past?.n ?? 0) / periodsBefore;
    case 'count':
      return (answer.value ?? 0) - (past?.value ?? 0) / (figure.basis === 'stock' ? 1 : periodsBefore);
  }
}

function weightOf({ numerator, denominator }: FigureAnswer): Whole {
  return { numerator: numerator ?? 0, denominator: denominator ?? 0 };
}

function totalOf(answers: readonly FigureAnswer[]): Whole {
  return answers
    .map(weightOf)
    .reduce(
      (sum, one) => ({ numerator: sum.numerator + one.numerator, denominator: sum.denominator + one.denominator }),
      { numerator: 0, denominator: 0 },
    );
}
