import type { Words } from '#web/shell/words.tsx';
import type { FactsAnswer } from './list-rows.ts';
import type { ListSearch } from './list-search.ts';
import type { ListTime } from './list-words.ts';
import { periodWords } from './period-words.ts';
import type { FigureTold } from './shown-columns.ts';
import { priorityText } from './value-words.ts';

/** What a list is filtered by, in words, one text for each part: the figure, its period, its filters, as of when. */
export function filterWords(
  figure: Pick<FigureTold, 'name'>,
  search: ListSearch,
  {
    time,
    names,
    words,
  }: {
    readonly time: ListTime;
    readonly names: FactsAnswer['names'];
    readonly words: Pick<Words, 'say' | 'sayLoosely' | 'format'>;
  },
): readonly string[] {
  const { say, sayLoosely, format } = words;
  const { where = [], asOf, beside } = search;
  return [
    figure.name,
    ...(beside === undefined ? [] : [sayLoosely(`beside.${beside}`) ?? beside]),
    periodWords('period', time.period, words),
    ...where.map((filter) => {
      const at = filter.indexOf('=');
      const [dimension, value] = [filter.slice(0, at), filter.slice(at + 1)];
      return say('desk.list.filter', {
        dimension: sayLoosely(`desk.list.dimension.${dimension}`) ?? dimension,
        value: valueWords(dimension, value, { names, words }),
      });
    }),
    ...(asOf === undefined ? [] : [say('desk.list.known', { date: format.date(`${asOf}T12:00:00Z`) })]),
  ];
}

/** A value of a dimension as people call it. */
function valueWords(
  dimension: string,
  value: string,
  {
    names,
    words: { say, sayLoosely },
  }: { readonly names: FactsAnswer['names']; readonly words: Pick<Words, 'say' | 'sayLoosely'> },
): string {
  if (value === '(none)') return say('desk.list.none');
  switch (dimension) {
    case 'service':
    case 'team':
      return names[dimension][value] ?? value;
    case 'priority':
      return priorityText(value);
    case 'state':
      return sayLoosely(`ticketState.${value}`) ?? value;
    default:
      return sayLoosely(`desk.list.${dimension}.${value}`) ?? value;
  }
}
