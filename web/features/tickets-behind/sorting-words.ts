import type { Words } from '#web/shell/words.tsx';
import type { Sorting } from './arrange-rows.ts';
import type { FigureTold, ListColumn } from './shown-columns.ts';
import { headingOf } from './value-words.ts';

type Saying = Pick<Words, 'say' | 'sayLoosely' | 'format'>;

/** An order in words: "späteste zuerst, Servicestunden", "Kunde, absteigend". */
export function sortingWords(
  { column, isDescending }: { readonly column: ListColumn; readonly isDescending: boolean },
  figure: Pick<FigureTold, 'counts'>,
  words: Saying,
): string {
  const { say } = words;
  if (column.kind === 'late') return say(isDescending ? 'desk.list.latestFirst' : 'desk.list.earliestFirst');
  return say('desk.list.sorted', {
    column: headingOf(column, figure, words),
    direction: say(isDescending ? 'desk.list.descending' : 'desk.list.ascending'),
  });
}

/** The order that a list has; null when it is that of the figure. */
export function orderWords(
  sorting: Sorting | null,
  columns: readonly ListColumn[],
  { figure, words }: { readonly figure: Pick<FigureTold, 'counts'>; readonly words: Saying },
): string | null {
  const column = columns.find(({ id }) => id === sorting?.column);
  return column && sorting ? sortingWords({ column, isDescending: sorting.isDescending }, figure, words) : null;
}
