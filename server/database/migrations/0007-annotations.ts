import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { grant } from '#server/database/grants.ts';
import { tenantPolicy } from '#server/database/tenant-policy.ts';

/**
 * What people wrote on the time line of figures: notes on dates, and decisions that limits begin anew. Nothing is ever
 * changed or deleted: what is taken back has a row that says so.
 */
export const annotations: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`
      create table figure_note (
        tenant_id uuid not null references tenant (id),
        id uuid not null,
        on_date date not null,
        body text not null,
        figure text,
        dimension text,
        value text,
        written_by uuid,
        written_at timestamptz not null,
        primary key (tenant_id, id),
        foreign key (tenant_id, written_by) references person (tenant_id, id),
        check ((dimension is null) = (value is null))
      )`.execute(db);
    await sql`create index figure_note_date on figure_note (tenant_id, on_date)`.execute(db);
    await sql`
      create table figure_baseline (
        tenant_id uuid not null references tenant (id),
        id uuid not null,
        figure text not null,
        from_date date not null,
        reason text not null,
        set_by uuid,
        set_at timestamptz not null,
        primary key (tenant_id, id),
        foreign key (tenant_id, set_by) references person (tenant_id, id)
      )`.execute(db);
    await createTakenBack(db, 'figure_note');
    await createTakenBack(db, 'figure_baseline');
  },
};

async function createTakenBack(db: Kysely<unknown>, table: string): Promise<void> {
  const takenBack = `${table}_taken_back`;
  await sql`
    create table ${sql.table(takenBack)} (
      tenant_id uuid not null,
      id uuid not null,
      taken_back_by uuid,
      taken_back_at timestamptz not null,
      primary key (tenant_id, id),
      foreign key (tenant_id, id) references ${sql.table(table)} (tenant_id, id),
      foreign key (tenant_id, taken_back_by) references person (tenant_id, id)
    )`.execute(db);
  for (const one of [table, takenBack]) {
    await grant(db, one, 'append-only');
    await tenantPolicy(db, one);
  }
}
