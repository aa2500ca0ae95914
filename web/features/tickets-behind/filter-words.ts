import { type Dimensions, dimensionName, dimensionValueName, toldName, valueName } from '#web/shell/dimension-words.ts';
import { filterParts } from '#web/shell/figure-search.ts';
import type { Words } from '#web/shell/words.tsx';
import { periodText } from '#web/ui/charts/period-words.ts';
import type { FactsAnswer } from './list-rows.ts';
import type { ListSearch } from './list-search.ts';
import type { ListTime } from './list-words.ts';
import type { FigureTold } from './shown-columns.ts';

/** What a list is filtered by, in words, one text for each part: the figure, its period, its filters, as of when. */
export function filterWords(
  figure: Pick<FigureTold, 'name'>,
  search: ListSearch,
  {
    time,
    names,
    dimensions = [],
    words,
  }: {
    readonly time: ListTime;
    readonly names: FactsAnswer['names'];
    /** Names of values that no row of the list has; left out while they are not known. */
    readonly dimensions?: Dimensions;
    readonly words: Pick<Words, 'language' | 'say' | 'sayLoosely' | 'format'>;
  },
): readonly string[] {
  const { say, sayLoosely, format } = words;
  const { where = [], asOf, beside } = search;
  return [
    figure.name,
    ...(beside === undefined ? [] : [sayLoosely(`beside.${beside}`) ?? beside]),
    periodText(time.period, words),
    ...where.map((filter) => {
      const { dimension, value } = filterParts(filter);
      const inRows = dimension === 'service' || dimension === 'team' ? names[dimension][value] : null;
      const name = inRows ?? toldName(dimensions, { dimension, value });
      if (dimension === 'level') return dimensionValueName({ dimension, value, name }, words);
      return say('desk.list.filter', {
        dimension: dimensionName(dimension, words),
        value: valueName({ dimension, value, name }, words),
      });
    }),
    ...(asOf === undefined ? [] : [say('desk.list.known', { date: format.date(`${asOf}T12:00:00Z`) })]),
  ];
}
