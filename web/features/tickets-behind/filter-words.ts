import { type Dimensions, dimensionName, dimensionValueName, toldName, valueName } from '#web/shell/dimension-words.ts';
import { filterParts } from '#web/shell/figure-search.ts';
import type { Words } from '#web/shell/words.tsx';
import { classText } from '#web/ui/charts/class-text.ts';
import { periodText } from '#web/ui/charts/period-words.ts';
import type { FactsAnswer } from './list-rows.ts';
import type { ListSearch } from './list-search.ts';
import type { ListTime } from './list-words.ts';
import type { FigureTold } from './shown-columns.ts';

/** One filter: `Service: E-Mail und Kalender`. */
export function filterName(
  filter: string,
  {
    names,
    dimensions,
    words,
  }: {
    readonly names: FactsAnswer['names'];
    readonly dimensions: Dimensions;
    readonly words: Pick<Words, 'language' | 'say' | 'sayLoosely' | 'format'>;
  },
): string {
  const { dimension, value } = filterParts(filter);
  const named = dimension === 'service' || dimension === 'team' ? names[dimension] : {};
  const inRows = Object.hasOwn(named, value) ? named[value] : null;
  const name = inRows ?? toldName(dimensions, { dimension, value });
  if (dimension === 'level') return dimensionValueName({ dimension, value, name }, words);
  return words.say('desk.list.filter', {
    dimension: dimensionName(dimension, words),
    value: valueName({ dimension, value, name }, words),
  });
}

type FigureNamed = Pick<FigureTold, 'name' | 'kind' | 'unit' | 'digits'>;

/** A range of durations: `1:00 bis 2:00 Std.` */
export function lastingWords(
  lasting: string,
  figure: Omit<FigureNamed, 'name'>,
  words: Pick<Words, 'language' | 'say' | 'sayLoosely' | 'format'>,
): string {
  const [from, to] = lasting.split('..') as [string, string];
  return classText({ from: Number(from), to: to === '' ? null : Number(to), count: 0 }, figure, words);
}

/** What a list is filtered by, in words, one text for each part: the figure, its period, its filters, as of when. */
export function filterWords(
  figure: FigureNamed,
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
  const { sayLoosely, say, format } = words;
  const { where = [], asOf, beside, lasting } = search;
  return [
    figure.name,
    ...(beside === undefined ? [] : [sayLoosely(`beside.${beside}`) ?? beside]),
    periodText(time.period, words),
    ...(lasting === undefined ? [] : [lastingWords(lasting, figure, words)]),
    ...where.map((filter) => filterName(filter, { names, dimensions, words })),
    ...(asOf === undefined ? [] : [say('desk.list.known', { date: format.date(`${asOf}T12:00:00Z`) })]),
  ];
}
