import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseLocalDate } from '#core/time/local-date.ts';
import { defaultTenantId } from '#server/database/default-tenant.ts';
import { ensureTenant } from '#server/features/directory/index.ts';
import { inTenantSession } from '#server/platform/database.ts';
import { testDatabase } from '#server/testing/test-database.ts';
import { lastWeeksOf } from '#worlds/demo/last-weeks.oracle.ts';
import { demoWorld } from '#worlds/demo/world.ts';
import { type PreparedWorld, type PrepareRequest, prepareWorld } from './prepare-world.ts';

const database = await testDatabase();
const otherTenant = '00000000-0000-7000-8000-0000000000d2';
const key = { seed: 4, today: parseLocalDate('2026-06-10') };
const nothingAsked = { today: undefined, seed: undefined, isFresh: false };

const prepare = (given: Partial<PrepareRequest> = {}): Promise<PreparedWorld> =>
  prepareWorld(database, {
    tenantId: defaultTenantId,
    call: nothingAsked,
    fallback: key,
    language: 'en',
    place: 'here',
    worldOf: (of) => lastWeeksOf(demoWorld(of)),
    onProgress: () => undefined,
    stop: new AbortController().signal,
    ...given,
  });

const rowsOf = async (tenantId: string, text: string): Promise<unknown[]> =>
  inTenantSession(database.appPool, tenantId, async ({ client }) => (await client.query(text, [tenantId])).rows);

const digestOf = (tenantId: string): Promise<unknown[]> =>
  rowsOf(
    tenantId,
    `select md5(string_agg(concat(e.ticket_id, e.sequence, e.at, e.kind, e.payload), ','
       order by e.ticket_id, e.sequence))
     from ticket_event as e where e.tenant_id = $1`,
  );

describe('preparing the demo world', () => {
  test('a build that was cut off is begun anew, and ends like one that was not', async () => {
    const stop = new AbortController();
    const cutOff = prepare({ onProgress: () => stop.abort(new Error('cut off')), stop: stop.signal });
    await assert.rejects(cutOff, /cut off/);
    assert.notDeepEqual(await digestOf(defaultTenantId), [{ md5: null }], 'something was left behind');
    assert.deepEqual(await prepare(), { key, isNew: true });
    await ensureTenant(database.ownerPool, { id: otherTenant, slug: 'other', name: 'Other' });
    await prepare({ tenantId: otherTenant });
    assert.deepEqual(await digestOf(defaultTenantId), await digestOf(otherTenant));
  });

  test('a finished world is found again, whatever the present day, unless another one is asked for', async () => {
    const later = { seed: 1, today: parseLocalDate('2026-11-23') };
    assert.deepEqual(await prepare({ fallback: later }), { key, isNew: false });
    assert.deepEqual(await prepare({ call: { ...nothingAsked, ...key }, fallback: later }), { key, isNew: false });
    const other = await prepare({ call: { ...nothingAsked, seed: 5 } });
    assert.deepEqual(other, { key: { ...key, seed: 5 }, isNew: true });
  });

  test('a finished world is built anew when that is asked for', async () => {
    const before = await digestOf(otherTenant);
    const again = await prepare({ tenantId: otherTenant, call: { ...nothingAsked, isFresh: true } });
    assert.equal(again.isNew, true);
    assert.deepEqual(await digestOf(otherTenant), before);
  });

  test('two who ask at the same time get one world', async () => {
    const tenantId = '00000000-0000-7000-8000-0000000000d4';
    await ensureTenant(database.ownerPool, { id: tenantId, slug: 'fourth', name: 'Fourth' });
    const both = await Promise.all([prepare({ tenantId }), prepare({ tenantId })]);
    assert.deepEqual(both.map(({ isNew }) => isNew).sort(), [false, true]);
  });

  test('data that no demo made is refused and left as it is', async () => {
    const tenantId = '00000000-0000-7000-8000-0000000000d3';
    await ensureTenant(database.ownerPool, { id: tenantId, slug: 'third', name: 'Third' });
    await inTenantSession(database.appPool, tenantId, ({ client }) =>
      client.query("insert into source (tenant_id, id, key) values ($1, gen_random_uuid(), 'a-log')", [tenantId]),
    );
    await assert.rejects(prepare({ tenantId, call: { ...nothingAsked, isFresh: true } }), {
      key: 'failure.demoTaken',
    });
    const kept = await rowsOf(tenantId, 'select s.key from source as s where s.tenant_id = $1');
    assert.deepEqual(kept, [{ key: 'a-log' }]);
  });
});
