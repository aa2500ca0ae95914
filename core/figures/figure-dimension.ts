import type { FactKind } from '../facts/kinds.ts';
import { DIMENSIONS, type Dimension } from '../ticket/dimensions.ts';

/** Columns of their own kind that facts may be split and filtered by, beside the dimensions of the ticket. */
const OWN = {
  clock: ['clock', 'cause'],
  span: ['state'],
  movement: ['movement'],
  escalation: ['escalation'],
} as const satisfies Partial<Record<FactKind, readonly string[]>>;

/** What a figure may be split and filtered by. Never a person. */
export type FigureDimension = Dimension | (typeof OWN)[keyof typeof OWN][number];

/** All that figures over facts of this kind may be split and filtered by. */
export function dimensionsOf(kind: FactKind): readonly FigureDimension[] {
  const own: readonly FigureDimension[] = kind in OWN ? OWN[kind as keyof typeof OWN] : [];
  return [...DIMENSIONS, ...own];
}
