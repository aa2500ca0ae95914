import type { ListSearch } from '#web/features/tickets-behind/list-search.ts';
import { type FigureSearch, withFilter, withoutSplit } from '#web/shell/figure-search.ts';
import type { Words } from '#web/shell/words.tsx';
import type { Finding, Tile, TileFigure } from './cockpit-lines.ts';

type ThingsWords = Pick<Words, 'say' | 'format'>;

/** Facts that are no tickets. */
const OWN_NAMES = ['clock', 'contact', 'escalation'] as const;

/** `71 Fristen`, `1 Vorgang`; `of`: as they stand behind "of", `von 71 Vorgängen`. */
export function thingsText(
  count: number,
  { counts }: Pick<TileFigure, 'counts'>,
  { say, format, form = 'plain' }: ThingsWords & { readonly form?: 'plain' | 'of' },
): string {
  const name = OWN_NAMES.find((one) => one === counts) ?? 'tickets';
  if (count === 1) return say(`desk.cockpit.things.${name}.one`);
  return say(`desk.cockpit.things.${name}.${form === 'of' ? 'ofMany' : 'many'}`, { n: format.whole(count) });
}

/** Of a share those facts that ask for attention, by what is wrong with them: `71 wieder geöffnete Vorgänge`. */
export function failuresText(
  count: number,
  figure: Pick<TileFigure, 'id' | 'kind' | 'better' | 'counts'>,
  { sayLoosely, ...words }: ThingsWords & Pick<Words, 'sayLoosely'>,
): string {
  const plain = thingsText(count, figure, words);
  if (figure.kind !== 'share' || figure.better === 'neutral') return plain;
  const form = count === 1 ? 'one' : 'many';
  const kind = figure.counts === 'clock' ? 'clock' : figure.id;
  const filling = { n: words.format.whole(count) };
  return sayLoosely(`desk.cockpit.failures.${kind}.${form}`, filling) ?? plain;
}

/** The facts that show a finding: how many they are, and the address of their list. */
export interface ShownFacts {
  readonly count: number;
  readonly search: ListSearch;
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
  const asked = withoutSplit(where ? { ...search, where: withFilter(search.where, where) } : search);
  if (tone !== 'worse') return { count: row.n, search: asked };
  return { count: badCount(row, figure), search: { ...asked, ...badFacts(figure) } };
}

/** Of a share the facts that ask for attention: failures, or what is counted where less is better. */
export function badFacts({ kind, better }: Judged): Pick<ListSearch, 'success'> {
  if (kind !== 'share' || better === 'neutral') return {};
  return { success: better === 'higher' ? 'false' : 'true' };
}

/** How many they are. */
export function badCount({ n, numerator }: Pick<Tile['row'], 'n' | 'numerator'>, figure: Judged): number {
  const { success } = badFacts(figure);
  if (success === undefined || numerator === null) return n;
  return success === 'false' ? n - numerator : numerator;
}

type Judged = Pick<TileFigure, 'kind' | 'better'>;
