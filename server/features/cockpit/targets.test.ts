import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { defaultTenantId as tenantId } from '#server/database/default-tenant.ts';
import { storeDesk } from '#server/testing/store-desk.ts';
import { makeToken, testApi } from '#server/testing/test-api.ts';
import { testDatabase } from '#server/testing/test-database.ts';
import { randomDesk } from '#worlds/random-desk.ts';

const database = await testDatabase();
const api = await testApi(database);
let lead = '';

before(async () => {
  await storeDesk(database, tenantId, randomDesk(11, 60));
  lead = (await makeToken(database, tenantId, { role: 'lead', name: 'Lead of the desk' })).token;
});

const set = (figure: string, body: object) => api.post(`/api/v1/figures/${figure}/targets`, lead, body);
const versionsOf = async (figure: string) =>
  (await api.get(`/api/v1/figures/${figure}/targets`, lead)).json.versions as {
    version: number;
    value: number | null;
  }[];
const inForceOn = async (date: string) => {
  const { json } = await api.get(`/api/v1/targets?on=${date}`, lead);
  return json.targets.map(({ figure, value }: { figure: string; value: number }) => [figure, value]);
};
const tileOf = async (figure: string, query: string) => {
  const { text } = await api.get(`/api/v1/cockpit?${query}`, lead);
  const lines = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  return lines.find((line) => line.line === 'tile' && line.figure === figure);
};

test('a target is a version: a new one counts from its date on, an end as well, and none is lost', async () => {
  const first = await set('resolution_sla_pct', { value: 85, owner: ' Operations ', validFrom: '2026-01-01' });
  assert.equal(first.status, 201, first.text);
  assert.deepEqual(first.json, {
    figure: 'resolution_sla_pct',
    version: 1,
    value: 85,
    direction: 'at_least',
    owner: 'Operations',
    validFrom: '2026-01-01',
    setAt: '2026-07-01T10:00:00Z',
    setBy: 'Lead of the desk',
  });
  await set('resolution_sla_pct', { value: 90, owner: 'Operations', validFrom: '2026-04-01' });
  await set('resolution_sla_pct', { value: null, owner: 'Operations', validFrom: '2026-06-01' });
  assert.deepEqual(await inForceOn('2025-12-31'), []);
  assert.deepEqual(await inForceOn('2026-03-31'), [['resolution_sla_pct', 85]]);
  assert.deepEqual(await inForceOn('2026-04-01'), [['resolution_sla_pct', 90]]);
  assert.deepEqual(await inForceOn('2026-06-01'), []);
  assert.deepEqual(
    (await versionsOf('resolution_sla_pct')).map(({ version, value }) => [version, value]),
    [
      [3, null],
      [2, 90],
      [1, 85],
    ],
  );
});

test('a period is judged by the target that is in force on its last day', async () => {
  await set('backlog_open_count', { value: 1_000_000, owner: 'Desk', validFrom: '2026-01-01' });
  await set('backlog_open_count', { value: 0, owner: 'Desk', validFrom: '2026-03-31' });
  const february = await tileOf('backlog_open_count', 'from=2026-02-01&to=2026-03-01');
  const march = await tileOf('backlog_open_count', 'from=2026-03-01&to=2026-04-01');
  assert.deepEqual(
    [february, march].map(({ target }) => [target.value, target.verdict]),
    [
      [1_000_000, 'kept'],
      [0, 'missed'],
    ],
  );
});

test('a period that has not begun has no stock and is not judged', async () => {
  await set('case_owner_coverage_pct', { value: 100, owner: 'Desk', validFrom: '2026-01-01' });
  const { row, target } = await tileOf('case_owner_coverage_pct', 'from=2026-09-01&to=2026-10-01');
  assert.deepEqual([row.value, row.reason, target.verdict], [null, 'not_begun', 'too_few']);
  const { json } = await api.get('/api/v1/figures/case_owner_coverage_pct/facts?from=2026-09-01&to=2026-10-01', lead);
  assert.deepEqual([json.rows, json.tabs.total], [[], 0]);
});

test('two targets set at the same time become two versions', async () => {
  const bodies = [5, 6, 7].map((value) => ({ value, owner: 'Desk', validFrom: '2026-01-01' }));
  const answers = await Promise.all(bodies.map((body) => set('reopen_rate_pct', body)));
  assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([201]));
  assert.deepEqual(
    (await versionsOf('reopen_rate_pct')).map(({ version }) => version),
    [3, 2, 1],
  );
});

const refused = [
  ['a share above 100', 'resolution_sla_pct', { value: 101 }, '/value', 'too_big'],
  ['a time below zero', 'resolution_time_minutes', { value: -1 }, '/value', 'too_small'],
  [
    'a figure of which neither is better, without a direction',
    'tickets_created_count',
    { value: 9 },
    '/direction',
    'missing',
  ],
  ['nobody who answers for it', 'resolution_sla_pct', { value: 9, owner: '  ' }, '/owner', 'missing'],
  ['a date that is none', 'resolution_sla_pct', { value: 9, validFrom: '2026-02-30' }, '/validFrom', 'malformed'],
] as const;

for (const [says, figure, body, pointer, code] of refused) {
  test(`refused: ${says}`, async () => {
    const answer = await set(figure, { owner: 'Desk', validFrom: '2026-01-01', ...body });
    assert.equal(answer.status, 400, answer.text);
    assert.deepEqual(
      answer.json.errors.map((one: { pointer: string; code: string }) => [one.pointer, one.code]),
      [[pointer, code]],
    );
  });
}

test('a balance may be promised to fall below zero', async () => {
  const answer = await set('net_flow_count', { value: -10, owner: 'Desk', validFrom: '2026-01-01' });
  assert.equal(answer.status, 201, answer.text);
});
