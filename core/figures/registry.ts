import type { Figure } from './definition.ts';
import * as handling from './handling.ts';
import * as serviceLevels from './service-levels.ts';
import * as times from './times.ts';
import * as volume from './volume.ts';

/** Every figure of the product, in the order of the specification. One definition each: SQL, arrays, words, tables. */
export const FIGURES: readonly Figure[] = [serviceLevels, times, volume, handling].flatMap(
  (section) => Object.values(section) as Figure[],
);

const byId = new Map(FIGURES.map((figure) => [figure.id, figure]));

/** The figure with that id, or undefined. */
export function figureById(id: string): Figure | undefined {
  return byId.get(id);
}
