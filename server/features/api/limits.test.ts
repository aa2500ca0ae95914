import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { before, test } from 'node:test';
import { defaultTenantId as tenantId } from '#server/database/default-tenant.ts';
import { openDatabase } from '#server/platform/database.ts';
import { Failure } from '#server/platform/failure.ts';
import { makeToken, testApi } from '#server/testing/test-api.ts';
import { testDatabase } from '#server/testing/test-database.ts';

const database = await testDatabase();
const api = await testApi(database);
const open = await testApi(database, { settings: { KUNDIG_OPEN_ON_LOOPBACK: true } });
let agent = '';

before(async () => {
  agent = (await makeToken(database, tenantId, { role: 'agent' })).token;
});

test('a token that asks too often is told when to come back, and others are not touched', async () => {
  const slow = await testApi(database, { settings: { KUNDIG_REQUESTS_PER_MINUTE: 3 } });
  const other = (await makeToken(database, tenantId, { role: 'agent' })).token;
  const statuses: number[] = [];
  for (let count = 0; count < 5; count += 1) statuses.push((await slow.get('/api/v1/figures', agent)).status);
  assert.deepEqual(statuses, [200, 200, 200, 429, 429]);
  const refused = await slow.get('/api/v1/figures', agent);
  assert.match(refused.headers.get('retry-after') ?? '', /^(?:[1-9]|[1-5]\d|60)$/);
  assert.equal(refused.json.code, 'too_many_requests');
  assert.equal((await slow.get('/api/v1/figures', other)).status, 200);
});

test('who has no token is held to a rate by address', async () => {
  const slow = await testApi(database, { settings: { KUNDIG_REQUESTS_PER_MINUTE: 1 } });
  const statuses: number[] = [];
  for (let count = 0; count < 12; count += 1) statuses.push((await slow.get('/api/v1/figures', 'kundig_guess')).status);
  assert.deepEqual(statuses, [...Array(10).fill(401), 429, 429]);
});

test('a server with too much to do says so, and still says that it lives', async () => {
  const busy = await testApi(database, { isOverloaded: () => true });
  const answer = await busy.get('/api/v1/figures', agent);
  assert.deepEqual([answer.status, answer.json.code, answer.headers.get('retry-after')], [503, 'overloaded', '1']);
  assert.equal((await busy.get('/healthz', null)).status, 200);
});

test('a server with too much to do still tells its metrics', async () => {
  const busy = await testApi(database, { isOverloaded: () => true });
  const monitor = (await makeToken(database, tenantId, { role: 'monitor' })).token;
  assert.equal((await busy.get('/metrics', monitor)).status, 200);
});

test('a server without its database says that it cannot answer, and nothing of why', async () => {
  const unreachable = openDatabase('postgres://u@127.0.0.1:1/d');
  const cut = await testApi(unreachable);
  const answer = await cut.get('/api/v1/figures', agent);
  assert.deepEqual([answer.status, answer.json.code, answer.headers.get('retry-after')], [503, 'unavailable', '1']);
  assert.doesNotMatch(answer.text, /ECONN|127\.0\.0\.1/);
  await unreachable.close();
});

test('a body over half a megabyte is refused', async () => {
  const answer = await api.post('/api/v1/tickets', agent, { subject: 'x'.repeat(600_000) });
  assert.deepEqual([answer.status, answer.json.code], [413, 'too_large']);
});

test('a text longer than its bound is refused at its place', async () => {
  const answer = await api.post('/api/v1/tickets', agent, {
    subject: 'x'.repeat(501),
    description: 'y'.repeat(50_001),
  });
  assert.deepEqual(
    answer.json.errors.map(({ pointer, code }: { pointer: string; code: string }) => [pointer, code]),
    [
      ['/subject', 'too_big'],
      ['/description', 'too_big'],
    ],
  );
});

for (const type of [
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/jsonx',
  '',
]) {
  test(`a body of type "${type}" is refused, for a form of another site could send it`, async () => {
    const answer = await open.post('/api/v1/tickets', null, '{"subject":"x"}', { 'content-type': type });
    assert.deepEqual([answer.status, answer.json.code], [415, 'unsupported_format']);
  });
}

for (const [name, body] of [
  ['brackets that never close', '['.repeat(200_000)],
  ['lists inside lists', `${'['.repeat(200_000)}${']'.repeat(200_000)}`],
  ['objects inside objects', `${'{"a":'.repeat(40_000)}1${'}'.repeat(40_000)}`],
  ['a field that is deep', `{"subject":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
  ['ten thousand unknown fields', `{${Array.from({ length: 10_000 }, (_, index) => `"k${index}":1`).join()}}`],
  ['nothing', ''],
  ['no object', '"text"'],
] as const) {
  test(`a body of ${name} is refused in an answer of modest size`, async () => {
    const answer = await api.post('/api/v1/tickets', agent, body, { 'idempotency-key': 'deep' });
    assert.equal(answer.status, 400);
    assert.ok(answer.text.length < 20_000, String(answer.text.length));
  });
}

test('headers beyond 16 KB are refused', async () => {
  const answer = await raw(api.address, `GET /healthz HTTP/1.1\r\nhost: 127.0.0.1\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`);
  assert.match(answer, /^HTTP\/1\.1 431 /);
});

test('texts that no database can store are refused, not stored by half', async () => {
  for (const body of ['{"subject":"a\\u0000b"}', '{"subject":"a\\ud800b"}']) {
    const answer = await api.post('/api/v1/tickets', agent, body);
    assert.deepEqual([answer.status, answer.json.errors[0].code], [400, 'forbidden_characters']);
  }
});

test('open to this machine, no token is needed', async () => {
  assert.equal((await open.get('/api/v1/figures', null)).status, 200);
  assert.equal((await open.post('/api/v1/tickets', null, { subject: 'x' })).status, 201);
});

test('a wrong token is refused though none is needed', async () => {
  assert.equal((await open.get('/api/v1/figures', 'kundig_guess')).status, 401);
});

for (const [host, status] of [
  ['127.0.0.1:4600', 200],
  ['localhost', 200],
  ['[::1]:4600', 200],
  ['evil.example', 421],
  ['127.0.0.1.evil.example', 421],
  ['localhost.evil.example:4600', 421],
  ['127.0.0.1:4600@evil.example', 421],
  ['', 421],
] as const) {
  test(`open to this machine, a request under the name "${host}" is answered with ${status}`, async () => {
    const answer = await raw(
      open.address,
      `GET /api/v1/figures HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`,
    );
    assert.match(answer, new RegExp(`^HTTP/1\\.1 ${status} `));
  });
}

for (const [headers, status] of [
  [{ origin: 'http://evil.example' }, 403],
  [{ origin: 'null' }, 403],
  [{ origin: 'http://127.0.0.1:1' }, 403],
  [{ 'sec-fetch-site': 'cross-site' }, 403],
  [{ 'sec-fetch-site': 'same-origin' }, 200],
] as const) {
  test(`open to this machine, ${JSON.stringify(headers)} is answered with ${status}`, async () => {
    assert.equal((await open.get('/api/v1/figures', null, headers)).status, status);
  });
}

test('a page of the server itself may use it', async () => {
  assert.equal((await open.get('/api/v1/figures', null, { origin: open.address })).status, 200);
});

test('a server that others can reach cannot be open without a token', async () => {
  const settings = { KUNDIG_OPEN_ON_LOOPBACK: true, KUNDIG_HOST: '0.0.0.0' };
  await assert.rejects(
    testApi(database, { settings }),
    (error) => error instanceof Failure && error.key === 'failure.openNotLoopback',
  );
});

test('answers tell browsers to load nothing, frame nothing and guess nothing', async () => {
  const { headers } = await api.get('/api/v1/figures', agent);
  assert.deepEqual(
    [
      'content-security-policy',
      'x-content-type-options',
      'cross-origin-resource-policy',
      'cache-control',
      'access-control-allow-origin',
    ].map((name) => headers.get(name)),
    ["default-src 'none';frame-ancestors 'none'", 'nosniff', 'same-origin', 'no-store', null],
  );
});

test('metrics count requests by route and status, and name no person and no ticket', async () => {
  const monitor = (await makeToken(database, tenantId, { role: 'monitor' })).token;
  const opened = await api.post('/api/v1/tickets', agent, { subject: 'CANARY subject' });
  await api.get(`/api/v1/tickets/${opened.json.number}`, agent);
  await api.get('/api/v1/tickets/999999?canary=1', agent);
  await api.get('/CANARY', agent);
  const { text, headers } = await api.get('/metrics', monitor);
  assert.match(headers.get('content-type') ?? '', /^text\/plain; version=0\.0\.4/);
  assert.match(text, /kundig_http_requests_total\{method="GET",route="\/api\/v1\/tickets\/:number",status="200"\} 1\n/);
  assert.match(text, /kundig_http_request_seconds_bucket\{method="POST",route="\/api\/v1\/tickets",le="\+Inf"\} \d+\n/);
  assert.doesNotMatch(text, /canary|tickets\/\d/i);
  for (const line of text.trimEnd().split('\n')) {
    assert.match(line, /^(?:# (?:HELP|TYPE) \w+ .+|\w+(?:\{(?:\w+="[^"\\\n]*",?)+\})? [\d.e+-]+)$/);
  }
});

/** Sends bytes as they stand, for what no client would send, and reads all of the answer. */
async function raw(address: string, request: string): Promise<string> {
  const socket = connect(Number(new URL(address).port), '127.0.0.1');
  let answer = '';
  socket.setEncoding('utf8').on('data', (text: string) => {
    answer += text;
  });
  socket.on('error', () => undefined);
  socket.write(request);
  await once(socket, 'close');
  return answer;
}
