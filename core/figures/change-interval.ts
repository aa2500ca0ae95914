import { differenceOfProportions } from '../statistics/difference.ts';
import { rateRatio } from '../statistics/rate.ts';
import type { Sample } from '../statistics/sample.ts';
import { welch, welchOfLogSamples } from '../statistics/welch.ts';
import type { FigureAnswer } from './answer.ts';
import type { Figure } from './definition.ts';
import type { LogSumsRow } from './tally.ts';

/**
 * How far chance alone may have moved a figure, as a 95 % interval (kpi-spec G10). Shares: points, by Newcombe. Counts
 * and rates: percent of the reference, by the ratio of two Poisson means. Means: difference, by Welch. Times: percent,
 * as the ratio of geometric means by Welch on logarithms, for times are skewed.
 */
export interface ChangeInterval {
  readonly measure: 'difference' | 'relative_pct';
  readonly estimate: number | null;
  readonly low: number | null;
  /** Null: without bound. */
  readonly high: number | null;
  /** Whether the interval excludes "no change". */
  readonly isBeyondChance: boolean;
  readonly isRise: boolean;
}

export interface ComparedSides {
  readonly current: FigureAnswer;
  readonly reference: FigureAnswer;
  /** Of times; null where there are none. */
  readonly logs: { readonly current: LogSumsRow | null; readonly reference: LogSumsRow | null };
}

/** The interval of a change; null where there is none for the kind of figure, or too few facts. */
export function changeInterval(figure: Figure, { current, reference, logs }: ComparedSides): ChangeInterval | null {
  switch (figure.kind) {
    case 'share': {
      if (figure.interval === null || current.numerator === null || reference.numerator === null) return null;
      const { differencePp, lowPp, highPp } = differenceOfProportions(
        { numerator: current.numerator, denominator: current.n },
        { numerator: reference.numerator, denominator: reference.n },
      );
      return around('difference', { estimate: differencePp, low: lowPp, high: highPp });
    }
    case 'count':
      if (figure.interval === null || current.value === null || reference.value === null) return null;
      return ofRates({ events: current.value, exposure: 1 }, { events: reference.value, exposure: 1 });
    case 'rate':
      return ofRates(
        { events: current.n, exposure: current.denominator ?? 0 },
        { events: reference.n, exposure: reference.denominator ?? 0 },
      );
    case 'mean': {
      const { difference, low, high } = welch(sampleOfMean(current), sampleOfMean(reference));
      return around('difference', { estimate: difference, low, high });
    }
    case 'duration': {
      if (!logs.current || !logs.reference) return null;
      return ofRatio(welchOfLogSamples(sampleOfLogs(logs.current), sampleOfLogs(logs.reference)));
    }
    case 'quotient':
      return null;
  }
}

function ofRates(...sides: Parameters<typeof rateRatio>): ChangeInterval | null {
  const { rate, low, high } = rateRatio(...sides);
  return ofRatio({ ratio: rate, low, high });
}

/** A ratio as percent of the reference. */
function ofRatio({ ratio, low, high }: { ratio: number | null; low: number | null; high: number | null }) {
  const percent = (value: number | null): number | null => (value === null ? null : 100 * (value - 1));
  return around('relative_pct', { estimate: percent(ratio), low: percent(low), high: percent(high) });
}

function around(
  measure: ChangeInterval['measure'],
  { estimate, low, high }: Pick<ChangeInterval, 'estimate' | 'low' | 'high'>,
): ChangeInterval | null {
  if (low === null) return null;
  const isRise = low > 0;
  return { measure, estimate, low, high, isRise, isBeyondChance: isRise || (high !== null && high < 0) };
}

function sampleOfMean({ n, value, deviation }: FigureAnswer): Sample {
  return { n, mean: value, variance: deviation === null ? null : deviation ** 2 };
}

/** A time of no length has no logarithm, so then there is no sample. */
function sampleOfLogs({ facts, zeros, sum, sumOfSquares }: LogSumsRow): Sample {
  if (facts === 0 || zeros > 0) return { n: 0, mean: null, variance: null };
  const mean = sum / facts;
  return { n: facts, mean, variance: facts < 2 ? null : Math.max(0, (sumOfSquares - sum * mean) / (facts - 1)) };
}
