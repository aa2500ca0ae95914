import { inTenantSession, type OpenDatabase } from '#server/platform/database.ts';

const KEPT_DAYS = 7;
/** A file that has not arrived by then never will: no upload may take as long. */
const ARRIVING_HOURS = 2;

/**
 * Removes files that were uploaded a week ago, and what is left of uploads that broke off. Reports stay. Nothing is
 * taken from under a task.
 */
export async function removeOldUploads({
  appPool,
  ownerPool,
}: Pick<OpenDatabase, 'appPool' | 'ownerPool'>): Promise<void> {
  const found = await ownerPool.query<{ tenant_id: string }>(
    `select distinct i.tenant_id
     from log_import as i
     where i.removed_at is null
       and (i.created_at < now() - interval '${KEPT_DAYS} days'
         or (i.stored_at is null and i.created_at < now() - interval '${ARRIVING_HOURS} hours'))`,
  );
  for (const { tenant_id: tenantId } of found.rows) {
    await inTenantSession(appPool, tenantId, async ({ client }) => {
      await client.query(
        `delete from log_import as i
         where i.tenant_id = $1
           and i.stored_at is null
           and i.created_at < now() - interval '${ARRIVING_HOURS} hours'`,
        [tenantId],
      );
      await client.query(
        `with old as (
           update log_import as i
           set removed_at = now()
           where i.tenant_id = $1
             and i.removed_at is null
             and i.stored_at is not null
             and i.created_at < now() - interval '${KEPT_DAYS} days'
             and (i.task_state is null
               or i.task_state not in ('waiting', 'working')
               or (i.task_state = 'working' and i.lease_until < now()))
           returning i.id
         )
         delete from log_piece as p
         using old as o
         where p.tenant_id = $1
           and p.import_id = o.id`,
        [tenantId],
      );
    });
  }
}
