import type { Kysely } from 'kysely';
import { answerFigure, type FigureAnswer } from '#core/figures/answer.ts';
import type { Figure } from '#core/figures/definition.ts';
import type { SegmentedChart } from '#core/figures/figure-chart.ts';
import type { FigureComparison } from '#core/figures/figure-comparison.ts';
import { sharedReading } from '#core/figures/shared-reading.ts';
import type { FigureSource } from '#core/figures/tally.ts';
import { comparisonWindows } from '#core/periods/comparison.ts';
import { wholePeriodEdges } from '#core/periods/period-edges.ts';
import { earlier, type Instant } from '#core/time/instant.ts';
import type { Database } from '#server/database/schema.ts';
import { type ChartQuestion, chartedIn } from './chart-figure.ts';
import { type ComparisonQuestion, comparedIn } from './compare-figure.ts';
import { type FigureQuestion, queryOf } from './figure-question.ts';
import { report } from './report.ts';
import { limited } from './row-limit.ts';
import { sourceOfMany } from './source-in.ts';

/** One figure in one period, beside another period and in the row of periods before it. */
export interface TileQuestion {
  readonly question: FigureQuestion;
  readonly comparison: ComparisonQuestion | null;
  readonly chart: ChartQuestion;
}

export interface TileAnswer {
  readonly answer: FigureAnswer;
  readonly comparison: FigureComparison | null;
  /** Null when no whole period is over. */
  readonly chart: SegmentedChart | null;
}

/**
 * What `askAndCompare` and `chartFigure` answer to the same questions, over one moment of the database: with one reading
 * of the facts of a figure instead of three, and one of the facts that several figures count. The questions differ in
 * their figures alone; the answers are in their order.
 */
export async function askTiles(
  db: Kysely<Database>,
  tenantId: string,
  tiles: readonly TileQuestion[],
): Promise<TileAnswer[]> {
  return report(db, tenantId, async (transaction) => {
    const planned = tiles.flatMap((tile) => {
      const query = { ...queryOf(tile.question), edges: edgesOf(tile) };
      return figuresRead(tile.question.figure).map((figure) => ({ ...query, figure }));
    });
    const source = await sourceOfMany(transaction, tenantId, planned);
    const answers: TileAnswer[] = [];
    for (const tile of tiles) answers.push(await answerTile(transaction, tenantId, { tile, source }));
    return answers;
  });
}

async function answerTile(
  transaction: Kysely<Database>,
  tenantId: string,
  { tile, source }: { readonly tile: TileQuestion; readonly source: FigureSource },
): Promise<TileAnswer> {
  const { question, comparison, chart } = tile;
  const own = question.mostRows === undefined ? source : limited(source, question.mostRows);
  const shared = sharedReading(own, edgesOf(tile));
  // The chart first: it asks for the order statistics of most periods, and what it asked for is not read again.
  const [charted] = await chartedIn(transaction, tenantId, { question: chart, source: shared });
  const [answer] = await answerFigure(queryOf(question), shared);
  const compared = comparison && (await comparedIn(transaction, tenantId, { question: comparison, source: shared }));
  return { answer: answer!, comparison: compared, chart: charted ?? null };
}

/** A figure and those that are read with it: the numbers beside it, and what a chart divides it by. */
function figuresRead(figure: Figure): Figure[] {
  const beside = figure.beside.flatMap((one) => (one.kind === 'figure' ? [one.figure] : []));
  const isPerHundred = figure.kind === 'count' && figure.chart === 'u' && figure.per !== 'working_day';
  return [figure, ...beside, ...(isPerHundred ? figuresRead(figure.per.hundredOf) : [])];
}

/** Every edge that any of the questions has, ascending. */
function edgesOf({ question, comparison, chart }: TileQuestion): Instant[] {
  const { zone, granularity, from, to, asOf } = chart;
  const edges = [...question.edges, ...wholePeriodEdges(zone, granularity, from, earlier(to, asOf))];
  const windows = comparison && comparisonWindows(comparison);
  if (windows?.kind === 'windows') {
    const { current, reference } = windows;
    edges.push(current.start, current.end, ...(reference ? [reference.start, reference.end] : []));
  }
  return [...new Set(edges)].sort((a, b) => a - b);
}
