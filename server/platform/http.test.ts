import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import { test } from 'node:test';
import { createTestDatabase, dropTestDatabase, testDatabase } from '#server/testing/test-database.ts';
import { openDatabase } from './database.ts';
import { createHttp } from './http.ts';
import { createLog } from './log.ts';
import { ReadinessProbe } from './readiness.ts';

const database = await testDatabase();
const unreachable = openDatabase('postgres://u@127.0.0.1:1/d');

function serverOver(given: typeof unreachable, lines: string[] = []) {
  const destination = new Writable({
    write: (chunk, _encoding, done) => {
      lines.push(String(chunk));
      done();
    },
  });
  const readiness = new ReadinessProbe(given);
  return { http: createHttp(createLog('info', destination), readiness), readiness };
}

test('a server whose database is reachable and up to date is ready', async () => {
  const answer = await serverOver(database).http.inject('/readyz');
  assert.deepEqual([answer.statusCode, answer.json()], [200, { status: 'ready' }]);
  assert.equal(answer.headers['cache-control'], 'no-store');
});

test('without its database the process is healthy but not ready', async () => {
  const { http } = serverOver(unreachable);
  assert.deepEqual((await http.inject('/healthz')).json(), { status: 'ok' });
  const answer = await http.inject('/readyz');
  assert.deepEqual([answer.statusCode, answer.json()], [503, { status: 'not ready', reason: 'database' }]);
});

test('a database that lacks a step makes the server not ready', async () => {
  const url = await createTestDatabase('empty');
  const empty = openDatabase(url);
  const answer = await serverOver(empty).http.inject('/readyz');
  assert.deepEqual([answer.statusCode, answer.json()], [503, { status: 'not ready', reason: 'schema' }]);
  await empty.close();
  await dropTestDatabase(url);
});

test('a stopping server is not ready but still healthy', async () => {
  const { http, readiness } = serverOver(database);
  readiness.announceStop();
  const answer = await http.inject('/readyz');
  assert.deepEqual([answer.statusCode, answer.json()], [503, { status: 'not ready', reason: 'stopping' }]);
  assert.equal((await http.inject('/healthz')).statusCode, 200);
});

test('an unknown address is answered with a problem document in the language asked for', async () => {
  const { http } = serverOver(database);
  const answer = await http.inject({ url: '/nowhere', headers: { 'accept-language': 'de-DE,en;q=0.5' } });
  assert.equal(answer.statusCode, 404);
  assert.match(String(answer.headers['content-type']), /^application\/problem\+json/);
  assert.deepEqual(answer.json(), {
    type: 'urn:kundig:problem:not_found',
    title: 'Unter dieser Adresse gibt es nichts.',
    status: 404,
    code: 'not_found',
    requestId: answer.headers['x-request-id'],
  });
});

test('an error inside is a problem document that tells nothing of it', async () => {
  const lines: string[] = [];
  const { http } = serverOver(database, lines);
  http.get('/broken', () => {
    throw new Error('canary@example.org');
  });
  const answer = await http.inject('/broken');
  assert.equal(answer.statusCode, 500);
  assert.equal(answer.json().title, 'Something went wrong on the server.');
  assert.doesNotMatch(answer.body + lines.join(), /canary/);
  assert.match(lines.join(), /"place":\["at /);
});

test('a request that cannot be understood is a problem document', async () => {
  const { http } = serverOver(database);
  http.post('/echo', async (request) => request.body);
  const json = { 'content-type': 'application/json' };
  const bad = await http.inject({ method: 'POST', url: '/echo', payload: '{', headers: json });
  const large = await http.inject({
    method: 'POST',
    url: '/echo',
    payload: `"${'x'.repeat(2_000_000)}"`,
    headers: json,
  });
  const strange = await http.inject({ method: 'POST', url: '/echo', payload: 'x', headers: { 'content-type': 'a/b' } });
  const badUrl = await http.inject('/%E0%A4%A');
  for (const [answer, status] of [
    [bad, 400],
    [large, 413],
    [strange, 415],
    [badUrl, 400],
  ] as const) {
    assert.deepEqual([answer.statusCode, answer.json().status], [status, status]);
    assert.match(String(answer.headers['content-type']), /^application\/problem\+json/);
  }
});

test('probes answer HEAD as they answer GET, without a body', async () => {
  const { http } = serverOver(database);
  for (const url of ['/healthz', '/readyz']) {
    const answer = await http.inject({ method: 'HEAD', url });
    assert.deepEqual([answer.statusCode, answer.body], [200, '']);
  }
});

test('a body that is not UTF-8 is refused, so that no umlaut is lost', async () => {
  const { http } = serverOver(database);
  http.post('/echo', async (request) => request.body);
  const send = (encoding: 'latin1' | 'utf8') =>
    http.inject({
      method: 'POST',
      url: '/echo',
      payload: Buffer.from('{"name":"Müller"}', encoding),
      headers: { 'content-type': 'application/json' },
    });
  assert.deepEqual((await send('utf8')).json(), { name: 'Müller' });
  const refused = await send('latin1');
  assert.deepEqual([refused.statusCode, refused.json().code], [400, 'bad_request']);
});

test('the log names the route of a request, never what was called, asked or sent', async () => {
  const lines: string[] = [];
  const { http } = serverOver(database, lines);
  http.get('/person/:name', async () => ({}));
  const id = (await http.inject({ url: '/person/canary?mail=canary@example.org', headers: { cookie: 'canary' } }))
    .headers['x-request-id'];
  await http.inject('/canary');
  await http.inject('/%E0%A4%Acanary');
  assert.doesNotMatch(lines.join(''), /canary/);
  const line = JSON.parse(lines[0] ?? '{}');
  assert.deepEqual(
    [line.level, line.requestId, line.method, line.route, line.status],
    ['info', id, 'GET', '/person/:name', 200],
  );
});

test('every answer carries a request id of its own', async () => {
  const { http } = serverOver(database);
  const ids = await Promise.all(
    [1, 2].map(
      async () => (await http.inject({ url: '/healthz', headers: { 'x-request-id': 'mine' } })).headers['x-request-id'],
    ),
  );
  assert.equal(new Set(ids).size, 2);
  for (const id of ids) assert.match(String(id), /^[0-9a-f-]{36}$/);
});
