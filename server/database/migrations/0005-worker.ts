import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * The worker of timers serves all tenants, and row rules show none of them to anybody who has not said which. So the
 * owner, and nobody else, may read the list of tenants and when their timers are due. What is due is done tenant by
 * tenant by the serving role, which these rules give nothing.
 */
export const worker: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const table of ['tenant', 'timer']) {
      await sql`
        create policy ${sql.id(`${table}_of_worker`)} on ${sql.table(table)}
        for select
        to current_user
        using (true)`.execute(db);
    }
  },
};
