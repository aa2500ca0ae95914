import { type QueryExecutorProvider, sql } from 'kysely';

/**
 * Puts a table under the row rule of its tenant: without `app.tenant_id` no row is seen and none can be written, not
 * even by the owner. A migration that writes rows does so before this call, or sets `app.tenant_id` first.
 *
 * `nullif`: a setting that was local to an earlier transaction of the session comes back as an empty text, not as null.
 */
export async function tenantPolicy(db: QueryExecutorProvider, table: string, column = 'tenant_id'): Promise<void> {
  const name = sql.table(table);
  const isOwn = sql`${sql.id(column)} = nullif(current_setting('app.tenant_id', true), '')::uuid`;
  await sql`alter table ${name} enable row level security`.execute(db);
  await sql`alter table ${name} force row level security`.execute(db);
  await sql`create policy ${sql.id(`${table}_of_tenant`)} on ${name} using (${isOwn}) with check (${isOwn})`.execute(
    db,
  );
}
