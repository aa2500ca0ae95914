import type { FigureSearch } from '#web/shell/figure-search.ts';
import type { Words } from '#web/shell/words.tsx';
import type { Finding, Tile, TileFigure } from './cockpit-lines.ts';
import { withFilter } from './dimension-words.ts';

/** What the facts of figures are called. */
const NAMES: Readonly<Record<string, 'clock' | 'contact' | 'escalation'>> = {
  clock: 'clock',
  contact: 'contact',
  escalation: 'escalation',
};

/** `71 Fristen`, `1 Vorgang`. */
export function thingsText(count: number, { counts }: Pick<TileFigure, 'counts'>, { say, format }: Words): string {
  const name = NAMES[counts] ?? 'tickets';
  if (count === 1) return say(`desk.cockpit.things.${name}.one`);
  return say(`desk.cockpit.things.${name}.many`, { n: format.whole(count) });
}

/** The facts that show a finding: how many they are, and the address of their list. */
export interface ShownFacts {
  readonly count: number;
  readonly search: FigureSearch & { readonly success?: 'true' | 'false' };
}

/**
 * Of a share for the worse those cases that make it worse, else all that are counted; of one value where one carries
 * most of it.
 */
export function factsOf(
  finding: Finding,
  tile: Pick<Tile, 'row'>,
  { figure, search }: { readonly figure: TileFigure; readonly search: FigureSearch },
): ShownFacts {
  const { where, tone } = finding;
  const row = where?.row ?? tile.row;
  const { split: _, ...rest } = search;
  const filters = where ? withFilter(search.where, where) : search.where;
  const asked: FigureSearch = filters === undefined ? rest : { ...rest, where: filters };
  if (figure.kind !== 'share' || tone !== 'worse' || row.numerator === null) return { count: row.n, search: asked };
  const isSuccessGood = figure.better === 'higher';
  return {
    count: isSuccessGood ? row.n - row.numerator : row.numerator,
    search: { ...asked, success: isSuccessGood ? 'false' : 'true' },
  };
}
