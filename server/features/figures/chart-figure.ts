import type { Kysely } from 'kysely';
import { chartFigure as charted, type SegmentedChart } from '#core/figures/figure-chart.ts';
import type { FigureSource } from '#core/figures/tally.ts';
import type { Granularity } from '#core/periods/granularity.ts';
import { periodAt } from '#core/periods/period.ts';
import { wholePeriodEdges } from '#core/periods/period-edges.ts';
import { earlier, type Instant, later } from '#core/time/instant.ts';
import { startOfDate } from '#core/time/zone.ts';
import type { Database } from '#server/database/schema.ts';
import { activeBaselines } from '../annotations/index.ts';
import { type FigureQuestion, queryOf } from './figure-question.ts';
import { readFirstEventAt, report } from './report.ts';
import { sourceIn } from './source-in.ts';

/** A figure period by period from `from` to `to`. */
export interface ChartQuestion extends Omit<FigureQuestion, 'edges'> {
  readonly granularity: Granularity;
  readonly from: Instant;
  readonly to: Instant;
}

/**
 * The charts of a figure by SQL, one per split value. Only periods that are over by as_of have a point, and none before
 * the first ticket of the desk: what is cut off says nothing of the desk. Limits begin anew where people decided so. No
 * charts when no period is left.
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
  const { zone, granularity, asOf } = question;
  const first = await readFirstEventAt(transaction, tenantId);
  if (first === null) return [];
  const from = later(question.from, periodAt(zone, granularity, first).start);
  const edges = wholePeriodEdges(zone, granularity, from, earlier(question.to, asOf));
  if (edges.length < 2) return [];
  const days = await activeBaselines(transaction, tenantId, { figure: question.figure.id, asOf });
  const newBaselines = days.map((day) => startOfDate(zone, day));
  return charted(queryOf({ ...question, edges }), source, { newBaselines });
}
