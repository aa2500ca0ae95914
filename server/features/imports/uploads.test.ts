import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultTenantId as tenantId } from '#server/database/default-tenant.ts';
import { inTenantSession } from '#server/platform/database.ts';
import { makeTenant, makeToken, testApi } from '#server/testing/test-api.ts';
import { bytesOf, testImports } from '#server/testing/uploaded-log.ts';
import { ownLog } from '#tests/import-log.ts';
import { PRESETS } from './presets.ts';
import { removeOldUploads } from './remove-old-uploads.ts';

/** Files as they arrive, are kept, listed and removed, and mappings that are saved: HTTP in, database out. */
const imports = await testImports({ KUNDIG_UPLOAD_MEGABYTES: 1 });
const { database, api, token: lead, logs, lines } = imports;

const traps = ownLog('incident-traps.csv');

async function tablesOf(importId: string): Promise<{ pieces: number; imports: number }> {
  return inTenantSession(database.appPool, tenantId, async ({ client }) => {
    const found = await client.query<{ pieces: number; imports: number }>(
      `select
         (select count(*) from log_piece as p where p.tenant_id = $1 and p.import_id = $2) as pieces,
         (select count(*) from log_import as i where i.tenant_id = $1 and i.id = $2) as imports`,
      [tenantId, importId],
    );
    return found.rows[0]!;
  });
}

test('a file larger than allowed is refused, announced or not, and leaves nothing', async () => {
  const before = (await api.get('/api/v1/imports?limit=100', lead)).json.imports.length;
  const large = Buffer.alloc(1_048_577, 'a');
  const announced = await logs.send('large.csv', large);
  assert.deepEqual([announced.status, ((await announced.json()) as { code: string }).code], [413, 'file_too_large']);
  const streamed = await fetch(`${api.address}/api/v1/imports?name=large.csv`, {
    method: 'POST',
    headers: { authorization: `Bearer ${lead}`, 'content-type': 'text/csv' },
    body: new ReadableStream({
      start(sink) {
        for (let part = 0; part < 17; part += 1) sink.enqueue(Buffer.alloc(65_536, 'a'));
        sink.close();
      },
    }),
    duplex: 'half',
  } as RequestInit);
  assert.equal(streamed.status, 413);
  const now = (await api.get('/api/v1/imports?limit=100', lead)).json.imports.length;
  assert.equal(now, before);
});

test('a file of exactly the largest size is taken, in one piece after the other', async () => {
  const { id, byteCount } = await logs.upload(
    'exact.csv',
    Buffer.concat([bytesOf(traps), Buffer.alloc(1_048_576 - bytesOf(traps).length, '\n')]),
  );
  assert.equal(byteCount, 1_048_576);
  assert.equal((await tablesOf(id)).pieces, 1);
  await api.post(`/api/v1/imports/${id}/remove-file`, lead, {});
});

test('an empty file is refused', async () => {
  const answer = await logs.send('empty.csv', '');
  assert.deepEqual([answer.status, ((await answer.json()) as { code: string }).code], [422, 'file_empty']);
});

for (const type of [
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/json',
]) {
  test(`a file of type "${type}" is refused, for a form of another site could send it, or it is no file`, async () => {
    const answer = await logs.send('traps.csv', bytesOf(traps), type);
    assert.deepEqual([answer.status, ((await answer.json()) as { code: string }).code], [415, 'unsupported_format']);
  });
}

test('open to this machine, a page of another site cannot upload', async () => {
  const open = await testApi(database, { settings: { KUNDIG_OPEN_ON_LOOPBACK: true } });
  const answer = await fetch(`${open.address}/api/v1/imports?name=a.csv`, {
    method: 'POST',
    headers: { origin: 'http://evil.example', 'content-type': 'text/csv' },
    body: 'a,b\n1,2\n',
  });
  assert.deepEqual([answer.status, ((await answer.json()) as { code: string }).code], [403, 'foreign_origin']);
});

test('an upload that breaks off leaves nothing', async () => {
  const count = async () => (await api.get('/api/v1/imports?limit=100', lead)).json.imports.length;
  const before = await count();
  const stop = new AbortController();
  const broken = fetch(`${api.address}/api/v1/imports?name=broken.csv`, {
    method: 'POST',
    headers: { authorization: `Bearer ${lead}`, 'content-type': 'text/csv' },
    body: new ReadableStream({
      async pull(sink) {
        if (stop.signal.aborted) return sink.close();
        sink.enqueue(Buffer.alloc(65_536, 'a'));
        await new Promise((done) => setTimeout(done, 20));
      },
    }),
    duplex: 'half',
    signal: stop.signal,
  } as RequestInit);
  setTimeout(() => stop.abort(), 150);
  await assert.rejects(broken);
  for (let tries = 0; (await count()) !== before; tries += 1) {
    assert.ok(tries < 100, 'something was left');
    await new Promise((done) => setTimeout(done, 20));
  }
});

test('a mapping is saved under source and name, replaced, fetched as a file, and removed', async () => {
  const mapping = PRESETS['uci-498'];
  const save = (name: string, timeZone: string) =>
    api.post('/api/v1/import-mappings', lead, { name, mapping: { ...(mapping as object), timeZone } });
  const first = await save('Monthly', 'UTC');
  const again = await save('Monthly', 'Europe/Berlin');
  assert.deepEqual([first.status, again.json.id], [201, first.json.id]);
  const list = await api.get('/api/v1/import-mappings', lead);
  assert.deepEqual(
    list.json.mappings.map(({ source, name }: { source: string; name: string }) => [source, name]),
    [['uci-498', 'Monthly']],
  );
  const file = await api.get(`/api/v1/import-mappings/${first.json.id}`, lead);
  assert.deepEqual(file.json, { ...(mapping as object), timeZone: 'Europe/Berlin' });
  assert.match(file.headers.get('content-disposition') ?? '', /uci-498\.map\.json/);
  const removed = await api.post(`/api/v1/import-mappings/${first.json.id}/remove`, lead, {});
  assert.deepEqual(removed.json.mappings, []);
  const wrong = await api.post('/api/v1/import-mappings', lead, { name: 'x', mapping: { source: 'x' } });
  assert.deepEqual([wrong.status, wrong.json.code], [422, 'mapping_wrong']);
});

for (const [name, mapping] of [
  ['deeper than any mapping', JSON.parse(`${'{"a":'.repeat(2_000)}1${'}'.repeat(2_000)}`)],
  ['longer than any mapping', { values: Array(6_000).fill(1) }],
  ['with a NUL', { source: 'a\0b' }],
  ['with half a character', { '\ud800': 'x' }],
] as const) {
  test(`a mapping ${name} is refused`, async () => {
    const { id } = await logs.upload('traps.csv', bytesOf(traps));
    const answer = await api.post(`/api/v1/imports/${id}/draft`, lead, { mapping });
    assert.deepEqual([answer.status, answer.json.code], [400, 'invalid_request']);
    await api.post(`/api/v1/imports/${id}/remove-file`, lead, {});
  });
}

test('imports of another tenant are as unknown as those of nobody', async () => {
  const otherTenant = '00000000-0000-7000-8000-00000000000b';
  await makeTenant(database, otherTenant);
  const other = (await makeToken(database, otherTenant, { role: 'admin' })).token;
  const { id } = await logs.upload('traps.csv', bytesOf(traps));
  for (const path of ['', '/inspection', '/problems', '/mapping']) {
    assert.equal((await api.get(`/api/v1/imports/${id}${path}`, other)).status, 404, path);
  }
  for (const [step, body] of [
    ['inspect', {}],
    ['draft', { mapping: {} }],
    ['run', {}],
    ['dry-run', {}],
    ['cancel', {}],
    ['remove-file', {}],
  ] as const) {
    assert.equal((await api.post(`/api/v1/imports/${id}/${step}`, other, body)).status, 404, step);
  }
  assert.deepEqual((await api.get('/api/v1/imports', other)).json.imports, []);
  assert.equal((await logs.read(id)).file, 'stored');
});

test('the list tells imports page by page, the newest first, each once', async () => {
  const all = (await api.get('/api/v1/imports?limit=100', lead)).json;
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const query: string = cursor === null ? '' : `&cursor=${cursor}`;
    const page = (await api.get(`/api/v1/imports?limit=4${query}`, lead)).json;
    ids.push(...page.imports.map(({ id }: { id: string }) => id));
    cursor = page.nextCursor;
  } while (cursor !== null);
  assert.deepEqual(
    ids,
    all.imports.map(({ id }: { id: string }) => id),
  );
  assert.deepEqual(ids, ids.toSorted().toReversed());
  assert.equal(all.mostBytes, 1_048_576);
});

test('a file is removed by hand, its import stays, and nothing can be begun with it', async () => {
  const { id } = await logs.upload('traps.csv', bytesOf(traps));
  const told = await api.post(`/api/v1/imports/${id}/remove-file`, lead, {});
  assert.equal(told.json.file, 'removed');
  assert.deepEqual(await tablesOf(id), { pieces: 0, imports: 1 });
  const begun = await api.post(`/api/v1/imports/${id}/run`, lead, {});
  assert.deepEqual([begun.status, begun.json.code], [409, 'import_file_gone']);
});

test('a file of a week ago is removed, and what broke off two hours ago with all of it', async () => {
  const [old, fresh, broken] = await Promise.all(
    ['old', 'fresh', 'broken'].map((name) => logs.upload(`${name}.csv`, bytesOf(traps))),
  );
  await inTenantSession(database.appPool, tenantId, async ({ client }) => {
    const age = (id: string, hours: number) =>
      client.query(`update log_import set created_at = now() - make_interval(hours => $2) where id = $1`, [id, hours]);
    await age(old!.id, 7 * 24 + 1);
    await age(fresh!.id, 7 * 24 - 1);
    await age(broken!.id, 3);
    await client.query('update log_import set stored_at = null where id = $1', [broken!.id]);
  });
  await removeOldUploads(database);
  assert.deepEqual(await Promise.all([old, fresh, broken].map((one) => tablesOf(one!.id))), [
    { pieces: 0, imports: 1 },
    { pieces: 1, imports: 1 },
    { pieces: 0, imports: 0 },
  ]);
});

test('when files together are four times as large as one may be, another is refused', async () => {
  const half = Buffer.concat([bytesOf(traps), Buffer.alloc(1_000_000, '\n')]);
  const ids: string[] = [];
  for (let sent = 0; ; sent += 1) {
    const answer = await logs.send('half.csv', half);
    if (answer.status !== 201) {
      assert.deepEqual([answer.status, ((await answer.json()) as { code: string }).code], [409, 'imports_full']);
      break;
    }
    ids.push(((await answer.json()) as { id: string }).id);
    assert.ok(sent < 5, 'never full');
  }
  for (const id of ids) {
    await logs.settled(id);
    await api.post(`/api/v1/imports/${id}/remove-file`, lead, {});
  }
});

test('nothing of all this was an error of the server', () => {
  assert.deepEqual(
    lines.filter((line) => line.includes('"level":50')),
    [],
  );
});
