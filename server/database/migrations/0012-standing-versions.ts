import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * What stood at an instant: versions by the class of their length, so that those of a class which stand at an instant
 * lie side by side. (Those that were not over by then are nearly all, for an instant long ago.)
 *
 * A column, no expression in an index: row rules let an index look for columns alone. The columns behind `active` are
 * those that the open tickets are counted by without a split: read from the index alone.
 */
const LENGTH_CLASS = `smallint not null generated always as (
  case when known_to = 'infinity' then 8
  else width_bucket(extract(epoch from known_to - known_from)::float8,
    '{900,3600,14400,86400,345600,1728000,8640000}'::float8[]) end) stored`;

const INDEXES = {
  fact_span_active: 'fact_span ($) include (ticket_id, is_active, is_owned, state) where is_active',
  fact_clock_at_risk: 'fact_clock ($) where at_risk_from is not null',
  fact_clock_paused: 'fact_clock ($) where is_paused',
} as const;

export const standingVersions: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const table of ['fact_span', 'fact_clock'])
      await sql`alter table ${sql.table(table)} add column length_class ${sql.raw(LENGTH_CLASS)}`.execute(db);
    for (const [name, index] of Object.entries(INDEXES)) {
      await sql`drop index ${sql.table(name)}`.execute(db);
      const columns = index.replace('$', 'tenant_id, length_class, known_from, known_to');
      await sql`create index ${sql.table(name)} on ${sql.raw(columns)}`.execute(db);
    }
  },
};
