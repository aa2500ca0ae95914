import { type Kysely, sql } from 'kysely';
import type { FigureQuery } from '#core/figures/query.ts';
import type { FigureSource } from '#core/figures/tally.ts';
import type { Database } from '#server/database/schema.ts';
import type { FigureQuestion } from './figure-question.ts';
import { readLastEventAt } from './report.ts';
import { limited } from './row-limit.ts';
import { sqlSource, statementRunner } from './sql-source.ts';
import { tallyTogether } from './tally-together.ts';

/** The source of one answer to a question, within the transaction of a report. */
export async function sourceIn(
  transaction: Kysely<Database>,
  tenantId: string,
  { mostRows }: Pick<FigureQuestion, 'mostRows'>,
): Promise<FigureSource> {
  const source = sqlSource(transaction, { tenantId, lastEventAt: await readLastEventAt(transaction, tenantId) });
  return mostRows === undefined ? source : limited(source, mostRows);
}

/**
 * The same for several questions, those of `planned` among them, which are read together. Who asks several has others
 * computed at the same time: splitting each reading over processes as well would cost more than it gives.
 */
export async function sourceOfMany(
  transaction: Kysely<Database>,
  tenantId: string,
  planned: readonly FigureQuery[],
): Promise<FigureSource> {
  await sql`set local max_parallel_workers_per_gather = 0`.execute(transaction);
  const lastEventAt = await readLastEventAt(transaction, tenantId);
  const source = sqlSource(transaction, { tenantId, lastEventAt });
  return tallyTogether(source, planned, { run: statementRunner(transaction, tenantId), lastEventAt });
}
