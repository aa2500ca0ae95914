import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { defaultTenantId } from '#server/database/default-tenant.ts';
import { inTenantSession } from '#server/platform/database.ts';
import { testDatabase } from '#server/testing/test-database.ts';
import { importFile, ownLog, writeLog } from '#tests/import-log.ts';

/** Going on without rows that cannot be read: what stays out, what is kept of it, and that it can be brought in later. */
const log = readFileSync(ownLog('desk-example.csv'), 'utf8');
const map = JSON.parse(readFileSync(ownLog('desk-example.map.json'), 'utf8'));
const bad = log.replace('2026-03-02T08:20:00+01:00', 'soon');

test('a row that cannot be read takes its ticket along, and all rows add up', async (t) => {
  const database = await testDatabase();
  const { report } = await importFile(database, writeLog(t, bad), { mapping: map, unreadable: 'skip' });
  assert.deepEqual(report.rowCounts, { imported: 18, unchanged: 0, changed: 0, rejected: 4 });
  assert.deepEqual([report.rows, report.unreadableRows, report.tickets.added], [22, 1, 4]);
});

test('the rejected rows are kept as they stand in the file, those that are no CSV included', async (t) => {
  const database = await testDatabase();
  const file = writeLog(
    t,
    bad.replace('D-102;2026-03-02T10:00:00+01:00;Open', 'D-102;2026-03-02T10:00:00+01:00;Op"en'),
  );
  const { rejected } = await importFile(database, file, { mapping: map, isDryRun: true });
  assert.equal(rejected[0]?.join(';'), log.split('\n')[0]);
  const rows = rejected.slice(1).map((fields) => fields.join(';'));
  const kept = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('D-101;') || line.includes('Op"en'));
  assert.deepEqual(rows, kept);
});

test('once they are corrected, the rejected rows bring their ticket in whole', async (t) => {
  const database = await testDatabase();
  const { rejected } = await importFile(database, writeLog(t, bad), { mapping: map, unreadable: 'skip' });
  const corrected = rejected.map((fields) => fields.join(';').replace('soon', '2026-03-02T08:20:00+01:00')).join('\n');
  const { report } = await importFile(database, writeLog(t, corrected), { mapping: map });
  assert.deepEqual([report.tickets.added, report.rowCounts.imported], [1, 4]);
  const whole = await importFile(database, writeLog(t, log), { mapping: map, isDryRun: true });
  assert.deepEqual([whole.report.tickets.unchanged, whole.report.rowCounts.unchanged], [5, 22]);
});

test('a known ticket with a row that cannot be read stays as it is', async (t) => {
  const database = await testDatabase();
  await importFile(database, writeLog(t, log), { mapping: map });
  const { report } = await importFile(database, writeLog(t, bad), { mapping: map, unreadable: 'skip' });
  assert.deepEqual(report.tickets, { inFile: 4, added: 0, extended: 0, unchanged: 4, changed: 0 });
});

test('ids that another source knows are told with the source, and only then', async (t) => {
  const database = await testDatabase();
  const file = writeLog(t, log);
  const first = await importFile(database, file, { mapping: map });
  assert.deepEqual(first.report.knownElsewhere, []);
  const again = await importFile(database, file, { mapping: map, isDryRun: true });
  assert.deepEqual(again.report.knownElsewhere, []);
  const other = await importFile(database, file, { mapping: { ...map, source: 'other' }, isDryRun: true });
  assert.deepEqual(other.report.knownElsewhere, [{ source: 'our-desk', tickets: 5 }]);
});

test('columns of one name are numbered, and a mapping can name each', async (t) => {
  const database = await testDatabase();
  const file = writeLog(t, 'id,at,team,team\nA,2026-03-02T08:00Z,Blue,Red\n');
  const mapping = { source: 'twice', rows: 'event', ticket: { column: 'id' }, at: { column: 'at' } };
  const named = { ...mapping, team: { column: 'team (2)' } };
  const { report } = await importFile(database, file, { mapping: named });
  assert.deepEqual([report.numberedColumns, report.tickets.added], [['team (2)'], 1]);
});

test('the subject of a ticket is the one that its last row tells', async (t) => {
  const database = await testDatabase();
  const file = writeLog(
    t,
    'id,at,title\nA,2026-03-02T08:00Z,Printer\nA,2026-03-03T08:00Z,Printer\u0007 jams\nB,2026-03-02T08:00Z,\n',
  );
  const mapping = { source: 'named', rows: 'event', ticket: { column: 'id' }, at: { column: 'at' } };
  await importFile(database, file, { mapping: { ...mapping, subject: { column: 'title' } } });
  const found = await inTenantSession(database.appPool, defaultTenantId, ({ client }) =>
    client.query("select t.body from ticket_text as t where t.part = 'subject' and t.sequence = 1"),
  );
  assert.deepEqual(found.rows, [{ body: 'Printer  jams' }]);
});
