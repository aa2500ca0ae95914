import type { Migration } from 'kysely/migration';
import { tenants } from './0001-tenants.ts';

/** All steps of the database in their order. A step that was released is never changed; a new one is added below. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-tenants': tenants,
};
