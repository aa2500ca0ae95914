import type { Figure, LeftOutReason } from './definition.ts';

/** Tickets outside the base set stand outside every figure (kpi-spec G5). */
const OUTSIDE_BASE_SET: readonly LeftOutReason[] = ['spam', 'test', 'merged'];

/** All reasons for which the figure may leave facts out, each once. */
export function leftOutReasonsOf({ needs, leftOut }: Figure): readonly LeftOutReason[] {
  const unrecorded: readonly LeftOutReason[] = needs.length > 0 ? ['not_recorded'] : [];
  return [...new Set([...OUTSIDE_BASE_SET, ...unrecorded, ...leftOut.map(({ reason }) => reason)])];
}
