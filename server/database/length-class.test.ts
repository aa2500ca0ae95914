import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { sql } from 'kysely';
import { lengthClassesSql } from '#core/figures/sql/length-class.ts';
import { inTenant } from '#server/platform/database.ts';
import { storeDesk } from '#server/testing/store-desk.ts';
import { testDatabase } from '#server/testing/test-database.ts';
import { randomDesk } from '#worlds/random-desk.ts';
import { defaultTenantId as tenantId } from './default-tenant.ts';

const database = await testDatabase();

before(() => storeDesk(database, tenantId, randomDesk(7, 300)));

for (const table of ['fact_span', 'fact_clock'] as const) {
  test(`a version of ${table} that stands at an instant is looked for among those of its class`, async () => {
    // The last instant at which a version stands is the one that lies farthest from its beginning.
    const { rows } = await inTenant(database.app, tenantId, (db) =>
      sql<{ class: number; versions: number; missed: number }>`
      select v.length_class as class, count(*)::integer as versions,
        (count(*) filter (where length.since is null or v.known_from < length.since))::integer as missed
      from ${sql.table(table)} as v
      left join lateral (values ${sql.raw(lengthClassesSql('v.known_to'))}) as length(class, since)
        on length.class = v.length_class
      where v.known_to > v.known_from
      group by 1`.execute(db),
    );
    assert.ok(rows.length > 5, `${rows.length} classes`);
    for (const { class: own, missed } of rows) assert.equal(missed, 0, `class ${own}`);
  });
}
