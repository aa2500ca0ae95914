import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { askApi } from '#web/shell/api.ts';
import { useDimensions } from '#web/shell/figure-queries.ts';
import { filterParts, withFilter } from '#web/shell/figure-search.ts';
import { useToday } from '#web/shell/today.ts';
import { useWords } from '#web/shell/words.tsx';
import { filterName } from './filter-words.ts';
import type { FactsAnswer } from './list-rows.ts';
import { factsQueryOf, type ListSearch } from './list-search.ts';
import { expectedRows } from './list-words.ts';
import type { FigureTold } from './shown-columns.ts';

export interface LiftFilterProps {
  readonly figure: FigureTold;
  readonly search: ListSearch;
  readonly names: FactsAnswer['names'];
}

/** Where filters leave nothing: which of them to lift, each with the rows that there would be without it. */
export function LiftFilter({ figure, search, names }: LiftFilterProps) {
  const words = useWords();
  const { say, format } = words;
  const today = useToday();
  const filters = search.where ?? [];
  const dimensions = useDimensions({ isWanted: filters.length > 0 }).data?.dimensions ?? [];
  const lifted = filters.map((filter): readonly [name: string, search: ListSearch] => {
    const { dimension } = filterParts(filter);
    const { where: _, find: __, ...rest } = search;
    const where = withFilter(filters, { dimension, value: null });
    return [filterName(filter, { names, dimensions, words }), where.length === 0 ? rest : { ...rest, where }];
  });
  const answers = useQueries({
    queries: lifted.map(([, without]) => {
      const query = { ...factsQueryOf(without, today), limit: 1 };
      return {
        queryKey: ['facts-without', figure.id, query],
        queryFn: ({ signal }: { signal: AbortSignal }) =>
          askApi('listFacts', { params: { id: figure.id }, query, signal }),
      };
    }),
  });
  const found = lifted.flatMap(([name, without], place) => {
    const tabs = answers[place]?.data?.tabs ?? null;
    const n = tabs === null ? 0 : expectedRows(without, tabs);
    return n > 0 ? [{ name, without, n }] : [];
  });
  if (found.length === 0) return null;
  return (
    <ul className="list-lift">
      {found.map(({ name, without, n }) => (
        <li key={name}>
          <Link to="/q/$figure" params={{ figure: figure.id }} search={without} replace>
            {say(n === 1 ? 'desk.list.lift.one' : 'desk.list.lift.many', { filter: name, n: format.whole(n) })}
          </Link>
        </li>
      ))}
    </ul>
  );
}
