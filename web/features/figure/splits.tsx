import { paretoOf } from '#core/figures/pareto.ts';
import { badFacts } from '#web/features/cockpit/things.ts';
import { type Dimensions, dimensionName, NONE, toldName, valueName } from '#web/shell/dimension-words.ts';
import type { FigureSearch } from '#web/shell/figure-search.ts';
import { useWords } from '#web/shell/words.tsx';
import { ChartTable } from '#web/ui/charts/chart-table.tsx';
import { paretoTable } from '#web/ui/charts/chart-tables.ts';
import { Pareto } from '#web/ui/charts/pareto.tsx';
import { SmallMultiples } from '#web/ui/charts/small-multiples.tsx';
import { ErrorState } from '#web/ui/error-state.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { atValue, figureAddress, listAddress } from './addresses.ts';
import type { Chart, Figure, Row } from './figure-things.ts';
import { weighedThings, wholeHours } from './figure-words.ts';
import type { useSplit } from './use-figure.ts';

export interface SplitsProps {
  readonly figure: Figure;
  readonly search: FigureSearch;
  readonly dimensions: Dimensions;
  readonly split: ReturnType<typeof useSplit>;
  /** The whole, of which the parts are parts. */
  readonly row: Row;
  /** What is promised of each part as of the whole; null for counts, whose parts are promised nothing. */
  readonly target: number | null;
}

/** Twelve small charts are what a person compares at a glance. */
const MOST_MULTIPLES = 12;

interface Part {
  readonly row: Row;
  readonly chart: Chart;
}

/** The figure by the values of a dimension: the same chart for each, and which of them carry most of it. */
export function Splits(props: SplitsProps) {
  const { figure, search, dimensions, split, target } = props;
  const words = useWords();
  const { say, format } = words;
  const { data, isError, error, refetch } = split;
  if (isError) return <ErrorState title={say('desk.problem.part')} error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height={260} />;
  const { dimension, rows } = data;
  const charts = new Map(data.charts.map((chart) => [chart.split, chart]));
  const parts = rows
    .flatMap((row): Part[] => {
      const chart = charts.get(row.split);
      return chart ? [{ row, chart }] : [];
    })
    .sort((a, b) => b.row.n - a.row.n);
  const shown = parts.slice(0, MOST_MULTIPLES);
  if (shown.length === 0) return <p className="note figure-nothing">{say('desk.figure.splits.none')}</p>;
  const nameOf = (value: string) =>
    valueName({ dimension, value, name: toldName(dimensions, { dimension, value }) }, words);
  const items = shown.map(({ row, chart }) => ({
    key: row.split!,
    name: nameOf(row.split!),
    chart,
    value: row.value === null ? '–' : format.withUnit(row.value, figure),
    detail:
      figure.kind === 'share' && row.numerator !== null
        ? say('desk.figure.splits.part', {
            part: format.whole(row.numerator),
            n: format.whole(row.n),
          })
        : say('desk.figure.splits.detail', { n: format.whole(row.n) }),
    href: figureAddress(figure.id, atValue(search, { dimension, value: row.split! })),
  }));
  return (
    <div className="figure-splits">
      <section className="figure-multiples">
        <h2>{say('desk.figure.splits', { dimension: dimensionName(dimension, words) })}</h2>
        <SmallMultiples items={items} figure={figure} target={target} at={shown[0]!.row.from} />
        {parts.length > shown.length ? (
          <p className="note">
            {say(`desk.figure.splits.rest.${parts.length - shown.length === 1 ? 'one' : 'many'}`, {
              n: format.whole(parts.length - shown.length),
            })}
          </p>
        ) : null}
      </section>
      <Causes {...props} rows={rows} dimension={dimension} nameOf={nameOf} />
    </div>
  );
}

interface CausesProps extends SplitsProps {
  readonly rows: readonly Row[];
  readonly dimension: string;
  readonly nameOf: (value: string) => string;
}

/** The unit of a figure in which times are added up. */
const SECONDS_OF: Readonly<Record<string, number>> = { minutes: 60, hours: 3600 };
/** Nobody reads the minutes of ten hours. */
const LONG_SECONDS = 36_000;

/** Which values carry most; null where shares make no sense. */
function Causes({ figure, search, row, rows, dimension, nameOf }: CausesProps) {
  const words = useWords();
  const { say, format } = words;
  const weights = paretoOf(figure, rows);
  if (weights === null) return null;
  const isTime = figure.kind === 'duration' || figure.kind === 'quotient';
  const title = isTime
    ? say('desk.figure.pareto.time')
    : say('desk.figure.pareto.failures', { things: weighedThings(row, figure, words) });
  const items = weights.map(({ split, weight }) => ({
    key: split,
    label: nameOf(split),
    count: weight,
    isNotRecorded: split === NONE,
    href: listAddress(figure, { ...atValue(search, { dimension, value: split }), ...badFacts(figure) }),
  }));
  const total = items.reduce((sum, { count }) => sum + count, 0);
  const first = items[0]!;
  // Quotients add up seconds.
  const seconds = figure.kind === 'quotient' ? 1 : (SECONDS_OF[figure.unit] ?? 0);
  const isLong = figure.kind === 'quotient' || (isTime && first.count * seconds >= LONG_SECONDS);
  const text = (count: number): string => {
    if (isLong) return say('desk.figure.hours', { n: wholeHours(count * seconds, words) });
    return figure.kind === 'duration' ? format.withUnit(count, figure) : format.whole(count);
  };
  const label = say('desk.figure.pareto.label', {
    title,
    first: first.label,
    share: format.percent((100 * first.count) / total),
  });
  return (
    <section className="figure-pareto">
      <h2>{title}</h2>
      <Pareto items={items} label={label} text={text} />
      <ChartTable caption={title} {...paretoTable(items, { words })} />
    </section>
  );
}
