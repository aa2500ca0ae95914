import type pg from 'pg';
import { bulkInsert } from '#server/database/bulk-insert.ts';
import type { RowProblem } from './import-problem.ts';

/** So many problems are kept of an import; a file with more has one cause for most of them. */
export const MOST_PROBLEMS_KEPT = 20_000;

/** Puts the problems of a task in place of those of the task before. */
export async function replaceProblems(
  client: pg.ClientBase,
  { tenantId, importId }: { readonly tenantId: string; readonly importId: string },
  problems: readonly RowProblem[],
): Promise<void> {
  await client.query('delete from log_problem as r where r.tenant_id = $1 and r.import_id = $2', [tenantId, importId]);
  const column = <T>(name: string, type: string, value: (problem: RowProblem, index: number) => T) => ({
    name,
    type,
    values: problems.map(value),
  });
  const statements = bulkInsert('log_problem', [
    column('tenant_id', 'uuid', () => tenantId),
    column('import_id', 'uuid', () => importId),
    column('number', 'integer', (_, index) => index + 1),
    column('line', 'bigint', ({ line }) => line),
    column('column_name', 'text', ({ column: name }) => name),
    column('problem', 'text', ({ problem }) => problem),
    column('value', 'text', ({ value }) => value),
  ]);
  for (const statement of statements) await client.query(statement);
}

/** The problems of an import in the order of the file, some at a time. */
export async function readProblems(
  client: pg.ClientBase,
  { tenantId, importId }: { readonly tenantId: string; readonly importId: string },
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<readonly (RowProblem & { readonly number: number })[]> {
  const found = await client.query<RowProblem & { number: number }>(
    `select r.number, r.line, r.column_name as "column", r.problem, r.value
     from log_problem as r
     where r.tenant_id = $1
       and r.import_id = $2
       and r.number > $3
     order by r.number
     limit $4`,
    [tenantId, importId, after, limit],
  );
  return found.rows;
}
