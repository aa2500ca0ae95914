import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { grant } from '#server/database/grants.ts';
import { tenantPolicy } from '#server/database/tenant-policy.ts';

/** What was promised of figures. A version is never changed: a new one counts from its date on. */
export const targets: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`
      create table figure_target (
        tenant_id uuid not null references tenant (id),
        figure text not null,
        version integer not null check (version >= 1),
        value float8,
        direction text not null check (direction in ('at_least', 'at_most')),
        owner text not null,
        valid_from date not null,
        set_by uuid,
        set_at timestamptz not null,
        primary key (tenant_id, figure, version),
        foreign key (tenant_id, set_by) references person (tenant_id, id)
      )`.execute(db);
    await grant(db, 'figure_target', 'append-only');
    await tenantPolicy(db, 'figure_target');
  },
};
