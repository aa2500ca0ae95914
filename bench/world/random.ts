/** A sequence of chances: the same seed gives the same world on every machine. */
export interface Random {
  /** At least 0, less than 1. */
  next(): number;
  /** True with that probability. */
  isHit(probability: number): boolean;
  /** One of them, all equally likely. */
  pick<T>(items: readonly T[]): T;
  /** A whole number of seconds, most near `median`, few far above. */
  seconds(median: number): number;
}

/** Mulberry32: small, fast, good enough to spread tickets. */
export function randomFrom(seed: number): Random {
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    isHit: (probability) => next() < probability,
    pick: (items) => items[Math.floor(next() * items.length)]!,
    seconds: (median) => Math.max(1, Math.round(median * Math.exp(1.1 * normal(next)))),
  };
}

/** Standard normal, by Box and Muller. */
function normal(next: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
}
