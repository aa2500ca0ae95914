import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { defaultTenantId } from '#server/database/default-tenant.ts';
import { grant } from '#server/database/grants.ts';
import { tenantPolicy } from '#server/database/tenant-policy.ts';

/** The clients of this installation; every other table starts with their id. */
export const tenants: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`
      create table tenant (
        id uuid primary key,
        slug text not null unique,
        name text not null,
        created_at timestamptz not null default date_trunc('second', now())
      )`.execute(db);
    await sql`insert into tenant (id, slug, name) values (${defaultTenantId}, 'default', 'Kundig')`.execute(db);
    await grant(db, 'tenant', 'read-only');
    await tenantPolicy(db, 'tenant', 'id');
  },
};
