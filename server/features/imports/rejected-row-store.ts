import type pg from 'pg';
import { bulkInsert } from '#server/database/bulk-insert.ts';
import { inTenantSession } from '#server/platform/database.ts';
import type { TaskHold } from './import-task.ts';
import type { RejectedLine } from './rejected-file.ts';
import type { RejectedSink } from './rejected-rows.ts';

type Place = Pick<TaskHold, 'tenantId' | 'importId'>;

/** The line of the names in a file is the first that is no empty one; no row stands before it. */
const HEADER_LINE = 0;

/** Keeps the rejected rows of a task with its import, in place of those of the task before. */
export function rejectedRowSink(pool: pg.Pool, place: Place): RejectedSink {
  return {
    begin: async (header) => {
      await inTenantSession(pool, place.tenantId, async ({ client }) => {
        await removeRejected(client, place);
        await insert(client, place, [{ line: HEADER_LINE, fields: header, reasons: null }]);
      });
    },
    add: (rows) => inTenantSession(pool, place.tenantId, ({ client }) => insert(client, place, rows)),
  };
}

export async function removeRejected(client: pg.ClientBase, { tenantId, importId }: Place): Promise<void> {
  await client.query('delete from log_rejected_row as r where r.tenant_id = $1 and r.import_id = $2', [
    tenantId,
    importId,
  ]);
}

/** Rejected rows in the order of the file, the names of the columns first, some at a time. */
export async function readRejected(
  client: pg.ClientBase,
  { tenantId, importId }: Place,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<readonly RejectedLine[]> {
  const found = await client.query<{ line: number; fields: string; reasons: string | null }>(
    `select r.line, r.fields, r.reasons
     from log_rejected_row as r
     where r.tenant_id = $1
       and r.import_id = $2
       and r.line > $3
     order by r.line
     limit $4`,
    [tenantId, importId, after, limit],
  );
  return found.rows.map(({ line, fields, reasons }) => ({
    line,
    fields: JSON.parse(fields),
    reasons: reasons === null ? null : JSON.parse(reasons),
  }));
}

/** As JSON in texts: a field may hold what no value of the database may, and JSON escapes it. */
async function insert(
  client: pg.ClientBase,
  { tenantId, importId }: Place,
  rows: readonly RejectedLine[],
): Promise<void> {
  const statements = bulkInsert('log_rejected_row', [
    { name: 'tenant_id', type: 'uuid', values: rows.map(() => tenantId) },
    { name: 'import_id', type: 'uuid', values: rows.map(() => importId) },
    { name: 'line', type: 'bigint', values: rows.map(({ line }) => line) },
    { name: 'fields', type: 'text', values: rows.map(({ fields }) => JSON.stringify(fields)) },
    { name: 'reasons', type: 'text', values: rows.map(({ reasons }) => reasons && JSON.stringify(reasons)) },
  ]);
  for (const statement of statements) await client.query(statement);
}
