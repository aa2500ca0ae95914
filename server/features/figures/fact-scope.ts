import { figureBeside } from '#core/figures/beside.ts';
import type { BesideName } from '#core/figures/definition.ts';
import { begunPart, type FigureQuery } from '#core/figures/query.ts';

/** Which facts of a question are meant. */
export interface FactScope {
  /** Place of the period among those asked for; left out: all of them. Undecided ones are those at its end. */
  readonly period?: number;
  /** One value of the split, null for "not set"; left out: all of them. */
  readonly splitValue?: string | null;
  /** Facts of the number beside the figure instead of its own. */
  readonly beside?: BesideName;
}

/** The query of a scope; null when its split value and the filters exclude each other, and when none of it has begun. */
export function narrowed(query: FigureQuery, { period, splitValue, beside }: FactScope): FigureQuery | null {
  const { split, where, edges } = query;
  const figure = beside === undefined ? query.figure : figureBeside(query.figure, beside);
  if (!figure) throw new RangeError(`nothing called ${beside} stands beside ${query.figure.id}`);
  const ownEdges = period === undefined ? edges : edges.slice(period, period + 2);
  if (ownEdges.length < 2) throw new RangeError(`there is no period ${period}`);
  const narrow = begunPart({ ...query, figure, edges: ownEdges });
  if (narrow === null) return null;
  if (split === null || splitValue === undefined) return narrow;
  const filter = where.find(({ dimension }) => dimension === split);
  if (filter) return filter.value === splitValue ? narrow : null;
  return { ...narrow, where: [...where, { dimension: split, value: splitValue }] };
}
