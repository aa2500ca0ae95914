import type { Kysely } from 'kysely';
import { answerFigure, type FigureAnswer } from '#core/figures/answer.ts';
import type { Figure } from '#core/figures/definition.ts';
import type { SegmentedChart } from '#core/figures/figure-chart.ts';
import type { FigureComparison } from '#core/figures/figure-comparison.ts';
import { sharedReading } from '#core/figures/shared-reading.ts';
import type { FigureSource } from '#core/figures/tally.ts';
import { comparisonWindows } from '#core/periods/comparison.ts';
import type { Instant } from '#core/time/instant.ts';
import type { Database } from '#server/database/schema.ts';
import { type ChartQuestion, chartedBy } from './chart-figure.ts';
import { type ChartPlan, planChart } from './chart-plan.ts';
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
    const plans: (ChartPlan | null)[] = [];
    for (const { chart } of tiles) plans.push(await planChart(transaction, tenantId, chart));
    // What is read together has the same edges, though limits of one figure may begin later than those of another.
    const edges = edgesOf(tiles, plans);
    const planned = tiles.flatMap((tile) => {
      const query = { ...queryOf(tile.question), edges };
      return figuresRead(tile.question.figure).map((figure) => ({ ...query, figure }));
    });
    const source = await sourceOfMany(transaction, tenantId, planned);
    const answers: TileAnswer[] = [];
    for (const [place, tile] of tiles.entries()) {
      answers.push(await answerTile(transaction, tenantId, { tile, plan: plans[place]!, source, edges }));
    }
    return answers;
  });
}

interface PlannedTile {
  readonly tile: TileQuestion;
  readonly plan: ChartPlan | null;
  readonly source: FigureSource;
  readonly edges: readonly Instant[];
}

async function answerTile(
  transaction: Kysely<Database>,
  tenantId: string,
  { tile, plan, source, edges }: PlannedTile,
): Promise<TileAnswer> {
  const { question, comparison, chart } = tile;
  const own = question.mostRows === undefined ? source : limited(source, question.mostRows);
  const shared = sharedReading(own, edges);
  // The chart first: it asks for the order statistics of most periods, and what it asked for is not read again.
  const [charted] = plan === null ? [] : await chartedBy(plan, { question: chart, source: shared });
  const [answer] = await answerFigure(queryOf(question), shared);
  const compared = comparison && (await comparedIn(transaction, tenantId, { question: comparison, source: shared }));
  return { answer: answer!, comparison: compared, chart: charted ?? null };
}

/** A figure and those that are read with it: the numbers beside it, and what a chart divides it by. */
export function figuresRead(figure: Figure): Figure[] {
  const beside = figure.beside.flatMap((one) => (one.kind === 'figure' ? [one.figure] : []));
  const isPerHundred = figure.kind === 'count' && figure.chart === 'u' && figure.per !== 'working_day';
  return [figure, ...beside, ...(isPerHundred ? figuresRead(figure.per.hundredOf) : [])];
}

/** Every edge that any of the questions has, ascending. */
function edgesOf(tiles: readonly TileQuestion[], plans: readonly (ChartPlan | null)[]): Instant[] {
  const edges = new Set(plans.flatMap((plan) => plan?.edges ?? []));
  for (const { question, comparison } of tiles) {
    for (const edge of question.edges) edges.add(edge);
    const windows = comparison && comparisonWindows(comparison);
    if (windows?.kind !== 'windows') continue;
    const { current, reference } = windows;
    for (const one of reference ? [current, reference] : [current]) edges.add(one.start).add(one.end);
  }
  return [...edges].sort((a, b) => a - b);
}
