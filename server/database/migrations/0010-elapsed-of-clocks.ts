import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** How much of its target a clock had used when it stopped, so that a list can say how late or how early that was. */
export const elapsedOfClocks: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`alter table fact_clock add column elapsed_seconds bigint`.execute(db);
  },
};
