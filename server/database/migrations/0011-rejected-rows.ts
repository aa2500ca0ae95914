import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { grant } from '#server/database/grants.ts';
import { tenantPolicy } from '#server/database/tenant-policy.ts';

/**
 * Rows of an uploaded log that were not brought in, as they stand in the file, and how many tickets a task has written so
 * far. The line without reasons is the one with the names of the columns.
 */
export const rejectedRows: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`
      create table log_rejected_row (
        tenant_id uuid not null,
        import_id uuid not null,
        line bigint not null,
        fields text not null,
        reasons text,
        primary key (tenant_id, import_id, line),
        foreign key (tenant_id, import_id) references log_import (tenant_id, id) on delete cascade
      )`.execute(db);
    await grant(db, 'log_rejected_row', 'mutable');
    await tenantPolicy(db, 'log_rejected_row');
    await sql`alter table log_import add column written bigint not null default 0`.execute(db);
  },
};
