import type { Seconds } from '#core/time/instant.ts';
import { type Dice, dice } from '#worlds/dice.ts';

/** Chance with the shapes that a desk needs: how many come, how long things take, who it is. */
export interface Chance extends Dice {
  /** How many of something happen when `mean` are expected (Poisson). */
  count(mean: number): number;
  /** Log-normal seconds: half take less than `median`; `spread` is the deviation of the logarithm. */
  duration(medianSeconds: Seconds, spread?: number): Seconds;
  /** One of the keys, as often as its weight says. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K;
}

const SPREAD = 0.7;
/** Beyond this a log-normal time is a year, and nobody would believe it. */
const MOST_DEVIATIONS = 2.4;

/** Chance from a seed and what it is for, so that one part of a world never disturbs another. */
export function chanceOf(seed: number, ...purpose: readonly (string | number)[]): Chance {
  const roll = dice(mixed(seed, purpose.join('/')));
  const share = (): number => (roll.below(2 ** 30) + 0.5) / 2 ** 30;
  return {
    ...roll,
    count: (mean) => {
      const limit = Math.exp(-mean);
      let product = share();
      let happened = 0;
      while (product > limit) {
        product *= share();
        happened += 1;
      }
      return happened;
    },
    duration: (medianSeconds, spread = SPREAD) => {
      const normal = Math.sqrt(-2 * Math.log(share())) * Math.cos(2 * Math.PI * share());
      const believable = Math.max(-MOST_DEVIATIONS, Math.min(MOST_DEVIATIONS, normal));
      return Math.max(1, Math.round(medianSeconds * Math.exp(spread * believable)));
    },
    weighted: <K extends string>(weights: Readonly<Record<K, number>>): K => {
      const entries = Object.entries(weights) as [K, number][];
      let left = share() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [key, weight] of entries) {
        left -= weight;
        if (left < 0) return key;
      }
      return entries.at(-1)![0];
    },
  };
}

/** FNV-1a over the purpose, begun with the seed: seeds that lie side by side give unlike worlds. */
function mixed(seed: number, purpose: string): number {
  let hash = (2_166_136_261 ^ Math.imul(seed, 0x9e3779b1)) >>> 0;
  for (let index = 0; index < purpose.length; index += 1) {
    hash = Math.imul(hash ^ purpose.charCodeAt(index), 16_777_619) >>> 0;
  }
  return hash;
}
