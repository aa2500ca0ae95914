import type { Instant } from '#core/time/instant.ts';
import { chanceOf } from './chance.ts';

/** Gives ids one after the other: UUIDs of version 7 whose time is the instant asked for, the rest from the seed. */
export type IdSource = (at: Instant) => string;

/** The same seed and purpose give the same ids, so two builds of a world are equal row by row. */
export function seededIds(seed: number, purpose: string): IdSource {
  const chance = chanceOf(seed, 'ids', purpose);
  const hex = (digits: number): string => Array.from({ length: digits }, () => chance.below(16).toString(16)).join('');
  return (at) => {
    const time = (at * 1000).toString(16).padStart(12, '0');
    const variant = (8 + chance.below(4)).toString(16);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${variant}${hex(3)}-${hex(12)}`;
  };
}
