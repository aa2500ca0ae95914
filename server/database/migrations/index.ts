import type { Migration } from 'kysely/migration';
import { tenants } from './0001-tenants.ts';
import { tickets } from './0002-tickets.ts';
import { facts } from './0003-facts.ts';
import { access } from './0004-access.ts';
import { worker } from './0005-worker.ts';

/** All steps of the database in their order. A step that was released is never changed; a new one is added below. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-tenants': tenants,
  '0002-tickets': tickets,
  '0003-facts': facts,
  '0004-access': access,
  '0005-worker': worker,
};
