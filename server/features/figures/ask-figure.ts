import type { Kysely } from 'kysely';
import { answerFigure, type FigureAnswer } from '#core/figures/answer.ts';
import type { FigureComparison } from '#core/figures/figure-comparison.ts';
import type { Database } from '#server/database/schema.ts';
import { type ComparisonQuestion, comparedIn } from './compare-figure.ts';
import { type FigureQuestion, queryOf } from './figure-question.ts';
import { report } from './report.ts';
import { sourceIn } from './source-in.ts';

/** Computes a figure by SQL, all its statements over one moment of the database. */
export async function askFigure(
  db: Kysely<Database>,
  tenantId: string,
  question: FigureQuestion,
): Promise<FigureAnswer[]> {
  return report(db, tenantId, async (transaction) =>
    answerFigure(queryOf(question), await sourceIn(transaction, tenantId, question)),
  );
}

/** A figure and what it is compared with. */
export interface ComparedAnswers {
  readonly answers: readonly FigureAnswer[];
  readonly comparison: FigureComparison | null;
}

/** Computes a figure and, when it is asked for, its comparison: both over one moment of the database. */
export async function askAndCompare(
  db: Kysely<Database>,
  tenantId: string,
  { question, comparison }: { readonly question: FigureQuestion; readonly comparison: ComparisonQuestion | null },
): Promise<ComparedAnswers> {
  return report(db, tenantId, async (transaction) => {
    const source = await sourceIn(transaction, tenantId, question);
    return {
      answers: await answerFigure(queryOf(question), source),
      comparison: comparison && (await comparedIn(transaction, tenantId, { question: comparison, source })),
    };
  });
}
