import { defaultTenantId } from '#server/database/default-tenant.ts';
import { ensureTenant } from '#server/features/directory/index.ts';
import type { StartedDatabase } from '#server/platform/start-database.ts';
import { CUSTOMERS } from '#worlds/demo/house.ts';

/** On a server of one's own the example company is a tenant beside the others. */
export const demoTenantId = '00000000-0000-7000-8000-00000000de30';

/** The tenant that the example company lives in: a data folder of its own has only one. */
export async function demoTenant({
  cluster,
  ownerPool,
}: Pick<StartedDatabase, 'cluster' | 'ownerPool'>): Promise<string> {
  if (cluster !== null) return defaultTenantId;
  await ensureTenant(ownerPool, { id: demoTenantId, slug: 'demo', name: CUSTOMERS.fennwerk.name });
  return demoTenantId;
}
