import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { defaultTenantId as tenantId } from '#server/database/default-tenant.ts';
import { inTenantSession } from '#server/platform/database.ts';
import { createLog } from '#server/platform/log.ts';
import { makeTenant, makeToken, testApi } from '#server/testing/test-api.ts';
import { testDatabase } from '#server/testing/test-database.ts';
import { bytesOf, UploadedLogs } from '#server/testing/uploaded-log.ts';
import { ask, ownLog, verifyAll } from '#tests/import-log.ts';
import { PRESETS } from './presets.ts';
import { removeOldUploads } from './remove-old-uploads.ts';
import { type RunningImports, startImports } from './start-imports.ts';

/** Imports as a browser does them: HTTP in, database out. */
let imports: RunningImports | undefined;
// Before the database goes.
after(() => imports?.stop());
const database = await testDatabase();
const lines: string[] = [];
const log = createLog('info', { write: (line: string) => lines.push(line) });
const api = await testApi(database, { settings: { KUNDIG_UPLOAD_MEGABYTES: 1 } });
let lead = '';
let logs: UploadedLogs;

before(async () => {
  lead = (await makeToken(database, tenantId, { role: 'lead' })).token;
  logs = new UploadedLogs(api, lead);
  imports = startImports({ database, databaseUrl: database.url, log, timeZone: 'Europe/Berlin' });
});

const traps = ownLog('incident-traps.csv');
const whole = { from: '2026-01-01', to: '2027-01-01' } as const;

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

test('a log in the shape of a preset is known, dry run, imported, and its file removed', async () => {
  const looked = await logs.upload('traps.csv.gz', gzipSync(readFileSync(traps)));
  assert.deepEqual([looked.task?.state, looked.file, looked.draftProblems], ['done', 'stored', []]);
  const found = await logs.inspection(looked.id);
  assert.deepEqual([found.preset, found.delimiter, found.encoding, found.oddRows], ['uci-498', ',', 'utf-8', 0]);
  assert.deepEqual(looked.draft, PRESETS['uci-498']);
  assert.equal(found.preview.length, 20);
  assert.deepEqual(found.preview[0]?.length, found.header.length);

  const dry = await logs.step(looked.id, 'dry-run');
  assert.equal(dry.task?.state, 'done');
  assert.equal(dry.dryRun?.isCurrent, true);
  assert.deepEqual(dry.dryRun?.report.tickets, { inFile: 11, added: 11, extended: 0, unchanged: 0, changed: 0 });
  const [none] = await ask(database, 'tickets_created_count', whole);
  assert.equal(none?.value, 0);

  const done = await logs.step(looked.id, 'run');
  assert.deepEqual([done.task?.state, done.file, done.result?.tickets.added], ['done', 'removed', 11]);
  for (const { file, database: stored, month } of done.result?.months ?? []) assert.deepEqual(stored, file, month);
  assert.deepEqual(await tablesOf(looked.id), { pieces: 0, imports: 1 });
  const [created] = await ask(database, 'tickets_created_count', whole);
  assert.equal(created?.value, 11);
  assert.equal((await verifyAll(database)).differences, 0);
});

test('the same log once more changes nothing', async () => {
  const { id } = await logs.upload('traps.csv', bytesOf(traps));
  const done = await logs.step(id, 'run');
  assert.deepEqual(done.result?.tickets, { inFile: 11, added: 0, extended: 0, unchanged: 11, changed: 0 });
  assert.equal((await verifyAll(database)).differences, 0);
});

test('a log of its own is guessed, completed by hand, and imported', async () => {
  const { id, draft } = await logs.upload('Desk Example.csv', bytesOf(ownLog('desk-example.csv')));
  assert.equal(draft?.source, 'desk-example');
  const mapping = JSON.parse(readFileSync(ownLog('desk-example.map.json'), 'utf8'));
  const drafted = await logs.draft(id, mapping);
  assert.deepEqual([drafted.draft, drafted.draftProblems], [mapping, []]);
  const done = await logs.step(id, 'run');
  assert.deepEqual([done.result?.rows, done.result?.tickets.added], [22, 5]);
  assert.equal((await verifyAll(database)).differences, 0);
});

test('a guess is a mapping that the command line takes, but for what only a person knows', async () => {
  const { draftProblems } = await logs.upload('tickets.csv', bytesOf(ownLog('tickets-example.csv')));
  assert.deepEqual(draftProblems, []);
});

test('a half-done mapping is kept, told with all that is wrong, and cannot be run', async () => {
  const { id } = await logs.upload('traps.csv', bytesOf(traps));
  const half = { source: 'Not A Name', rows: 'event', ticket: { column: 'nowhere' } };
  const told = await logs.draft(id, half);
  assert.deepEqual(
    told.draftProblems.map(({ kind, path }) => [kind, path.join('.')]),
    [
      ['sourceName', 'source'],
      ['atMissing', 'at'],
      ['columnMissing', 'ticket.column'],
    ],
  );
  assert.deepEqual((await logs.read(id)).draft, half);
  const refused = await api.post(`/api/v1/imports/${id}/run`, lead, {});
  assert.deepEqual([refused.status, refused.json.code], [422, 'mapping_wrong']);
});

test('a dry run is no longer current once the mapping has changed', async () => {
  const { id } = await logs.upload('traps.csv', bytesOf(traps));
  await logs.step(id, 'dry-run');
  const told = await logs.draft(id, { ...(PRESETS['uci-498'] as object), timeZone: 'Europe/Berlin' });
  assert.equal(told.dryRun?.isCurrent, false);
});

test('unreadable rows are told with their lines, refused by the run, and can be fetched as a file', async () => {
  const bad = readFileSync(traps, 'utf8').replace(
    'INC2,-100,true,1,true,5/4/2026 09:00',
    'INC2,-100,true,x,true,31/4/2026 09:00',
  );
  const { id } = await logs.upload('bad.csv', bad);
  await logs.draft(id, { ...(PRESETS['uci-498'] as object), source: 'bad' });
  const dry = await logs.step(id, 'dry-run');
  assert.equal(dry.dryRun?.report.unreadableRows, 1);
  assert.deepEqual(
    dry.problems.map(({ line, column, value }) => [line, column, value]),
    [
      [5, 'sys_mod_count', 'x'],
      [5, 'opened_at', '31/4/2026 09:00'],
    ],
  );
  const run = await logs.step(id, 'run');
  assert.deepEqual([run.task?.state, run.file], ['failed', 'stored']);
  assert.match(run.task?.failure ?? '', /Unreadable rows: 1\./);
  const file = await api.get(`/api/v1/imports/${id}/problems`, lead, { 'accept-language': 'de' });
  assert.match(file.headers.get('content-type') ?? '', /^text\/csv/);
  assert.match(file.text, /^\uFEFF?Zeile;Spalte;Was es ist;Wert\r\n5;sys_mod_count;.*;x\r\n5;opened_at;/);
});

test('another delimiter and another encoding are found out', async () => {
  const text =
    'Nummer;Status;Erstellt am;Gelöst am\nA1;Gelöst;1.4.2026 08:00;2.4.2026 09:00\nA2;Offen;2.4.2026 08:00;\n';
  const { id, draft } = await logs.upload('alt.csv', Buffer.from(text, 'latin1'));
  const found = await logs.inspection(id);
  assert.deepEqual([found.delimiter, found.encoding, found.rows], [';', 'windows-1252', 2]);
  assert.deepEqual(draft?.createdAt, { column: 'Erstellt am', format: 'd.M.yyyy HH:mm' });
  assert.deepEqual(draft?.rows, 'ticket');
});

test('a file is looked at again with the delimiter and the columns of the status that a person names', async () => {
  const { id } = await logs.upload('desk.csv', bytesOf(ownLog('desk-example.csv')));
  await logs.step(id, 'inspect', { delimiter: ';', stateColumns: ['Status', 'Sub-status'] });
  const { stateValues } = await logs.inspection(id);
  assert.deepEqual(stateValues?.columns, ['Status', 'Sub-status']);
  assert.ok(stateValues.values.some(({ value, rows }) => value === 'Pending / Customer' && rows > 0));
});

test('a file that is damaged says so, and its import stays to be seen', async () => {
  const packed = gzipSync(Buffer.alloc(300_000, readFileSync(traps)));
  const { task } = await logs.upload('cut.csv.gz', packed.subarray(0, packed.length / 2));
  assert.equal(task?.state, 'failed');
  assert.match(task?.failure ?? '', /damaged or cut off/);
});

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

test('of one source only one import is at work; of another, one beside it', async () => {
  await imports?.stop();
  const [first, second] = await Promise.all(
    ['one.csv', 'two.csv'].map(async (name) => {
      const answer = await logs.send(name, bytesOf(traps));
      const { id } = (await answer.json()) as { id: string };
      await logs.draft(id, PRESETS['uci-498']);
      // Nobody is there to look at it.
      await api.post(`/api/v1/imports/${id}/cancel`, lead, {});
      return id;
    }),
  );
  const run = async (id: string | undefined) =>
    (await api.post(`/api/v1/imports/${id}/run`, lead, {})).json.code ?? 'begun';
  assert.deepEqual([await run(first), await run(first), await run(second)], ['begun', 'import_busy', 'import_busy']);
  await logs.draft(second!, { ...(PRESETS['uci-498'] as object), source: 'another' });
  assert.equal(await run(second), 'begun');
  imports = startImports({ database, databaseUrl: database.url, log, timeZone: 'Europe/Berlin' });
  for (const id of [first, second]) assert.equal((await logs.settled(id!)).task?.state, 'done');
  assert.equal((await verifyAll(database)).differences, 0);
});

test('a task that waits is cancelled at once', async () => {
  await imports?.stop();
  const answer = await logs.send('traps.csv', bytesOf(traps));
  const { id } = (await answer.json()) as { id: string };
  const told = await api.post(`/api/v1/imports/${id}/cancel`, lead, {});
  assert.equal(told.json.task.state, 'cancelled');
  imports = startImports({ database, databaseUrl: database.url, log, timeZone: 'Europe/Berlin' });
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
