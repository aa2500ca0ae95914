import type { Kysely } from 'kysely';
import { answerFigure, type FigureAnswer } from '#core/figures/answer.ts';
import type { SegmentedChart } from '#core/figures/figure-chart.ts';
import type { FigureComparison } from '#core/figures/figure-comparison.ts';
import { sharedReading } from '#core/figures/shared-reading.ts';
import { comparisonWindows } from '#core/periods/comparison.ts';
import { wholePeriodEdges } from '#core/periods/period-edges.ts';
import { earlier, type Instant } from '#core/time/instant.ts';
import type { Database } from '#server/database/schema.ts';
import { type ChartQuestion, chartedIn } from './chart-figure.ts';
import { type ComparisonQuestion, comparedIn } from './compare-figure.ts';
import { type FigureQuestion, queryOf } from './figure-question.ts';
import { report } from './report.ts';
import { sourceIn } from './source-in.ts';

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
 * What `askAndCompare` and `chartFigure` answer to the same questions, over one moment of the database and with one
 * reading of its facts instead of three.
 */
export async function askTile(
  db: Kysely<Database>,
  tenantId: string,
  { question, comparison, chart }: TileQuestion,
): Promise<TileAnswer> {
  return report(db, tenantId, async (transaction) => {
    const edges = edgesOf({ question, comparison, chart });
    const source = sharedReading(await sourceIn(transaction, tenantId, question), edges);
    // The chart first: it asks for the order statistics of most periods, and what it asked for is not read again.
    const [charted] = await chartedIn(transaction, tenantId, { question: chart, source });
    const [answer] = await answerFigure(queryOf(question), source);
    const compared = comparison && (await comparedIn(transaction, tenantId, { question: comparison, source }));
    return { answer: answer!, comparison: compared, chart: charted ?? null };
  });
}

/** Every edge that any of the questions has. */
function edgesOf({ question, comparison, chart }: TileQuestion): Instant[] {
  const { zone, granularity, from, to, asOf } = chart;
  const edges = [...question.edges, ...wholePeriodEdges(zone, granularity, from, earlier(to, asOf))];
  const windows = comparison && comparisonWindows(comparison);
  if (windows?.kind !== 'windows') return edges;
  const { current, reference } = windows;
  return [...edges, current.start, current.end, ...(reference ? [reference.start, reference.end] : [])];
}
