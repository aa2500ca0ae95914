import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { FACT_KINDS } from '#core/facts/kinds.ts';
import { factTable } from '#core/facts/sql-name.ts';
import { parseInstant } from '#core/time/instant.ts';
import { zoneOf } from '#core/time/zone.ts';
import { defaultTenantId } from '#server/database/default-tenant.ts';
import { storeDesk } from '#server/testing/store-desk.ts';
import { testDatabase } from '#server/testing/test-database.ts';
import { randomDesk } from '#worlds/random-desk.ts';
import { type Difference, verify } from './index.ts';

const database = await testDatabase();
const desk = randomDesk(4711, 400);

async function verified(): Promise<{ differences: number; found: Difference[]; rows: number; figures: number }> {
  const found: Difference[] = [];
  const report = await verify(database.appPool, {
    tenantId: defaultTenantId,
    zone: zoneOf('Europe/Berlin'),
    asOfs: [],
    now: parseInstant('2026-11-23T12:00:00Z'),
    onProgress: () => undefined,
    onDifference: (difference) => found.push(difference),
  });
  return { ...report, found };
}

/** Changes one row, as somebody with the owner's rights could. */
async function change(statement: string): Promise<void> {
  const owner = await database.ownerPool.connect();
  try {
    await owner.query('begin');
    await owner.query("select set_config('app.tenant_id', $1, true)", [defaultTenantId]);
    const changed = await owner.query(`${statement} returning *`);
    assert.equal(changed.rowCount, 1, `changes one row: ${statement}`);
    await owner.query('commit');
  } finally {
    owner.release();
  }
}

async function differencesAfter(statement: string): Promise<Difference[]> {
  await change(statement);
  return (await verified()).found;
}

describe('verify', () => {
  before(() => storeDesk(database, defaultTenantId, desk));

  test('finds no difference in a desk that the program wrote, whatever happened there', async () => {
    const { differences, found, rows, figures } = await verified();
    assert.deepEqual(found, []);
    assert.equal(differences, 0);
    assert.ok(rows > desk.histories.length * 3);
    assert.ok(figures >= 250);
  });

  const one = (table: string, condition = 'true') =>
    `where ctid = (select r.ctid from ${table} as r where ${condition} order by r.ticket_id, r.known_from limit 1)`;

  for (const kind of FACT_KINDS) {
    const table = factTable(kind);
    test(`sees that one row of ${table} was changed`, async () => {
      const found = await differencesAfter(
        `update ${table} set created_at = created_at - interval '1 second' ${one(table)}`,
      );
      assert.ok(found.some(({ kind: what, detail }) => what === 'changed' && detail.startsWith(`${kind}/`)));
      await change(`update ${table} set created_at = created_at + interval '1 second' ${one(table)}`);
    });
  }

  test('sees that a timer is missing, or due at another instant', async () => {
    const timer = 'where ctid = (select m.ctid from timer as m order by m.ticket_id, m.key limit 1)';
    const moved = await differencesAfter(`update timer set due_at = due_at + interval '1 second' ${timer}`);
    assert.deepEqual(
      moved.map(({ kind }) => kind),
      ['missing', 'surplus'],
    );
    const [gone, ...others] = await differencesAfter(`delete from timer ${timer}`);
    assert.deepEqual([gone?.kind, gone?.detail.startsWith('timer/'), others.length], ['missing', true, 0]);
  });

  test('sees that a version of a fact is missing', async () => {
    const found = await differencesAfter(`delete from fact_span ${one('fact_span')}`);
    assert.ok(found.some(({ kind }) => kind === 'missing'));
  });

  test('sees that a state row was changed', async () => {
    const found = await differencesAfter(
      "update ticket set standing = 'spam' where id = (select t.id from ticket as t where t.standing <> 'spam' order by t.id limit 1)",
    );
    assert.ok(found.some(({ kind, detail }) => kind === 'state' && detail === 'standing'));
  });

  test('sees that an event was changed', async () => {
    const found = await differencesAfter(
      `update ticket_event set at = at - interval '90 seconds'
       where (ticket_id, sequence) = (
         select e.ticket_id, e.sequence from ticket_event as e where e.kind = 'ticketOpened' order by e.ticket_id limit 1
       )`,
    );
    assert.ok(found.some(({ kind }) => kind === 'changed' || kind === 'missing'));
  });

  test('sees that a pinned agreement was changed', async () => {
    const found = await differencesAfter(
      `update agreement_version
       set terms = jsonb_set(terms, '{targetsByPriority,1,resolution}', '60')
       where id = 'gold-1'`,
    );
    assert.ok(found.some(({ kind, detail }) => kind === 'changed' && detail.startsWith('clock/')));
  });

  test('sees that a pinned calendar was changed', async () => {
    const found = await differencesAfter(
      `update calendar_version
       set definition = jsonb_set(definition, '{weekly,mon}', '[]')
       where id = 'office'`,
    );
    assert.ok(found.some(({ detail }) => detail.startsWith('clock/') || detail.startsWith('resolution/')));
  });
});
