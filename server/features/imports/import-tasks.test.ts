import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { bytesOf, testImports } from '#server/testing/uploaded-log.ts';
import { ask, ownLog, verifyAll } from '#tests/import-log.ts';
import { PRESETS } from './presets.ts';

/** Imports as a browser does them, from the first look to the last ticket: HTTP in, database out. */
const imports = await testImports();
const { database, api, token: lead, logs, lines } = imports;

const traps = ownLog('incident-traps.csv');
const whole = { from: '2026-01-01', to: '2027-01-01' } as const;

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

test('of one source only one import is at work; of another, one beside it', async () => {
  await imports.stop();
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
  imports.start();
  for (const id of [first, second]) assert.equal((await logs.settled(id!)).task?.state, 'done');
  assert.equal((await verifyAll(database)).differences, 0);
});

test('a task that waits is cancelled at once', async () => {
  await imports.stop();
  const answer = await logs.send('traps.csv', bytesOf(traps));
  const { id } = (await answer.json()) as { id: string };
  const told = await api.post(`/api/v1/imports/${id}/cancel`, lead, {});
  assert.equal(told.json.task.state, 'cancelled');
  imports.start();
});

test('looked at with another delimiter, a file gets another guess, and keeps the name of its source', async () => {
  const { id, draft } = await logs.upload('desk.csv', bytesOf(ownLog('desk-example.csv')));
  await logs.draft(id, { ...draft, source: 'our-desk', team: undefined });
  const one = await logs.step(id, 'inspect', { delimiter: ',' });
  assert.equal(one.task?.state, 'failed');
  const again = await logs.step(id, 'inspect', { delimiter: ';' });
  assert.deepEqual([again.draft?.source, again.draft?.team], ['our-desk', { column: 'Group' }]);
});

test('a server that is told to stop puts its import back, and the next one goes on with it', async () => {
  const tickets = 2_000;
  const rows = Array.from(
    { length: tickets },
    (_, index) => `S${index},Open,2026-03-${(index % 28) + 1},Team ${index % 5}`,
  );
  const { id, draft } = await logs.upload('stopped.csv', `Ticket,Status,Created,Team\n${rows.join('\n')}\n`);
  await logs.draft(id, { ...draft, createdAt: { column: 'Created', format: 'yyyy-M-d' } });
  await api.post(`/api/v1/imports/${id}/run`, lead, {});
  await logs.until(id, ({ task }) => task?.phase === 'writing' && task.done > 0);
  await imports.stop();
  assert.equal((await logs.read(id)).task?.state, 'waiting');
  imports.start();
  const done = await logs.settled(id);
  assert.deepEqual([done.task?.state, done.result?.tickets.inFile], ['done', tickets]);
  assert.equal((await verifyAll(database)).differences, 0);
});

test('nothing of all this was an error of the server', () => {
  assert.deepEqual(
    lines.filter((line) => line.includes('"level":50')),
    [],
  );
});
