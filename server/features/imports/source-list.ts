import type pg from 'pg';

/** A system from which tickets came. */
export interface KnownSource {
  readonly source: string;
  /** The last file that was imported from it in the browser, if any. */
  readonly lastFile: string | null;
}

/** All sources by name. */
export async function listSources(client: pg.ClientBase, tenantId: string): Promise<readonly KnownSource[]> {
  const found = await client.query<KnownSource>(
    `select s.key as source, last.file_name as "lastFile"
     from source as s
     left join lateral (
       select i.file_name
       from log_import as i
       where i.tenant_id = s.tenant_id
         and i.task = 'run'
         and i.task_source = s.key
       order by i.id desc
       limit 1
     ) as last on true
     where s.tenant_id = $1
     order by s.key`,
    [tenantId],
  );
  return found.rows;
}
