import type { Kysely } from 'kysely';
import type { FigureSource } from '#core/figures/tally.ts';
import type { Database } from '#server/database/schema.ts';
import type { FigureQuestion } from './figure-question.ts';
import { readLastEventAt } from './report.ts';
import { limited } from './row-limit.ts';
import { sqlSource } from './sql-source.ts';

/** The source of one answer to a question, within the transaction of a report. */
export async function sourceIn(
  transaction: Kysely<Database>,
  tenantId: string,
  { mostRows }: Pick<FigureQuestion, 'mostRows'>,
): Promise<FigureSource> {
  const source = sqlSource(transaction, { tenantId, lastEventAt: await readLastEventAt(transaction, tenantId) });
  return mostRows === undefined ? source : limited(source, mostRows);
}
