import type { Kysely } from 'kysely';
import { chartFigure as charted, type SegmentedChart } from '#core/figures/figure-chart.ts';
import { shownFrom } from '#core/figures/shown-chart.ts';
import type { FigureSource } from '#core/figures/tally.ts';
import type { Granularity } from '#core/periods/granularity.ts';
import type { Instant } from '#core/time/instant.ts';
import type { Database } from '#server/database/schema.ts';
import { type ChartPlan, onlyShown, planChart } from './chart-plan.ts';
import { type FigureQuestion, queryOf } from './figure-question.ts';
import { report } from './report.ts';
import { TooManyRows } from './row-limit.ts';
import { sourceIn } from './source-in.ts';

/** A figure period by period from `from` to `to`. */
export interface ChartQuestion extends Omit<FigureQuestion, 'edges'> {
  readonly granularity: Granularity;
  readonly from: Instant;
  readonly to: Instant;
}

/**
 * The charts of a figure by SQL, one per split value. Only periods that are over by as_of have a point, and none before
 * the first ticket of the desk: what is cut off says nothing of the desk. Limits come from the first periods of the desk,
 * or from the first since people decided that they begin anew, whatever part of the course is asked for
 * (docs/decisions/0022-limits-from-a-fixed-place.md). No charts when no period is left.
 */
export async function chartFigure(
  db: Kysely<Database>,
  tenantId: string,
  question: ChartQuestion,
): Promise<SegmentedChart[]> {
  return report(db, tenantId, async (transaction) => {
    const source = await sourceIn(transaction, tenantId, question);
    return chartedIn(transaction, tenantId, { question, source });
  });
}

/** The same within the transaction of a report. */
export async function chartedIn(
  transaction: Kysely<Database>,
  tenantId: string,
  { question, source }: { readonly question: ChartQuestion; readonly source: FigureSource },
): Promise<SegmentedChart[]> {
  const plan = await planChart(transaction, tenantId, question);
  return plan === null ? [] : chartedBy(plan, { question, source });
}

/** The charts of a plan. */
export async function chartedBy(
  plan: ChartPlan,
  { question, source }: { readonly question: ChartQuestion; readonly source: FigureSource },
): Promise<SegmentedChart[]> {
  const { edges, shownFrom: from, newBaselines } = plan;
  try {
    const charts = await charted(queryOf({ ...question, edges }), source, { newBaselines });
    return charts.flatMap((chart) => shownFrom(chart, from) ?? []);
  } catch (error) {
    // A split of many values over a long course: it is charted by what is shown of it.
    const shown = onlyShown(plan);
    if (!(error instanceof TooManyRows) || shown.edges.length === edges.length) throw error;
    return charted(queryOf({ ...question, edges: shown.edges }), source, { newBaselines });
  }
}
