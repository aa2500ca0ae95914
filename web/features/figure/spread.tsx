import { thingsText } from '#web/features/cockpit/things.ts';
import type { FigureSearch } from '#web/shell/figure-search.ts';
import { useWords } from '#web/shell/words.tsx';
import { ChartTable } from '#web/ui/charts/chart-table.tsx';
import { histogramTable } from '#web/ui/charts/chart-tables.ts';
import { Histogram } from '#web/ui/charts/histogram.tsx';
import { ErrorState } from '#web/ui/error-state.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { listAddress } from './addresses.ts';
import type { Figure } from './figure-things.ts';
import { type FigureQuestion, useDistribution } from './use-figure.ts';

interface SpreadProps {
  readonly figure: Figure;
  readonly search: FigureSearch;
  readonly question: FigureQuestion;
}

/** How the durations of the period are spread; nothing for other figures. */
export function Spread({ figure, search, question }: SpreadProps) {
  const words = useWords();
  const { say, format } = words;
  const { data, isError, error, refetch } = useDistribution(figure.id, question, figure.kind === 'duration');
  if (figure.kind !== 'duration') return null;
  if (isError) return <ErrorState title={say('desk.problem.part')} error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height={280} />;
  const row = data.rows[0];
  if (!row || row.n === 0 || row.median === null || row.p90 === null) return null;
  const classes = data.bounds.map((from, place) => {
    const to = data.bounds[place + 1] ?? null;
    const count = row.counts[place]!;
    return {
      from,
      to,
      count,
      href: count === 0 ? null : listAddress(figure, { ...search, lasting: `${from}..${to ?? ''}` }),
    };
  });
  const says = say('desk.figure.distribution.says', {
    things: thingsText(row.n, figure, { ...words, form: 'of' }),
    median: format.withUnit(row.median, figure),
    p90: format.withUnit(row.p90, figure),
    longest: format.withUnit(row.longest!, figure),
  });
  return (
    <section className="figure-spread">
      <h2>{say('desk.figure.distribution')}</h2>
      <p className="note">{says}</p>
      <Histogram classes={classes} figure={figure} median={row.median} p90={row.p90} label={says} />
      <ChartTable caption={says} {...histogramTable(classes, { figure, words })} />
    </section>
  );
}
