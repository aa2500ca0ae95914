import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { sql } from 'kysely';
import { type Instant, instant } from '#core/time/instant.ts';
import { defaultTenantId as tenantId } from '#server/database/default-tenant.ts';
import { inTenant } from '#server/platform/database.ts';
import { type Answer, makeTenant, makeToken, TEST_NOW, testApi } from '#server/testing/test-api.ts';
import { testDatabase } from '#server/testing/test-database.ts';
import { revokeToken } from './token-store.ts';

const database = await testDatabase();
const lines: string[] = [];
let at: Instant = TEST_NOW;
const api = await testApi(database, { now: () => at, onLog: (line) => lines.push(line) });
const hour = 3600;
const own = { 'sec-fetch-site': 'same-origin' };
let agent = { token: '', id: '' };

before(async () => {
  agent = await makeToken(database, tenantId, { role: 'agent', name: 'Agent desk' });
});

async function signIn(token: string, headers: Readonly<Record<string, string>> = own, to = api): Promise<Answer> {
  return await to.post('/api/v1/session', null, { token }, headers);
}

/** The cookie of an answer as a browser sends it back. */
function cookieOf({ headers }: Answer): { cookie: string } {
  return { cookie: headers.getSetCookie()[0]?.split(';')[0] ?? '' };
}

async function signedIn(token = agent.token): Promise<{ cookie: string }> {
  const answer = await signIn(token);
  assert.equal(answer.status, 201, answer.text);
  return cookieOf(answer);
}

async function later(seconds: number, work: () => Promise<void>): Promise<void> {
  const before = at;
  at = instant(at + seconds);
  await work().finally(() => {
    at = before;
  });
}

test('a token is exchanged for a cookie that scripts and other sites do not see', async () => {
  const answer = await signIn(agent.token);
  assert.match(
    answer.headers.get('set-cookie') ?? '',
    /^kundig_session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/,
  );
  assert.deepEqual(answer.json, { endsAt: '2026-07-01T22:00:00Z', idleEndsAt: '2026-07-01T12:00:00Z' });
});

test('over https the cookie is for https alone, and for this host alone', async () => {
  const { host } = new URL(api.address);
  const answer = await signIn(agent.token, { origin: `https://${host}` });
  assert.match(answer.headers.get('set-cookie') ?? '', /^__Host-kundig_session=.*; Secure; SameSite=Strict$/);
  assert.equal((await api.get('/api/v1/session', null, cookieOf(answer))).status, 200);
});

test('who is signed in is told who they are', async () => {
  const answer = await api.get('/api/v1/session', null, await signedIn());
  const { permissions, version, ...told } = answer.json;
  assert.deepEqual(told, {
    by: 'session',
    role: 'agent',
    name: 'Agent desk',
    session: { endsAt: '2026-07-01T22:00:00Z', idleEndsAt: '2026-07-01T12:00:00Z' },
    timeZone: 'Europe/Berlin',
    language: null,
    now: '2026-07-01T10:00:00Z',
  });
  assert.ok(permissions.includes('tickets.work') && !permissions.includes('tickets.decide'));
  assert.match(version, /^\d+\.\d+\.\d+$/);
});

test('a token says who it is too, and so does a server that is open to its machine', async () => {
  const open = await testApi(database, { settings: { KUNDIG_OPEN_ON_LOOPBACK: true, KUNDIG_LANGUAGE: 'de' } });
  const byToken = await api.get('/api/v1/session', agent.token);
  const byMachine = await open.get('/api/v1/session', null);
  assert.deepEqual([byToken.json.by, byToken.json.session], ['token', null]);
  assert.deepEqual([byMachine.json.by, byMachine.json.name, byMachine.json.language], ['this_machine', null, 'de']);
});

test('a cookie opens what its token may read, and nothing more', async () => {
  const cookie = await signedIn();
  assert.equal((await api.get('/api/v1/figures', null, cookie)).status, 200);
  const target = { value: 8, direction: 'at_most', owner: 'x', validFrom: '2026-01-01' };
  const refused = await api.post('/api/v1/figures/reopen_rate_pct/targets', null, target, { ...cookie, ...own });
  assert.deepEqual([refused.status, refused.json.code], [403, 'permission_missing']);
});

test('all that is wrong with a token is answered alike, and gives no cookie', async () => {
  const revoked = await makeToken(database, tenantId, { role: 'admin' });
  await inTenant(database.app, tenantId, (db) => revokeToken(db, tenantId, { id: revoked.id, at }));
  const expired = await makeToken(database, tenantId, { role: 'admin', expiresAt: at });
  const wrong = [revoked.token, expired.token, `kundig_${'A'.repeat(43)}`, 'x', ''];
  const answers = await Promise.all(wrong.map((token) => signIn(token)));
  const told = answers.map(({ status, text }) => `${status} ${text.replace(/"requestId":"[^"]*"/, '')}`);
  assert.equal(new Set(told).size, 1, told.join('\n'));
  assert.equal(answers[0]?.json.code, 'token_missing');
  assert.deepEqual(
    answers.flatMap(({ headers }) => headers.getSetCookie()),
    [],
  );
});

test('a token for monitoring gives no session, and its holder is told which one would', async () => {
  const { token } = await makeToken(database, tenantId, { role: 'monitor' });
  const answer = await signIn(token, { ...own, 'accept-language': 'en' });
  assert.deepEqual([answer.status, answer.json.code], [403, 'token_for_monitoring']);
  assert.match(answer.json.title, /role reader/);
  assert.deepEqual(answer.headers.getSetCookie(), []);
});

test('guessing ends after thirty tries in a minute', async () => {
  const slow = await testApi(database, { settings: { KUNDIG_REQUESTS_PER_MINUTE: 1200 } });
  const statuses: number[] = [];
  for (let count = 0; count < 31; count += 1) statuses.push((await signIn('kundig_guess', own, slow)).status);
  const refused = await signIn('kundig_guess', own, slow);
  assert.deepEqual([...statuses, refused.status], [...Array(30).fill(401), 429, 429]);
  const seconds = Number(refused.headers.get('retry-after'));
  assert.ok(seconds > 0 && seconds <= 60, `${seconds} s`);
});

test('a session counts against the rate of its token', async () => {
  const slow = await testApi(database, { settings: { KUNDIG_REQUESTS_PER_MINUTE: 3 } });
  const { token } = await makeToken(database, tenantId, { role: 'reader' });
  const cookie = cookieOf(await signIn(token, own, slow));
  const statuses: number[] = [];
  for (const headers of [cookie, cookie, {}, cookie, {}]) {
    statuses.push((await slow.get('/api/v1/figures', 'cookie' in headers ? null : token, headers)).status);
  }
  assert.deepEqual(statuses, [200, 200, 200, 429, 429]);
});

test('signing out ends the session and takes the cookie', async () => {
  const cookie = await signedIn();
  const out = await api.post('/api/v1/session/end', null, {}, { ...cookie, ...own });
  assert.equal(out.status, 200);
  assert.match(out.headers.getSetCookie().join('\n'), /^__Host-kundig_session=; .*\nkundig_session=; /);
  assert.equal((await api.get('/api/v1/session', null, cookie)).status, 401);
});

test('signing out without a session is no failure', async () => {
  assert.equal((await api.post('/api/v1/session/end', null, {}, own)).status, 200);
});

test('signing in anew gives another key and ends the session before', async () => {
  const first = await signedIn();
  const second = cookieOf(await signIn(agent.token, { ...own, ...first }));
  assert.notEqual(first.cookie, second.cookie);
  assert.equal((await api.get('/api/v1/session', null, first)).status, 401);
  assert.equal((await api.get('/api/v1/session', null, second)).status, 200);
});

test('a session ends with its token', async () => {
  const { token, id } = await makeToken(database, tenantId, { role: 'reader' });
  const cookie = await signedIn(token);
  await inTenant(database.app, tenantId, (db) => revokeToken(db, tenantId, { id, at }));
  assert.equal((await api.get('/api/v1/session', null, cookie)).status, 401);
});

test('a session ends when its token expires', async () => {
  const { token } = await makeToken(database, tenantId, { role: 'reader', expiresAt: instant(at + hour) });
  const cookie = await signedIn(token);
  await later(hour, async () => assert.equal((await api.get('/api/v1/session', null, cookie)).status, 401));
});

test('without a sign of its person a session ends after two hours, however much its page reads', async () => {
  const cookie = await signedIn();
  await later(2 * hour - 1, async () => assert.equal((await api.get('/api/v1/figures', null, cookie)).status, 200));
  await later(2 * hour, async () => assert.equal((await api.get('/api/v1/figures', null, cookie)).status, 401));
});

test('with signs of its person it ends after twelve hours', async () => {
  const cookie = await signedIn();
  for (let hours = 1; hours < 12; hours += 1) {
    await later(hours * hour, async () => {
      const kept = await api.post('/api/v1/session/keep', null, {}, { ...cookie, ...own });
      assert.equal(kept.json.session.endsAt, '2026-07-01T22:00:00Z');
    });
  }
  await later(12 * hour - 1, async () => assert.equal((await api.get('/api/v1/session', null, cookie)).status, 200));
  await later(12 * hour, async () => assert.equal((await api.get('/api/v1/session', null, cookie)).status, 401));
});

test('the database holds no key that opens a session', async () => {
  const { cookie } = await signedIn();
  const key = cookie.split('=')[1] ?? '';
  assert.equal(key.length, 43);
  const rows = await inTenant(database.app, tenantId, (db) =>
    sql<{ row: string }>`select s::text as row from session as s where s.tenant_id = ${tenantId}`.execute(db),
  );
  const stored = rows.rows.map(({ row }) => row).join('\n');
  const asHex = Buffer.from(key, 'base64url').toString('hex');
  assert.ok(stored.length > 100 && !stored.includes(key) && !stored.includes(asHex));
});

for (const [name, headers, status] of [
  ['from a page of this server', { 'sec-fetch-site': 'same-origin' }, 201],
  ['with this server as its origin', { origin: api.address }, 201],
  ['from another site', { 'sec-fetch-site': 'cross-site' }, 403],
  ['from another port of this machine', { 'sec-fetch-site': 'same-site' }, 403],
  ['from another origin', { origin: 'http://evil.example' }, 403],
  ['from an origin that only begins alike', { origin: `${api.address}.evil.example` }, 403],
  ['from a hidden origin', { origin: 'null' }, 403],
  ['from who knows where', {}, 403],
] as const) {
  test(`a request by cookie that changes something, ${name}: ${status}`, async () => {
    const cookie = await signedIn();
    const answer = await api.post('/api/v1/tickets', null, { subject: 'x' }, { ...cookie, ...headers });
    assert.equal(answer.status, status, answer.text);
  });

  test(`signing in ${name}: ${status}`, async () => {
    assert.equal((await signIn(agent.token, headers)).status, status);
  });
}

for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', '']) {
  test(`a request by cookie with a body of type "${type}" is refused`, async () => {
    const headers = { ...(await signedIn()), ...own, 'content-type': type };
    assert.equal((await api.post('/api/v1/tickets', null, '{"subject":"x"}', headers)).status, 415);
  });
}

test('a token in the header counts before a cookie', async () => {
  const { token } = await makeToken(database, tenantId, { role: 'lead' });
  const answer = await api.get('/api/v1/session', token, await signedIn());
  assert.deepEqual([answer.json.by, answer.json.role], ['token', 'lead']);
  assert.equal((await api.get('/api/v1/session', 'kundig_wrong', await signedIn())).status, 401);
});

test('an old cookie keeps nobody out of a server that is open to its machine', async () => {
  const open = await testApi(database, { settings: { KUNDIG_OPEN_ON_LOOPBACK: true } });
  const answer = await open.get('/api/v1/session', null, { cookie: `kundig_session=${'A'.repeat(43)}` });
  assert.deepEqual([answer.status, answer.json.by], [200, 'this_machine']);
});

test('who names the hash of a session can read its row and that of its token, and change nothing', async () => {
  await signedIn();
  await signedIn((await makeToken(database, tenantId, { role: 'reader' })).token);
  const [row] = (
    await inTenant(database.app, tenantId, (db) =>
      sql<{ hash: string }>`select encode(s.hash, 'hex') as hash from session as s limit 1`.execute(db),
    )
  ).rows;
  await database.app.transaction().execute(async (db) => {
    await sql`select set_config('app.session_hash', ${row?.hash}, true)`.execute(db);
    assert.equal((await sql`select from session as s`.execute(db)).rows.length, 1);
    assert.equal((await sql`select from api_token as t`.execute(db)).rows.length, 1);
    assert.equal((await sql`update session as s set seen_at = now()`.execute(db)).numAffectedRows, 0n);
    assert.equal((await sql`update api_token as t set revoked_at = now()`.execute(db)).numAffectedRows, 0n);
  });
});

test('a session of one tenant is not seen by another', async () => {
  const other = '00000000-0000-7000-8000-00000000000c';
  await makeTenant(database, other);
  await signedIn();
  const rows = await inTenant(database.app, other, (db) => sql`select s.id from session as s`.execute(db));
  assert.equal(rows.rows.length, 0);
});

test('a new session clears away those that are long over', async () => {
  const { token, id } = await makeToken(database, tenantId, { role: 'reader' });
  await signedIn(token);
  const count = async () =>
    (
      await inTenant(database.app, tenantId, (db) =>
        sql`select from session as s where s.tenant_id = ${tenantId} and s.token_id = ${id}`.execute(db),
      )
    ).rows.length;
  assert.equal(await count(), 1);
  await later(13 * hour, async () => void (await signedIn()));
  assert.equal(await count(), 0);
});

test('reading by cookie, however often, changes no session', async () => {
  const cookie = await signedIn();
  const rows = async () =>
    (
      await inTenant(database.app, tenantId, (db) =>
        sql<{
          row: string;
        }>`select s::text as row from session as s where s.tenant_id = ${tenantId} order by 1`.execute(db),
      )
    ).rows;
  const before = await rows();
  await later(hour, async () => {
    for (const path of ['session', 'figures', 'views', 'session', 'figures', 'views']) {
      assert.equal((await api.get(`/api/v1/${path}`, null, cookie)).status, 200);
    }
  });
  assert.deepEqual(await rows(), before);
});

test('the log names no key and no token', () => {
  assert.ok(lines.length > 50);
  assert.doesNotMatch(lines.join('\n'), /kundig_(?:session=)?[\w-]{43}/);
});
