import { useMemo } from 'react';
import { foreignText } from '#text/foreign-text.ts';
import type { CockpitHead, Tile } from '#web/features/cockpit/cockpit-lines.ts';
import { askedPeriodName } from '#web/features/cockpit/period-names.ts';
import { type FigureSearch, filterParts } from '#web/shell/figure-search.ts';
import { useWords } from '#web/shell/words.tsx';
import { measuredOf } from '#web/ui/charts/chart-figure.ts';
import { chartLabel, chartSentence } from '#web/ui/charts/chart-sentence.ts';
import { ChartTable } from '#web/ui/charts/chart-table.tsx';
import { controlTable } from '#web/ui/charts/chart-tables.ts';
import { ControlChart } from '#web/ui/charts/control-chart.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { atPeriod, listAddress } from './addresses.ts';
import type { Chart, Figure, Note } from './figure-things.ts';
import { type AnsweredVersion, promisesAt } from './promises.ts';

export interface CourseProps {
  readonly figure: Figure;
  readonly search: FigureSearch;
  readonly chart: Chart | null;
  readonly tile: Tile;
  readonly head: CockpitHead;
  readonly notes: readonly Note[];
  readonly targets: readonly AnsweredVersion[];
}

/** The course of the figure with what chance explains; its title says what the rules found. */
export function Course({ figure, search, chart, tile, head, notes, targets }: CourseProps) {
  const words = useWords();
  const { say, format } = words;
  const { by, isRunning, isWhole } = head;
  const shown = useMemo(
    () => chart && withRunning(chart, tile, { isRunning, isWhole }),
    [chart, tile, isRunning, isWhole],
  );
  const told = useMemo(
    () => notes.filter((note) => isTold(note, search)).map(({ on, text }) => ({ date: on, text: foreignText(text) })),
    [notes, search],
  );
  // A count per something has no promise of its own.
  const promises = useMemo(
    () => (shown?.measure === 'value' ? promisesAt(targets, shown.points, format) : []),
    [targets, shown, format],
  );
  if (chart === null || shown === null || shown.points.length === 0) {
    return <EmptyState title={say('desk.figure.chart.none')}>{say('desk.figure.chart.noneText')}</EmptyState>;
  }
  const options = { by, better: figure.better, words };
  const sentence = chartSentence(chart, options);
  const measured = measuredOf(figure, shown);
  const label = chartLabel(chart, {
    ...options,
    name: figure.name,
    text: (value) => format.withUnit(value, measured),
    target: promises.at(-1) ?? null,
  });
  const hrefOf = (point: { readonly from: string }) => listAddress(figure, atPeriod(search, point, { by, format }));
  return (
    <>
      <h2>{sentence}</h2>
      <ControlChart
        chart={shown}
        by={by}
        figure={figure}
        label={label}
        promises={promises}
        notes={told}
        hrefOf={hrefOf}
        isLastRunning={shown !== chart}
      />
      <ChartTable caption={say('desk.figure.chart.table')} {...controlTable(shown, { by, figure, words, hrefOf })} />
    </>
  );
}

/** While the asked period runs its value so far stands behind the whole ones; of a count per something it is none. */
function withRunning(
  chart: Chart,
  { row }: Tile,
  { isRunning, isWhole }: Pick<CockpitHead, 'isRunning' | 'isWhole'>,
): Chart {
  if (!isRunning || !isWhole || row.value === null || chart.measure !== 'value') return chart;
  const last = chart.points.at(-1);
  const limits = { lower: last?.lower ?? null, upper: last?.upper ?? null };
  return {
    ...chart,
    points: [...chart.points, { from: row.from, to: row.to, value: row.value, bound: null, ...limits }],
  };
}

/** A note on another service than the one that is filtered says nothing here. */
function isTold({ split }: Note, { where = [] }: FigureSearch): boolean {
  if (split === null) return true;
  const filter = where.map(filterParts).find(({ dimension }) => dimension === split.dimension);
  return filter === undefined || filter.value === split.value;
}

/** What a picture of the course says under itself. */
export function courseNotes(
  { figure, head }: Pick<CourseProps, 'figure' | 'head'>,
  formula: string,
  words: ReturnType<typeof useWords>,
): readonly string[] {
  const { say, format } = words;
  return [
    say('desk.figure.export.period', {
      name: figure.name,
      period: askedPeriodName(head, words),
      moment: format.moment(head.asOf),
    }),
    say('desk.figure.export.definition', { version: figure.definitionVersion, formula }),
  ];
}
