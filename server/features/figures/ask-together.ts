import type { Kysely } from 'kysely';
import { answerFigure, type FigureAnswer } from '#core/figures/answer.ts';
import type { Database } from '#server/database/schema.ts';
import { figuresRead } from './ask-tile.ts';
import { type FigureQuestion, queryOf } from './figure-question.ts';
import { report } from './report.ts';
import { limited } from './row-limit.ts';
import { sourceOfMany } from './source-in.ts';

/**
 * What `askFigure` answers to each of the questions, over one moment of the database and with one reading of the facts
 * that several figures count. The questions differ in their figures alone; the answers are in their order.
 */
export async function askTogether(
  db: Kysely<Database>,
  tenantId: string,
  questions: readonly FigureQuestion[],
): Promise<FigureAnswer[][]> {
  return report(db, tenantId, async (transaction) => {
    const planned = questions.flatMap((question) =>
      figuresRead(question.figure).map((figure) => ({ ...queryOf(question), figure })),
    );
    const source = await sourceOfMany(transaction, tenantId, planned);
    const answers: FigureAnswer[][] = [];
    for (const question of questions) {
      const own = question.mostRows === undefined ? source : limited(source, question.mostRows);
      answers.push(await answerFigure(queryOf(question), own));
    }
    return answers;
  });
}
