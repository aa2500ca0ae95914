import type { FactKind } from '../facts/kinds.ts';
import type { Figure } from './definition.ts';

/** What every list of facts tells of each, as it was at the instant that counts (kpi-spec G13), not as it is today. */
export const LIST_DIMENSIONS = ['service', 'team', 'priority', 'level'] as const;

/** Columns that the list of a kind needs beyond those its figure shows: a clock stands against its promise. */
const OF_KIND: Partial<Record<FactKind, readonly string[]>> = {
  clock: ['clock', 'cycle', 'targetSeconds', 'dueAt', 'stoppedAt', 'elapsedSeconds', 'verdict'],
};

/** The own columns of the facts behind a figure, in order and each once: those it shows, then those of its kind. */
export function listColumnsOf({ show, of }: Pick<Figure, 'show' | 'of'>): readonly string[] {
  return [...new Set([...show, ...(OF_KIND[of] ?? [])])];
}

/** All columns that a list reads from the table of its facts, each once. */
export function readColumnsOf(figure: Pick<Figure, 'show' | 'of'>): readonly string[] {
  return [...new Set([...LIST_DIMENSIONS, ...listColumnsOf(figure)])];
}

/**
 * Business seconds by which a clock stopped after its target ran out; negative when some were left, null when it has not
 * stopped or nobody knows.
 */
export function lateSeconds(targetSeconds: number | null, elapsedSeconds: number | null): number | null {
  return targetSeconds === null || elapsedSeconds === null ? null : elapsedSeconds - targetSeconds;
}
