import type pg from 'pg';

/** Makes a tenant unless it is there. The role that owns the tables must ask: the serving role may not make tenants. */
export async function ensureTenant(
  ownerPool: pg.Pool,
  { id, slug, name }: { readonly id: string; readonly slug: string; readonly name: string },
): Promise<void> {
  await asOwner(ownerPool, id, async (client) => {
    await client.query('insert into tenant (id, slug, name) values ($1, $2, $3) on conflict do nothing', [
      id,
      slug,
      name,
    ]);
  });
}

/**
 * Takes away everything that a tenant has, its events included; the tenant itself stays. In one transaction: when it is
 * cut off, nothing is gone. Only the owner of the tables can do this, for the serving role may not delete the past.
 */
export async function clearTenant(ownerPool: pg.Pool, tenantId: string): Promise<void> {
  await asOwner(ownerPool, tenantId, async (client) => {
    for (const table of await tablesOfTenants(client)) {
      await client.query(`delete from ${table} where tenant_id = $1`, [tenantId]);
    }
  });
}

/** All tables with a tenant, those that refer to others before them. Tables of later features are found too. */
async function tablesOfTenants(client: pg.ClientBase): Promise<string[]> {
  const tables = await client.query<{ name: string }>(
    `select c.oid::regclass::text as name
     from pg_class as c
     join pg_attribute as a
       on a.attrelid = c.oid
     where c.relkind = 'r'
       and c.relnamespace = current_schema()::regnamespace
       and a.attname = 'tenant_id'
       and not a.attisdropped
     order by 1`,
  );
  const references = await client.query<{ from: string; to: string }>(
    `select k.conrelid::regclass::text as "from", k.confrelid::regclass::text as "to"
     from pg_constraint as k
     where k.contype = 'f'
       and k.conrelid <> k.confrelid`,
  );
  const left = new Set(tables.rows.map(({ name }) => name));
  const ordered: string[] = [];
  while (left.size > 0) {
    const free = [...left].filter((table) => !references.rows.some(({ from, to }) => to === table && left.has(from)));
    if (free.length === 0) throw new Error(`tables refer to each other in a circle: ${[...left].join(', ')}`);
    for (const table of free) left.delete(table);
    ordered.push(...free);
  }
  return ordered;
}

async function asOwner(
  ownerPool: pg.Pool,
  tenantId: string,
  work: (client: pg.PoolClient) => Promise<void>,
): Promise<void> {
  const client = await ownerPool.connect();
  let broken = false;
  try {
    await client.query('begin');
    await client.query("select set_config('app.tenant_id', $1, true)", [tenantId]);
    await work(client);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {
      broken = true;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}
