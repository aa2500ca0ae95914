import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { formatInstant, type Instant, instant } from '#core/time/instant.ts';
import { parseLocalDate } from '#core/time/local-date.ts';
import { zoneOf } from '#core/time/zone.ts';
import { defaultTenantId } from '#server/database/default-tenant.ts';
import { clearTenant, ensureTenant } from '#server/features/directory/index.ts';
import { verify } from '#server/features/proof/index.ts';
import { inTenantSession } from '#server/platform/database.ts';
import { testDatabase } from '#server/testing/test-database.ts';
import { lastWeeksOf } from '#worlds/demo/last-weeks.oracle.ts';
import { HOME_ZONE } from '#worlds/demo/timeline.ts';
import { demoWorld } from '#worlds/demo/world.ts';
import { buildWorld } from './build-world.ts';

const database = await testDatabase();
const otherTenant = '00000000-0000-7000-8000-0000000000d2';
const world = demoWorld({ seed: 7, today: parseLocalDate('2026-06-10') });
const lastWeeks = lastWeeksOf(world);

const build = (tenantId: string): Promise<void> =>
  buildWorld(database.appPool, {
    tenantId,
    world: lastWeeks,
    language: 'en',
    onProgress: () => undefined,
    stop: new AbortController().signal,
  });

const rowsOf = async <Row extends object>(tenantId: string, text: string): Promise<Row[]> =>
  inTenantSession(database.appPool, tenantId, async ({ client }) => (await client.query<Row>(text, [tenantId])).rows);

/** Everything that a build decides: all but when the rows were written. */
const digestOf = (tenantId: string) =>
  rowsOf(
    tenantId,
    `select
       (select md5(string_agg(concat(t.id, t.number, t.state, t.created_at, t.requester), ',' order by t.id))
        from ticket as t where t.tenant_id = $1) as tickets,
       (select md5(string_agg(concat(e.ticket_id, e.sequence, e.at, e.kind, e.payload, e.actor), ','
          order by e.ticket_id, e.sequence))
        from ticket_event as e where e.tenant_id = $1) as events,
       (select md5(string_agg(concat(x.ticket_id, x.sequence, x.part, x.body), ','
          order by x.ticket_id, x.sequence, x.part))
        from ticket_text as x where x.tenant_id = $1) as texts,
       (select md5(string_agg(concat(p.id, p.name), ',' order by p.id)) from person as p where p.tenant_id = $1) as persons,
       (select md5(string_agg(concat(g.figure, g.version, g.value, g.direction, g.owner, g.valid_from, g.set_at), ','
          order by g.figure, g.version))
        from figure_target as g where g.tenant_id = $1) as targets`,
  );

describe('the demo world in the database', () => {
  before(async () => {
    await ensureTenant(database.ownerPool, { id: otherTenant, slug: 'other', name: 'Other' });
    await build(defaultTenantId);
    await build(otherTenant);
  });

  test('proves itself: events, state, facts and figures agree', async () => {
    const found: unknown[] = [];
    const report = await verify(database.appPool, {
      tenantId: defaultTenantId,
      zone: zoneOf(HOME_ZONE),
      asOfs: [],
      now: instant(world.surroundings.timeline.until + 86_400),
      onProgress: () => undefined,
      onDifference: (difference) => found.push(difference),
    });
    assert.deepEqual(found, []);
    assert.ok(report.tickets > 300, `${report.tickets} tickets`);
  });

  test('is the same row by row in a second build', async () => {
    assert.deepEqual(await digestOf(otherTenant), await digestOf(defaultTenantId));
  });

  test('has notes in the language that was asked for', async () => {
    const [note] = await rowsOf<{ body: string }>(
      defaultTenantId,
      "select n.body from figure_note as n where n.tenant_id = $1 and n.value = 'mail' order by n.on_date",
    );
    assert.equal(note!.body, 'Move of the mail to the new platform');
  });

  test('has no event at or after its end', async () => {
    const [last] = await rowsOf<{ at: Instant }>(
      defaultTenantId,
      'select max(e.at) as at from ticket_event as e where e.tenant_id = $1',
    );
    assert.ok(last!.at < world.surroundings.timeline.until, formatInstant(last!.at));
  });

  test('numbers tickets in the order in which they came', async () => {
    const disorder = await rowsOf(
      defaultTenantId,
      `select a.number from ticket as a join ticket as b on b.tenant_id = a.tenant_id and b.number = a.number + 1
       where a.tenant_id = $1 and b.created_at < a.created_at - interval '1 hour'`,
    );
    assert.deepEqual(disorder, []);
  });

  test('can be taken away without a trace in any table, while other tenants keep theirs', async () => {
    const before = await digestOf(defaultTenantId);
    await clearTenant(database.ownerPool, otherTenant);
    const left = await rowsOf(
      otherTenant,
      `select 'event' as what from ticket_event as e where e.tenant_id = $1
       union all select 'person' from person as p where p.tenant_id = $1
       union all select 'calendar' from calendar_version as c where c.tenant_id = $1
       union all select 'fact' from fact_span as f where f.tenant_id = $1`,
    );
    assert.deepEqual(left, []);
    assert.deepEqual(await digestOf(defaultTenantId), before);
  });
});
