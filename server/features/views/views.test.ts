import assert from 'node:assert/strict';
import { before, beforeEach, test } from 'node:test';
import { sql } from 'kysely';
import { MOST_VIEWS } from '#contract/api/view-routes.ts';
import { type Instant, instant } from '#core/time/instant.ts';
import { defaultTenantId as tenantId } from '#server/database/default-tenant.ts';
import { inTenant } from '#server/platform/database.ts';
import { type Answer, makeTenant, makeToken, TEST_NOW, testApi } from '#server/testing/test-api.ts';
import { testDatabase } from '#server/testing/test-database.ts';

const database = await testDatabase();
let at: Instant = TEST_NOW;
const api = await testApi(database, { now: () => at });
const otherTenant = '00000000-0000-7000-8000-00000000000d';
const address = '/desk/cockpit?period=2026-06&where=service%3DMail';
let agent = '';
let stranger = '';

before(async () => {
  agent = (await makeToken(database, tenantId, { role: 'agent', name: 'Agent desk' })).token;
  await makeTenant(database, otherTenant);
  stranger = (await makeToken(database, otherTenant, { role: 'admin' })).token;
});

beforeEach(async () => {
  at = TEST_NOW;
  await inTenant(database.app, tenantId, (db) => sql`delete from saved_view where tenant_id = ${tenantId}`.execute(db));
});

async function save(name: string): Promise<string> {
  const answer = await api.post('/api/v1/views', agent, { name, address });
  assert.equal(answer.status, 201, answer.text);
  return answer.json.id;
}

async function act(id: string, what: string, body: object = {}, token = agent): Promise<Answer> {
  return await api.post(`/api/v1/views/${id}/${what}`, token, body);
}

async function names(token = agent): Promise<readonly string[]> {
  return (await api.get('/api/v1/views', token)).json.views.map(({ name }: { name: string }) => name);
}

test('a saved view tells its name, its address and who saved it', async () => {
  const id = await save('  Mail ');
  const { json } = await api.get('/api/v1/views', agent);
  const savedAt = '2026-07-01T10:00:00Z';
  assert.deepEqual(json, { views: [{ id, name: 'Mail', address, savedBy: 'Agent desk', savedAt }] });
});

test('whoever may read figures sees the views and cannot change them', async () => {
  await save('Mail');
  const { token } = await makeToken(database, tenantId, { role: 'reader' });
  assert.deepEqual(await names(token), ['Mail']);
  assert.equal((await api.post('/api/v1/views', token, { name: 'x', address })).status, 403);
});

test('a view is renamed', async () => {
  const id = await save('Mail');
  assert.equal((await act(id, 'rename', { name: 'Post' })).json.name, 'Post');
  assert.deepEqual(await names(), ['Post']);
});

test('a view is moved before another and to the end', async () => {
  const [a, , c] = [await save('A'), await save('B'), await save('C')];
  await act(c, 'move', { before: a });
  assert.deepEqual(await names(), ['C', 'A', 'B']);
  await act(a, 'move', { before: null });
  assert.deepEqual(await names(), ['C', 'B', 'A']);
  await act(a, 'move', { before: a });
  assert.deepEqual(await names(), ['C', 'B', 'A']);
});

test('a removed view is gone, and comes back to its place', async () => {
  const [, b] = [await save('A'), await save('B'), await save('C')];
  assert.equal((await act(b, 'remove')).status, 200);
  assert.deepEqual(await names(), ['A', 'C']);
  assert.equal((await act(b, 'restore')).status, 200);
  assert.deepEqual(await names(), ['A', 'B', 'C']);
});

test('removing and restoring twice does what doing it once does', async () => {
  const id = await save('A');
  for (const what of ['remove', 'remove', 'restore', 'restore']) assert.equal((await act(id, what)).status, 200);
  assert.deepEqual(await names(), ['A']);
});

test('a view that was removed a month ago is forgotten', async () => {
  const id = await save('A');
  await act(id, 'remove');
  at = instant(at + 31 * 86_400);
  await save('B');
  assert.equal((await act(id, 'restore')).status, 404);
});

test('there is an end to the number of views, also when two are saved at once', async () => {
  for (let count = 1; count < MOST_VIEWS; count += 1) await save(`View ${count}`);
  const two = await Promise.all(['x', 'y'].map((name) => api.post('/api/v1/views', agent, { name, address })));
  assert.deepEqual(two.map(({ status }) => status).sort(), [201, 409]);
  assert.equal((await names()).length, MOST_VIEWS);
});

test('restoring one too many leaves it removed', async () => {
  const removed = await save('Removed');
  await act(removed, 'remove');
  for (let count = 0; count < MOST_VIEWS; count += 1) await save(`View ${count}`);
  const refused = await act(removed, 'restore');
  assert.deepEqual([refused.status, refused.json.code], [409, 'views_full']);
  assert.ok(!(await names()).includes('Removed'));
});

for (const bad of [
  '//evil.example',
  '/\\evil.example',
  'https:evil.example',
  '/\t/evil.example',
  '/desk/\tcockpit',
  '/desk/../api/v1/figures',
  'javascript:alert(1)',
  'https://evil.example/desk/cockpit',
  '/api/v1/figures',
]) {
  test(`${JSON.stringify(bad)} is no address to save`, async () => {
    const answer = await api.post('/api/v1/views', agent, { name: 'x', address: bad });
    assert.deepEqual(
      [answer.status, answer.json.errors?.[0]?.pointer, answer.json.errors?.[0]?.code],
      [400, '/address', 'not_allowed'],
    );
  });
}

test('a view without a name is refused', async () => {
  const answer = await api.post('/api/v1/views', agent, { name: '  ', address });
  assert.deepEqual([answer.status, answer.json.errors[0].code], [400, 'missing']);
});

test('views of one tenant are not seen, changed or restored by another', async () => {
  const [id, gone] = [await save('Ours'), await save('Gone')];
  await act(gone, 'remove');
  const theirs = (await api.post('/api/v1/views', stranger, { name: 'Theirs', address })).json.id;
  assert.deepEqual(await names(stranger), ['Theirs']);
  const tries = [
    [id, 'rename', { name: 'x' }],
    [id, 'move', { before: null }],
    [theirs, 'move', { before: id }],
    [id, 'remove', {}],
    [gone, 'restore', {}],
  ] as const;
  for (const [view, what, body] of tries) assert.equal((await act(view, what, body, stranger)).status, 404, what);
  assert.deepEqual(await names(), ['Ours']);
});
