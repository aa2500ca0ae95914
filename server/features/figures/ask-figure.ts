import type { Kysely } from 'kysely';
import { answerFigure, type FigureAnswer } from '#core/figures/answer.ts';
import type { Database } from '#server/database/schema.ts';
import { type FigureQuestion, queryOf } from './figure-question.ts';
import { readLastEventAt, report } from './report.ts';
import { sqlSource } from './sql-source.ts';

/** Computes a figure by SQL, all its statements over one moment of the database. */
export async function askFigure(
  db: Kysely<Database>,
  tenantId: string,
  question: FigureQuestion,
): Promise<FigureAnswer[]> {
  return report(db, tenantId, async (transaction) => {
    const lastEventAt = await readLastEventAt(transaction, tenantId);
    return answerFigure(queryOf(question), sqlSource(transaction, { tenantId, lastEventAt }));
  });
}
