import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { testImports } from '#server/testing/uploaded-log.ts';
import { ownLog } from '#tests/import-log.ts';

/** Going on without rows that cannot be read, and with a mapping that somebody else changes: HTTP in, HTTP out. */
const { api, logs, token: lead } = await testImports();
const mapping = JSON.parse(readFileSync(ownLog('desk-example.map.json'), 'utf8'));
const log = readFileSync(ownLog('desk-example.csv'), 'utf8');

test('rejected rows stay readable with their import after it ran', async () => {
  const { id } = await logs.upload('desk.csv', log.replace('2026-03-02T08:20:00+01:00', 'soon'));
  await logs.draft(id, mapping);
  const done = await logs.step(id, 'run', { unreadableRows: 'skip' });
  assert.deepEqual([done.task?.state, done.file, done.task?.written], ['done', 'removed', 4]);
  assert.deepEqual(done.result?.rowCounts, { imported: 18, unchanged: 0, changed: 0, rejected: 4 });
  const file = await api.get(`/api/v1/imports/${id}/rejected-rows`, lead, { 'accept-language': 'de' });
  const lines = file.text.split('\r\n');
  assert.equal(lines.length, 6);
  assert.match(lines[2] ?? '', /^D-101;soon;.*;3;Time: kein Zeitpunkt im Format der Zuordnung \(soon\)$/);
});

test('a step with another mapping than the caller believes is refused', async () => {
  const { id } = await logs.upload('desk.csv', log);
  await logs.draft(id, mapping);
  const expectedMapping = { ...mapping, source: 'another' };
  for (const step of ['dry-run', 'run']) {
    const refused = await api.post(`/api/v1/imports/${id}/${step}`, lead, { expectedMapping });
    assert.deepEqual([refused.status, refused.json.code], [409, 'import_changed']);
  }
  const done = await logs.step(id, 'dry-run', { expectedMapping: mapping });
  assert.equal(done.task?.state, 'done');
});

test('sources are listed with the last file that came from them', async () => {
  const { json } = await api.get('/api/v1/import-sources', lead);
  assert.deepEqual(json.sources, [{ source: 'our-desk', lastFile: 'desk.csv' }]);
});
