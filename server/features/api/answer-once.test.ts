import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { before, test } from 'node:test';
import { sql } from 'kysely';
import { defaultTenantId as tenantId } from '#server/database/default-tenant.ts';
import { inTenant } from '#server/platform/database.ts';
import { makeToken, testApi } from '#server/testing/test-api.ts';
import { testDatabase } from '#server/testing/test-database.ts';
import { until } from '#tests/temporary-folder.ts';

const database = await testDatabase();
const api = await testApi(database);
let token = '';
let otherToken = '';

before(async () => {
  token = (await makeToken(database, tenantId, { role: 'agent' })).token;
  otherToken = (await makeToken(database, tenantId, { role: 'agent' })).token;
});

const body = { subject: 'The printer is silent' };
const open = (key: string, given: object = body, by = token) =>
  api.post('/api/v1/tickets', by, given, { 'idempotency-key': key });
const inDatabase = <Row>(statement: ReturnType<typeof sql<Row>>) =>
  inTenant(database.app, tenantId, async (trx) => (await statement.execute(trx)).rows);
const ticketCount = async () =>
  (await inDatabase(sql<{ n: number }>`select count(*) as n from ticket as t where t.tenant_id = ${tenantId}`))[0]?.n ??
  0;
const answersKept = async (key: string) =>
  (await inDatabase(sql`select from idempotent_answer as a where a.tenant_id = ${tenantId} and a.key = ${key}`)).length;
const age = (key: string, hours: number) =>
  inDatabase(sql`
    update idempotent_answer as a
    set created_at = now() - make_interval(hours => ${hours})
    where a.tenant_id = ${tenantId} and a.key = ${key}`);

test('fifty equal requests at once make one ticket and give fifty equal answers', async () => {
  const before = await ticketCount();
  const answers = await Promise.all(Array.from({ length: 50 }, () => open('fifty')));
  assert.deepEqual(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size, 1);
  assert.deepEqual([answers[0]?.status, (await ticketCount()) - before], [201, 1]);
});

test('a repeat gives the stored answer with its ETag, whatever became of the ticket', async () => {
  const first = await open('again');
  await api.post(`/api/v1/tickets/${first.json.number}/commands/startWork`, token, {});
  const repeat = await open('again');
  assert.deepEqual([repeat.text, repeat.headers.get('etag')], [first.text, '"1"']);
});

test('the same key with another request is refused', async () => {
  await open('mine');
  const other = await open('mine', { subject: 'Another one' });
  assert.deepEqual([other.status, other.json.code], [422, 'key_reused']);
});

test('the order of the fields makes no other request', async () => {
  const first = await open('order', { subject: 'a', priority: '1' });
  assert.equal((await open('order', { priority: '1', subject: 'a' })).text, first.text);
});

test('another token may use the same key', async () => {
  const [mine, theirs] = [await open('shared'), await open('shared', body, otherToken)];
  assert.notEqual(mine.json.number, theirs.json.number);
});

test('a key whose request was refused is free again', async () => {
  const refused = await open('refused', { subject: ' ' });
  assert.deepEqual([refused.status, refused.json.code], [422, 'text_missing']);
  assert.equal((await open('refused')).status, 201);
});

test('an answer is kept for a day, and a key is free after that', async () => {
  const first = await open('day');
  await age('day', 23);
  assert.equal((await open('day')).json.number, first.json.number);
  await age('day', 25);
  assert.notEqual((await open('day')).json.number, first.json.number);
});

test('old answers are cleaned away by later requests', async () => {
  await open('old');
  await age('old', 25);
  await open('new');
  const kept = await inDatabase(
    sql`select from idempotent_answer as a where a.tenant_id = ${tenantId} and a.key = 'old'`,
  );
  assert.equal(kept.length, 0);
});

test('a client that lost the connection before the answer gets that answer from another server', async () => {
  const first = await testApi(database);
  const before = await ticketCount();
  const payload = JSON.stringify(body);
  const socket = connect(Number(new URL(first.address).port), '127.0.0.1');
  socket.write(
    [
      'POST /api/v1/tickets HTTP/1.1',
      'host: 127.0.0.1',
      'content-type: application/json',
      `authorization: Bearer ${token}`,
      'idempotency-key: lost',
      `content-length: ${payload.length}`,
      '',
      payload,
    ].join('\r\n'),
  );
  // Nothing is read from the socket: all that tells of the effect is the committed row.
  await until(async () => (await answersKept('lost')) === 1);
  socket.destroy();
  await first.close();
  const repeat = await open('lost');
  assert.deepEqual([repeat.status, (await ticketCount()) - before], [201, 1]);
});

test('a key that is no plain word is refused at its header', async () => {
  const answer = await open('two words');
  assert.deepEqual([answer.status, answer.json.errors[0].pointer], [400, '/idempotency-key']);
});
