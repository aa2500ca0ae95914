import { combineTimelines, type ImpactTimeline } from './impact.ts';

/**
 * How a service is built of components. Series: all needed. Parallel: one is enough. k of n: `needed` of them must be
 * up. Parts may be structures themselves. (kpi-spec 2)
 */
export type Structure =
  | { readonly kind: 'component'; readonly id: string }
  | { readonly kind: 'series'; readonly parts: readonly Structure[] }
  | { readonly kind: 'parallel'; readonly parts: readonly Structure[] }
  | { readonly kind: 'k_of_n'; readonly needed: number; readonly parts: readonly Structure[] };

/** The ids of all components in the structure, each once. */
export function componentsOf(structure: Structure): string[] {
  return structure.kind === 'component' ? [structure.id] : [...new Set(structure.parts.flatMap(componentsOf))];
}

/**
 * Impact on the whole service over time: at each instant the k-th smallest of the parts, which is the largest in series
 * and the smallest in parallel.
 * @throws RangeError for an empty structure, an unknown component, or a k outside 1 to n.
 */
export function structureTimeline(
  structure: Structure,
  timelines: ReadonlyMap<string, ImpactTimeline>,
): ImpactTimeline {
  if (structure.kind === 'component') return timelineOf(structure.id, timelines);
  const needed = neededParts(structure);
  return combineTimelines(
    structure.parts.map((part) => structureTimeline(part, timelines)),
    (impacts) => [...impacts].sort((a, b) => a - b)[needed - 1]!,
  );
}

/**
 * Availability in percent if components failed independently of each other: product in series, complement of the
 * product of complements in parallel, Poisson-binomial for k of n. A design figure, never a result. Null when a
 * component has none. (kpi-spec 2.5; mathematics as in IEC 61703)
 * @throws RangeError as `structureTimeline`.
 */
export function predictedAvailabilityPct(
  structure: Structure,
  availabilityPct: ReadonlyMap<string, number | null>,
): number | null {
  if (structure.kind === 'component') return availabilityPct.get(structure.id) ?? null;
  const needed = neededParts(structure);
  const parts = structure.parts.map((part) => predictedAvailabilityPct(part, availabilityPct));
  const probabilities: number[] = [];
  for (const part of parts) {
    if (part === null) return null;
    probabilities.push(part / 100);
  }
  return 100 * probabilityOfAtLeastUp(needed, probabilities);
}

/** P(at least `needed` of independent parts are up), part by part. */
function probabilityOfAtLeastUp(needed: number, probabilities: readonly number[]): number {
  let exactly = [1];
  for (const up of probabilities) {
    const next = Array.from({ length: exactly.length + 1 }, () => 0);
    exactly.forEach((probability, count) => {
      next[count]! += probability * (1 - up);
      next[count + 1]! += probability * up;
    });
    exactly = next;
  }
  return exactly.slice(needed).reduce((sum, probability) => sum + probability, 0);
}

function neededParts(structure: Exclude<Structure, { kind: 'component' }>): number {
  const count = structure.parts.length;
  const needed = structure.kind === 'series' ? count : structure.kind === 'parallel' ? 1 : structure.needed;
  if (!Number.isInteger(needed) || needed < 1 || needed > count) {
    throw new RangeError(`a structure of ${count} parts cannot need ${needed} of them`);
  }
  return needed;
}

function timelineOf(id: string, timelines: ReadonlyMap<string, ImpactTimeline>): ImpactTimeline {
  const timeline = timelines.get(id);
  if (!timeline) throw new RangeError(`the structure names a component without records: ${id}`);
  return timeline;
}
