import type { Kysely } from 'kysely';
import { compareFigure as compared, type FigureComparison } from '#core/figures/figure-comparison.ts';
import type { FigureSource } from '#core/figures/tally.ts';
import { type Comparison, comparisonWindows } from '#core/periods/comparison.ts';
import type { Granularity } from '#core/periods/granularity.ts';
import type { Instant } from '#core/time/instant.ts';
import type { Database } from '#server/database/schema.ts';
import { type FigureQuestion, queryOf } from './figure-question.ts';
import { readFirstEventAt, report } from './report.ts';
import { sourceIn } from './source-in.ts';

/** A figure of the period around `anchor` against another period. */
export interface ComparisonQuestion extends Omit<FigureQuestion, 'edges'> {
  readonly granularity: Granularity;
  readonly anchor: Instant;
  readonly comparison: Comparison;
}

/** Compares a figure with its reference period by SQL, both over one moment of the database. */
export async function compareFigure(
  db: Kysely<Database>,
  tenantId: string,
  question: ComparisonQuestion,
): Promise<FigureComparison> {
  return report(db, tenantId, async (transaction) => {
    const source = await sourceIn(transaction, tenantId, question);
    return comparedIn(transaction, tenantId, { question, source });
  });
}

/** The same within the transaction of a report. */
export async function comparedIn(
  transaction: Kysely<Database>,
  tenantId: string,
  { question, source }: { readonly question: ComparisonQuestion; readonly source: FigureSource },
): Promise<FigureComparison> {
  const windows = comparisonWindows(question);
  if (windows.kind === 'refused') return { kind: 'refused', code: windows.code };
  const { reference, currentFullEnd } = windows;
  const edges = [reference?.start ?? windows.current.start, currentFullEnd];
  const { edges: _, ...query } = queryOf({ ...question, edges });
  const { granularity, anchor, comparison } = question;
  const recordedFrom = (await readFirstEventAt(transaction, tenantId)) ?? undefined;
  return compared({ ...query, granularity, anchor, comparison, recordedFrom }, source);
}
