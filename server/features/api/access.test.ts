import assert from 'node:assert/strict';
import { before, suite, test } from 'node:test';
import { sql } from 'kysely';
import { type Permission, permissionsOf, ROLES } from '#contract/api/permissions.ts';
import type { AnyRoute } from '#contract/api/route.ts';
import { routes } from '#contract/api/routes.ts';
import { defaultTenantId as tenantId } from '#server/database/default-tenant.ts';
import { inTenant, openDatabase } from '#server/platform/database.ts';
import { storeDesk } from '#server/testing/store-desk.ts';
import { type Answer, LONG_AGO, makeTenant, makeToken, TEST_NOW, testApi } from '#server/testing/test-api.ts';
import { testDatabase } from '#server/testing/test-database.ts';
import { testServer, withDatabase } from '#server/testing/test-server.ts';
import { storeInspectedImport } from '#server/testing/uploaded-log.ts';
import { randomDesk } from '#worlds/random-desk.ts';
import { revokeToken } from '../people/index.ts';

/*
 * Every route of the table, as every kind of caller, for a ticket of one's own, one of another tenant, and none. The
 * other tenant is full of canaries; none may fly out.
 */

const database = await testDatabase();
const lines: string[] = [];
const api = await testApi(database, { onLog: (line) => lines.push(line) });
const otherTenant = '00000000-0000-7000-8000-00000000000b';
const canary = 'CANARY-B';
const nobodysNumber = 999_999;

const tokens = new Map<string, string | null>([['anonymous', null]]);
const foreign = { number: 0, personId: '' };
let ownAgreement = '';
let stored = { importId: '', mappingId: '' };

before(async () => {
  await storeDesk(database, tenantId, randomDesk(3, 20));
  await makeTenant(database, otherTenant);
  await inTenant(database.app, otherTenant, (trx) =>
    sql`insert into ticket_counter (tenant_id, last_number) values (${otherTenant}, 5000)`.execute(trx),
  );
  for (const role of ROLES) tokens.set(role, (await makeToken(database, tenantId, { role })).token);
  const revoked = await makeToken(database, tenantId, { role: 'admin' });
  await inTenant(database.app, tenantId, (trx) => revokeToken(trx, tenantId, { id: revoked.id, at: TEST_NOW }));
  tokens.set('revoked', revoked.token);
  tokens.set('expired', (await makeToken(database, tenantId, { role: 'admin', expiresAt: LONG_AGO })).token);
  tokens.set('made up', `kundig_${'A'.repeat(43)}`);
  await fillOtherTenant();
  ownAgreement = 'silver-1';
  stored = await storeInspectedImport(database, tenantId);
});

async function fillOtherTenant(): Promise<void> {
  const theirs = await makeToken(database, otherTenant, { role: 'admin', name: `${canary} person` });
  for (const subject of [`${canary} one`, `${canary} two`]) {
    const opened = await api.post('/api/v1/tickets', theirs.token, {
      subject,
      description: `${canary} description`,
      team: `${canary} team`,
      service: `${canary} service`,
      customer: `${canary} customer`,
    });
    assert.equal(opened.status, 201, opened.text);
    foreign.number = opened.json.number;
  }
  await api.post(`/api/v1/tickets/${foreign.number}/commands/reply`, theirs.token, {
    body: `${canary} reply`,
    visibility: 'public',
  });
  const page = await api.get(`/api/v1/tickets/${foreign.number}`, theirs.token);
  assert.match(page.text, new RegExp(`${canary} reply`));
  foreign.personId = page.json.timeline[0].actor.id;
  const desk = randomDesk(4, 0);
  for (const [id, definition] of desk.calendars) {
    await inTenant(database.app, otherTenant, (trx) =>
      sql`insert into calendar_version (tenant_id, id, definition) values (${otherTenant}, ${id}, ${definition})`.execute(
        trx,
      ),
    );
  }
  await inTenant(database.app, otherTenant, (trx) =>
    sql`insert into agreement_version (tenant_id, id, calendar_id, terms, valid_from)
        values (${otherTenant}, 'canary-1', 'office', '{}', 'infinity')`.execute(trx),
  );
}

async function ownTicket(): Promise<number> {
  const opened = await api.post('/api/v1/tickets', tokens.get('lead') ?? null, { subject: 'Our own' });
  assert.equal(opened.status, 201, opened.text);
  return opened.json.number;
}

/** What is made at an address stands there by its id. */
const MADE_BY: Readonly<Record<string, readonly [path: string, body: object]>> = {
  '{mappingId}': ['/api/v1/import-mappings', routes.saveImportMapping.example.body],
  '{view}': ['/api/v1/views', routes.saveView.example.body],
  '{note}': ['/api/v1/notes', routes.addNote.example.body],
  '{baseline}': ['/api/v1/figures/reopen_rate_pct/baselines', routes.setBaseline.example.body],
};

async function withOwnIds(path: string): Promise<string> {
  let filled = path.replace('{importId}', stored.importId);
  // One that is only read stands there from the beginning.
  if (!path.endsWith('/remove')) filled = filled.replace('{mappingId}', stored.mappingId);
  for (const [place, [at, body]] of Object.entries(MADE_BY)) {
    if (!filled.includes(place)) continue;
    const made = await api.post(at, lead(), body);
    assert.equal(made.status, 201, made.text);
    filled = filled.replace(place, made.json.id);
  }
  return filled;
}

/** Most questions may be left out; where one is needed the example asks it. */
function neededQuery({ query, example }: AnyRoute): string {
  if (query.safeParse({}).success) return '';
  return `?${new URLSearchParams(example.query as Record<string, string>)}`;
}

async function call(route: AnyRoute, token: string | null, number: number, to = api): Promise<Answer> {
  const withIds = await withOwnIds(route.path);
  const path = withIds.replace('{number}', String(number)).replace('{id}', 'reopen_rate_pct');
  const body = route.path.endsWith('/merge') ? { with: await ownTicket() } : route.example.body;
  return route.method === 'GET'
    ? await to.get(`${path}${neededQuery(route)}`, token)
    : await to.post(path, token, body);
}

/** Signing in and out is for whoever comes: see server/features/people. */
const table = (Object.entries(routes) as [string, AnyRoute][]).filter(([, { access }]) => access !== 'anyone');
const callers = ['anonymous', ...ROLES, 'revoked', 'expired', 'made up'] as const;
const databaseName = (url: string) => /^\w+:\/\/[^/]*\/([^?]*)/.exec(url)?.[1] ?? '';
const withoutId = ({ text }: Answer) => text.replace(/"requestId":"[^"]*"/, '');

for (const [id, route] of table) {
  const hasTicket = route.path.includes('{number}');
  suite(id, () => {
    for (const caller of callers) {
      const role = ROLES.find((one) => one === caller);
      const may =
        role !== undefined && (route.access === 'signed_in' || permissionsOf(role).has(route.access as Permission));
      const expected = role === undefined ? 401 : may ? 'let in' : 403;
      test(`${caller}: ${expected}`, async () => {
        const token = tokens.get(caller) ?? null;
        const own = await call(route, token, hasTicket ? await ownTicket() : 0);
        assert.ok(!own.text.includes(canary));
        if (!may) assert.equal(own.status, expected, own.text);
        else assert.ok(![401, 403, 404, 500].includes(own.status), own.text);
        if (!hasTicket) return;
        const theirs = await call(route, token, foreign.number);
        const none = await call(route, token, nobodysNumber);
        assert.equal(theirs.status, may ? 404 : expected, theirs.text);
        assert.equal(withoutId(theirs), withoutId(none));
      });
    }
  });
}

const lead = () => tokens.get('lead') ?? null;

test('ids of another tenant inside a body are as unknown as ids of nobody', async () => {
  const number = await ownTicket();
  const tries = [
    ['commands/assign', { assignee: foreign.personId }, 422, 'person_unknown'],
    ['commands/changeAgreement', { versionId: 'canary-1' }, 422, 'agreement_unknown'],
    ['merge', { with: foreign.number }, 404, 'not_found'],
  ] as const;
  for (const [path, body, status, code] of tries) {
    const answer = await api.post(`/api/v1/tickets/${number}/${path}`, lead(), body);
    assert.deepEqual([answer.status, answer.json.code], [status, code]);
  }
  const opened = await api.post('/api/v1/tickets', lead(), { subject: 'x', requester: foreign.personId });
  assert.deepEqual([opened.status, opened.json.code], [422, 'person_unknown']);
  const own = await api.post(`/api/v1/tickets/${number}/commands/changeAgreement`, lead(), { versionId: ownAgreement });
  assert.equal(own.status, 200, own.text);
});

test('lists, figures and facts of one tenant hold nothing of another', async () => {
  const paths = [
    '/api/v1/tickets?limit=200',
    `/api/v1/tickets?team=${encodeURIComponent(`${canary} team`)}`,
    '/api/v1/figures/tickets_created_count?split=team&from=2020-01-01&to=2027-01-01',
    '/api/v1/figures/tickets_created_count?split=service&from=2020-01-01&to=2027-01-01',
    '/api/v1/figures/tickets_created_count/facts?from=2020-01-01&to=2027-01-01&limit=200',
    '/metrics',
  ];
  for (const path of paths) {
    const answer = await api.get(path, tokens.get('admin') ?? null);
    assert.equal(answer.status, 200, answer.text);
    assert.ok(!answer.text.includes(canary), path);
  }
});

test('with the row rules switched off, the filters of the program alone keep tenants apart', async (t) => {
  const administrator = openDatabase(withDatabase(testServer().administratorUrl, databaseName(database.url)));
  const { owner, ownerPool } = administrator;
  const { rows } = await sql<{ passes: boolean }>`
    select r.rolsuper or r.rolbypassrls as passes from pg_roles as r where r.rolname = current_user`.execute(owner);
  if (rows[0]?.passes !== true) {
    await administrator.close();
    t.skip('nobody here passes the row rules: the user of DATABASE_URL is no administrator');
    return;
  }
  const pools = { appPool: ownerPool, commandPool: ownerPool, reportPool: ownerPool };
  const unruled = { ...database, ...pools, app: owner, reports: owner };
  const bare = await sql`select from ticket as t where t.tenant_id = ${otherTenant}`.execute(owner);
  assert.ok(bare.rows.length > 0);
  const naked = await testApi(unruled);
  for (const [id, route] of table) {
    const answer = await call(route, lead(), route.path.includes('{number}') ? foreign.number : 0, naked);
    assert.ok(!answer.text.includes(canary), id);
    if (route.path.includes('{number}')) assert.equal(answer.status, 404, id);
  }
  const list = await naked.get('/api/v1/tickets?limit=200', lead());
  assert.ok(list.json.tickets.length > 0 && !list.text.includes(canary));
  await naked.close();
  await administrator.close();
});

test('a token of one tenant is not seen by the other, and by nobody who does not name its hash', async () => {
  const rows = await inTenant(database.app, otherTenant, (trx) => sql`select t.id from api_token as t`.execute(trx));
  assert.equal(rows.rows.length, 1);
  const bare = await sql`select t.id from api_token as t`.execute(database.app);
  assert.equal(bare.rows.length, 0);
});

test('who names the hash of a token can read its row and change nothing', async () => {
  const hash = (
    await inTenant(database.app, tenantId, (trx) =>
      sql<{ hash: string }>`select encode(t.hash, 'hex') as hash from api_token as t limit 1`.execute(trx),
    )
  ).rows[0]?.hash;
  await database.app.transaction().execute(async (trx) => {
    await sql`select set_config('app.token_hash', ${hash}, true)`.execute(trx);
    assert.equal((await sql`select from api_token as t`.execute(trx)).rows.length, 1);
    const changed = await sql`update api_token as t set revoked_at = now()`.execute(trx);
    assert.equal(changed.numAffectedRows, 0n);
  });
});

test('a token ends with the request before its revocation', async () => {
  const { token, id } = await makeToken(database, tenantId, { role: 'reader' });
  assert.equal((await api.get('/api/v1/figures', token)).status, 200);
  await inTenant(database.app, tenantId, (trx) => revokeToken(trx, tenantId, { id, at: TEST_NOW }));
  assert.equal((await api.get('/api/v1/figures', token)).status, 401);
});

test('all that is wrong with a token is answered alike', async () => {
  const answers = await Promise.all(
    ['revoked', 'expired', 'made up', 'anonymous'].map((caller) =>
      api.get('/api/v1/figures', tokens.get(caller) ?? null),
    ),
  );
  assert.equal(new Set(answers.map(withoutId)).size, 1);
  assert.equal(answers[0]?.headers.get('www-authenticate'), 'Bearer realm="kundig"');
});

test('a token in the address is none', async () => {
  assert.equal((await api.get(`/api/v1/figures?token=${lead()}`, null)).status, 401);
});

test('without a token there are probes and the description, and nothing else', async () => {
  for (const [path, status] of [
    ['/healthz', 200],
    ['/readyz', 200],
    ['/api/openapi.json', 200],
    ['/metrics', 401],
    ['/api/v1/figures', 401],
    ['/api/v1/nothing', 404],
  ] as const) {
    assert.equal((await api.get(path, null)).status, status, path);
  }
});

test('keys that no shape names are refused, and the record stays as it was', async () => {
  const number = await ownTicket();
  const before = await api.get(`/api/v1/tickets/${number}`, lead());
  const bodies = [
    ...['role', 'tenant_id', 'is_admin', 'owner_id', 'created_at', 'constructor'].map(
      (key) => `{"to":"1","${key}":"x"}`,
    ),
    '{"to":"1","__proto__":{"role":"admin"}}',
  ];
  for (const body of bodies) {
    const answer = await api.post(`/api/v1/tickets/${number}/commands/changePriority`, lead(), body);
    assert.equal(answer.status, 400, `${body} ${answer.text}`);
  }
  for (const key of ['tenant_id', '__proto__', 'constructor', 'limit[]', 'sort;drop']) {
    const answer = await api.get(`/api/v1/tickets?${encodeURIComponent(key)}=1`, lead());
    assert.deepEqual([answer.status, answer.json.errors[0].code], [400, 'unknown_key'], key);
  }
  const after = await api.get(`/api/v1/tickets/${number}`, lead());
  assert.equal(after.text, before.text);
});

test('reading twice changes no row of the database', async () => {
  const own = await ownTicket();
  const before = await allRows();
  for (const [, route] of table.filter(([, { method }]) => method === 'GET')) {
    for (const _ of [1, 2]) assert.equal((await call(route, tokens.get('admin') ?? null, own)).status, 200);
  }
  assert.deepEqual(await allRows(), before);
});

/** A digest of every table, as the tenant sees it. */
async function allRows(): Promise<readonly unknown[]> {
  return await inTenant(database.app, tenantId, async (trx) => {
    const tables = await sql<{ name: string }>`
      select c.relname as name
      from pg_class as c
      where c.relnamespace = 'public'::regnamespace
        and c.relkind = 'r'
        and has_table_privilege(c.oid, 'select')
      order by 1`.execute(trx);
    assert.ok(tables.rows.length > 15);
    return await Promise.all(
      tables.rows.map(async ({ name }) => {
        const rows =
          await sql`select md5(coalesce(string_agg(r::text, '' order by r::text), '')) as digest from ${sql.table(name)} as r`.execute(
            trx,
          );
        return [name, rows.rows];
      }),
    );
  });
}

test('the log of all this names no token and no canary', () => {
  const log = lines.join('\n');
  assert.ok(lines.length > 100);
  assert.doesNotMatch(log, /kundig_[\w-]{43}|CANARY/);
});
