import { type Binomial, probabilityOfAtMost } from './binomial.ts';
import { TAIL, Z } from './confidence.ts';

/**
 * Quantiles by ranks: which order statistics are needed is decided here, from n alone, so that a database can fetch
 * just those. Ranks count from 0 in ascending order.
 */
export interface QuantileRanks {
  readonly n: number;
  /** The value lies `fraction` of the way from the value at `lowerRank` to that at `upperRank`. */
  readonly lowerRank: number;
  readonly upperRank: number;
  readonly fraction: number;
  /** Ranks of the 95 % limits; both null when one of them does not exist for so few values. */
  readonly intervalLowRank: number | null;
  readonly intervalHighRank: number | null;
  /** Exact probability, as a fraction, that the limits enclose the quantile; null without limits. */
  readonly coverage: number | null;
}

/** A quantile with its distribution-free 95 % interval, in the unit of the values. */
export interface Quantile {
  readonly n: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly coverage: number | null;
}

/**
 * The order statistics needed for the quantile `q` of `n` values, null for none: value by Hyndman and Fan's type 7,
 * interval by order statistics, from the largest l with P(Bin(n, q) <= l - 1) <= 2.5 % to the smallest u with
 * P(Bin(n, q) >= u) <= 2.5 % (counted from 1). Takes milliseconds for ten million values. (kpi-spec G10)
 * @throws RangeError when q lies outside 0 to 1.
 */
export function quantileRanks(n: number, q: number): QuantileRanks | null {
  if (!(q >= 0 && q <= 1)) throw new RangeError(`a quantile lies between 0 and 1: ${q}`);
  if (n === 0) return null;
  const position = withoutRoundingError((n - 1) * q);
  const lowerRank = Math.floor(position);
  const below = largestRareCount({ trials: n, probability: q });
  const above = largestRareCount({ trials: n, probability: 1 - q });
  const hasInterval = below !== null && above !== null;
  return {
    n,
    lowerRank,
    upperRank: Math.ceil(position),
    fraction: position - lowerRank,
    intervalLowRank: hasInterval ? below.count : null,
    intervalHighRank: hasInterval ? n - 1 - above.count : null,
    coverage: hasInterval ? 1 - below.probability - above.probability : null,
  };
}

/** The ranks to fetch, ascending, each once. */
export function neededRanks(ranks: QuantileRanks | null): number[] {
  if (!ranks) return [];
  const wanted = [ranks.intervalLowRank, ranks.lowerRank, ranks.upperRank, ranks.intervalHighRank];
  return [...new Set(wanted.filter((rank) => rank !== null))].sort((a, b) => a - b);
}

/** The quantile, given the values at the needed ranks. */
export function quantileFrom(ranks: QuantileRanks | null, valueAtRank: (rank: number) => number): Quantile {
  if (!ranks) return { n: 0, value: null, low: null, high: null, coverage: null };
  const lower = valueAtRank(ranks.lowerRank);
  const upper = valueAtRank(ranks.upperRank);
  return {
    n: ranks.n,
    value: lower + ranks.fraction * (upper - lower),
    low: ranks.intervalLowRank === null ? null : valueAtRank(ranks.intervalLowRank),
    high: ranks.intervalHighRank === null ? null : valueAtRank(ranks.intervalHighRank),
    coverage: ranks.coverage,
  };
}

/** The quantile `q` of `values`, which need not be sorted. */
export function quantileOf(values: readonly number[], q: number): Quantile {
  const sorted = Float64Array.from(values).sort();
  return quantileFrom(quantileRanks(values.length, q), (rank) => sorted[rank]!);
}

/** The largest count that at most so many successes have a probability of 2.5 % or less, null when none has. */
function largestRareCount(binomial: Binomial): { count: number; probability: number } | null {
  const isRare = (count: number) => probabilityOfAtMost(count, binomial) <= TAIL * (1 + 1e-13);
  if (!isRare(0)) return null;
  const { trials, probability } = binomial;
  const deviation = Math.sqrt(trials * probability * (1 - probability));
  let rare = 0;
  let common = trials;
  let probe = Math.floor(trials * probability - Z * deviation);
  for (let stride = 1; common - rare > 1; stride *= 2) {
    // Begin at the normal approximation, stride away from it until the answer is enclosed, then halve.
    if (probe <= rare || probe >= common) probe = Math.floor((rare + common) / 2);
    if (isRare(probe)) {
      rare = probe;
      probe += stride;
    } else {
      common = probe;
      probe -= stride;
    }
  }
  return { count: rare, probability: probabilityOfAtMost(rare, binomial) };
}

function withoutRoundingError(position: number): number {
  const nearest = Math.round(position);
  return Math.abs(position - nearest) <= 1e-12 * nearest ? nearest : position;
}
