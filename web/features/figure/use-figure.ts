import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { firstDateOf, type Granularity, shiftPeriods } from '#core/periods/granularity.ts';
import { addDays, formatLocalDate, type LocalDate, parseLocalDate } from '#core/time/local-date.ts';
import { askApi } from '#web/shell/api.ts';
import { type FigureSearch, figureQueryOf, periodOf } from '#web/shell/figure-search.ts';
import { queries } from '#web/shell/queries.ts';
import { useWords } from '#web/shell/words.tsx';

/*
 * What the page asks of the server. Every part asks for itself, so that one that fails takes no other along.
 */

/** How many periods a chart shows: the asked one and those before it. */
const CHARTED = 26;

/** The question of an address in the parts that the routes of figures want. */
export function questionOf(search: FigureSearch, today: LocalDate) {
  const { split: _, ...query } = figureQueryOf(search, today);
  const { from, to, granularity } = periodOf(search, today);
  const by: Granularity = granularity ?? 'month';
  const first = shiftPeriods(by, firstDateOf(by, addDays(to, -1)), 1 - CHARTED);
  const { compare: __, by: ___, ...plain } = query;
  return {
    query,
    /** One period without a comparison. */
    plain,
    by,
    /** Any stretch of days is no period: nothing of the chart is its value. */
    isWhole: granularity !== null,
    isRunning: to > today,
    chart: { ...plain, from: formatLocalDate(first), by },
    from,
    to,
  };
}

export type FigureQuestion = ReturnType<typeof questionOf>;

/** The value in the period, compared as the address wants it. */
export function useValue(id: string, { query }: FigureQuestion) {
  const { language } = useWords();
  return useQuery({
    queryKey: ['figure', language, id, query],
    queryFn: ({ signal }) => askApi('readFigure', { params: { id }, query, signal }),
    placeholderData: keepPreviousData,
  });
}

/** The same against the year before, beside a comparison with the period before. */
export function useYearBefore(id: string, { query }: FigureQuestion) {
  const { language } = useWords();
  const asked = { ...query, compare: 'same_last_year' as const };
  return useQuery({
    queryKey: ['figure', language, id, asked],
    queryFn: ({ signal }) => askApi('readFigure', { params: { id }, query: asked, signal }),
    enabled: query.compare === 'previous' && query.by !== 'year',
  });
}

export function useChart(id: string, { chart }: FigureQuestion) {
  const { language } = useWords();
  return useQuery({
    queryKey: ['figure-chart', id, language, chart],
    queryFn: ({ signal }) => askApi('chartFigure', { params: { id }, query: chart, signal }),
    placeholderData: keepPreviousData,
  });
}

/** Charts and values of every value of a dimension. */
export function useSplit(id: string, { plain, chart }: FigureQuestion, dimension: string | null) {
  const { language } = useWords();
  return useQuery({
    queryKey: ['figure-split', id, language, dimension, chart, plain],
    queryFn: async ({ signal }) => {
      const split = dimension!;
      const [charts, values] = await Promise.all([
        askApi('chartFigure', { params: { id }, query: { ...chart, split }, signal }),
        askApi('readFigure', { params: { id }, query: { ...plain, split }, signal }),
      ]);
      return { charts: charts.charts, rows: values.rows, dimension: split };
    },
    enabled: dimension !== null,
    placeholderData: keepPreviousData,
  });
}

export function useDistribution(id: string, { plain }: FigureQuestion, isDuration: boolean) {
  const { language } = useWords();
  return useQuery({
    queryKey: ['figure-distribution', id, language, plain],
    queryFn: ({ signal }) => askApi('readDistribution', { params: { id }, query: plain, signal }),
    enabled: isDuration,
    placeholderData: keepPreviousData,
  });
}

export function useTargets(id: string) {
  return useQuery({
    queryKey: ['targets', id],
    queryFn: ({ signal }) => askApi('listTargetVersions', { params: { id }, signal }),
  });
}

export function useNotes(figure: string, { chart }: FigureQuestion) {
  const query = { figure, from: chart.from, to: chart.to, asOf: chart.asOf };
  return useQuery({
    queryKey: ['notes', query],
    queryFn: ({ signal }) => askApi('listNotes', { query, signal }),
  });
}

export function useBaselines(id: string) {
  return useQuery({
    queryKey: ['baselines', id],
    queryFn: ({ signal }) => askApi('listBaselines', { params: { id }, signal }),
  });
}

/** What the period reads today that was known at the end of a day, and why it differs. */
export function useDifferences(id: string, { plain }: FigureQuestion, date: string | null) {
  const { language } = useWords();
  // Known at the end of that day is known before the next one begins.
  const asOf = date === null ? null : formatLocalDate(addDays(parseLocalDate(date), 1));
  const query = { ...plain, asOf, limit: 200 };
  return useQuery({
    queryKey: ['figure-differences', language, id, query],
    queryFn: ({ signal }) => askApi('listDifferences', { params: { id }, query, signal }),
    enabled: date !== null,
    placeholderData: keepPreviousData,
  });
}

/** Asks for all that an annotation changes. */
export async function refreshAnnotated(): Promise<void> {
  await Promise.all(
    ['notes', 'baselines', 'figure-chart', 'figure-split', 'cockpit'].map((key) =>
      queries.invalidateQueries({ queryKey: [key] }),
    ),
  );
}
