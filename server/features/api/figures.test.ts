import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { FIGURES, figureById } from '#core/figures/registry.ts';
import { periodEdges } from '#core/periods/period-edges.ts';
import { parseInstant } from '#core/time/instant.ts';
import { zoneOf } from '#core/time/zone.ts';
import { defaultTenantId as tenantId } from '#server/database/default-tenant.ts';
import { storeDesk } from '#server/testing/store-desk.ts';
import { makeToken, TEST_NOW, testApi } from '#server/testing/test-api.ts';
import { testDatabase } from '#server/testing/test-database.ts';
import { randomDesk } from '#worlds/random-desk.ts';
import { askFigure } from '../figures/index.ts';

const database = await testDatabase();
const api = await testApi(database);
let reader = '';

before(async () => {
  await storeDesk(database, tenantId, randomDesk(11, 120));
  reader = (await makeToken(database, tenantId, { role: 'reader' })).token;
});

const period = 'from=2025-12-01&to=2026-07-01';
const get = (path: string, headers = {}) => api.get(`/api/v1/figures${path}`, reader, headers);

test('the list names every figure, in the language asked for', async () => {
  const answer = await get('', { 'accept-language': 'de' });
  assert.deepEqual(
    answer.json.figures.map((one: { id: string }) => one.id),
    FIGURES.map(({ id }) => id),
  );
  const german = answer.json.figures.find((one: { id: string }) => one.id === 'reopen_rate_pct');
  assert.match(german.name, /[Ww]ieder/);
});

for (const figure of FIGURES) {
  test(`${figure.id} is answered with the values of the figure itself`, async () => {
    const zone = zoneOf('Europe/Berlin');
    const edges = periodEdges(
      zone,
      'month',
      parseInstant('2025-11-30T23:00:00Z'),
      parseInstant('2026-06-30T22:00:00Z'),
    );
    const question = { figure, edges, asOf: TEST_NOW, split: 'team', where: [], zone } as const;
    const expected = await askFigure(database.app, tenantId, question);
    const answer = await get(`/${figure.id}?${period}&by=month&split=team`);
    assert.equal(answer.status, 200, answer.text);
    const told = answer.json.rows.map((row: { split: string; value: number; n: number }) => [
      row.split,
      row.value,
      row.n,
    ]);
    assert.deepEqual(
      told,
      expected.map(({ split, value, n }) => [split, value, n]),
    );
  });
}

test('all pages of a tab together are the number in it', async () => {
  const first = await get(`/tickets_created_count/facts?${period}&tab=counted&limit=20`);
  const { counted } = first.json.tabs;
  assert.ok(counted > 60);
  const tickets = [...first.json.rows];
  let cursor: string | null = first.json.nextCursor;
  while (cursor !== null) {
    const next = await get(`/tickets_created_count/facts?${period}&tab=counted&limit=20&cursor=${cursor}`);
    assert.deepEqual([next.status, next.json.asOf, next.json.tabs], [200, first.json.asOf, null]);
    tickets.push(...next.json.rows);
    cursor = next.json.nextCursor;
  }
  assert.deepEqual([tickets.length, new Set(tickets.map(({ ticket }) => ticket)).size], [counted, counted]);
});

test('a cursor of facts that belongs to another question, or is none, is refused', async () => {
  const first = await get(`/tickets_created_count/facts?${period}&limit=5`);
  const other = await get(`/tickets_created_count/facts?${period}&limit=5&split=team&cursor=${first.json.nextCursor}`);
  assert.deepEqual([other.status, other.json.errors[0].code], [400, 'other_question']);
  const none = await get(`/tickets_created_count/facts?${period}&cursor=abc`);
  assert.deepEqual([none.status, none.json.errors[0].code], [400, 'malformed']);
});

test('a comparison sets the last period beside its reference', async () => {
  const answer = await get(`/tickets_created_count?from=2026-04-01&to=2026-06-01&by=month&compare=previous`);
  const [row] = answer.json.comparison.rows;
  assert.deepEqual(
    [row.current.from, row.reference.from, row.current.value - row.reference.value],
    ['2026-04-30T22:00:00Z', '2026-03-31T22:00:00Z', row.change.difference],
  );
});

for (const path of ['?by=month&compare=previous', '/facts?tab=counted'] as const) {
  test(`all that ${path} tells is read over one moment of the database`, async () => {
    let transactions = 0;
    const count = (): void => {
      transactions += 1;
    };
    database.reportPool.on('acquire', count);
    const answer = await get(`/tickets_created_count${path}`);
    database.reportPool.off('acquire', count);
    assert.deepEqual([answer.status, transactions], [200, 1]);
  });
}

test('those left out for one reason are as many as the tabs say', async () => {
  const asked = `/tickets_created_count/facts?${period}&tab=left_out&limit=200`;
  const { leftOutBy } = (await get(asked)).json.tabs;
  assert.ok(Object.keys(leftOutBy).length > 1);
  for (const [reason, facts] of Object.entries(leftOutBy)) {
    const { rows } = (await get(`${asked}&reason=${reason}`)).json;
    assert.deepEqual(
      [rows.length, new Set(rows.map((row: { reason: string }) => row.reason))],
      [facts, new Set([reason])],
    );
  }
});

test('the facts of a number beside a figure are as many as the tabs say', async () => {
  const asked = `/sla_compliance_pct/facts?${period}&limit=200`;
  const { beside } = (await get(asked)).json.tabs;
  assert.ok(beside.waived > 0);
  assert.equal((await get(`${asked}&beside=waived`)).json.rows.length, beside.waived);
});

for (const [id, query, pointer] of [
  ['tickets_created_count', 'reason=spam', '/reason'],
  ['tickets_created_count', 'tab=left_out&reason=portal', '/reason'],
  ['tickets_created_count', 'beside=waived', '/beside'],
  ['sla_compliance_pct', 'beside=waived&tab=left_out', '/tab'],
] as const) {
  test(`facts of ${id} with ${query} are refused at ${pointer}`, async () => {
    const { status, json } = await get(`/${id}/facts?${query}`);
    assert.deepEqual([status, json.errors[0].pointer, json.errors[0].code], [400, pointer, 'not_allowed']);
  });
}

test('a filter narrows to one value, and "(none)" to tickets without one', async () => {
  const value = async (query: string): Promise<number> =>
    (await get(`/tickets_created_count?${period}${query}`)).json.rows[0].value;
  const all = await get(`/tickets_created_count?${period}&split=team`);
  for (const { split, value: part } of all.json.rows) {
    assert.equal(await value(`&where=${encodeURIComponent(`team=${split}`)}`), part);
  }
});

test('all that is wrong is told at once, each at its place, in the language asked for', async () => {
  const answer = await get('/tickets_created_count?from=2026-02-30&by=hour&where=team=a&where=colour=red&x=1', {
    'accept-language': 'de',
  });
  assert.equal(answer.status, 400);
  assert.deepEqual(
    answer.json.errors.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`).sort(),
    ['/by not_allowed', '/from malformed', '/where/1 malformed', '/x unknown_key'],
  );
  assert.equal(
    answer.json.errors.find(({ pointer }: { pointer: string }) => pointer === '/x').detail,
    'Ein Feld dieses Namens gibt es nicht.',
  );
  assert.equal(answer.headers.get('content-language'), 'de');
});

for (const [query, pointer, code] of [
  ['from=2026-03-01&to=2026-03-01', '/to', 'not_after_from'],
  ['from=1970-01-01&to=2199-12-31&by=day', '/by', 'too_many_periods'],
  ['from=1970-01-01&to=2199-12-31', '/from', 'period_too_long'],
  ['compare=previous', '/by', 'compare_needs_by'],
  ['compare=ytd&by=month', '/compare', 'year_to_date_needs_years'],
  ['split=movement', '/split', 'not_allowed'],
  ['where=team=a&where=team=b', '/where', 'repeated'],
  ['timeZone=%2B01:00', '/timeZone', 'not_allowed'],
  ['asOf=2026-01-01&asOf=2026-01-02', '/asOf', 'wrong_type'],
  ['where=team=%00', '/where', 'forbidden_characters'],
] as const) {
  test(`?${query} is refused at ${pointer}`, async () => {
    const answer = await get(`/tickets_created_count?${query}`);
    assert.deepEqual(
      [answer.status, answer.json.errors?.map((one: { pointer: string; code: string }) => [one.pointer, one.code])],
      [400, [[pointer, code]]],
      answer.text,
    );
  });
}

test('as of an instant to come nothing is told but what is known now', async () => {
  const later = await get(`/sla_compliance_pct?${period}&asOf=2030-01-01`);
  const present = await get(`/sla_compliance_pct?${period}`);
  assert.deepEqual(later.json, present.json);
});

test('a figure that does not exist is not found', async () => {
  assert.equal(figureById('constructor'), undefined);
  for (const id of ['constructor', '__proto__', 'reopen_rate_pct%27', 'a/b'])
    assert.equal((await get(`/${id}`)).status, 404);
});

test('more rows than one request may make are refused with what to do about it', async () => {
  const { token } = await makeToken(database, tenantId, { role: 'agent' });
  for (const team of ['a', 'b', 'c', 'd', 'e', 'f']) await api.post('/api/v1/tickets', token, { subject: 'x', team });
  const later = await testApi(database, { now: () => parseInstant('2026-07-10T10:00:00Z') });
  const ask = (path: string) => later.get(`/api/v1/figures/tickets_created_count${path}`, reader);
  const query = 'from=2026-01-05&to=2026-07-05&by=day&split=team';
  for (const path of ['', '/chart', '/export']) {
    const { status, json } = await ask(`${path}?${query}`);
    assert.deepEqual([status, json?.errors[0].pointer, json?.errors[0].code], [400, '/split', 'too_many_rows'], path);
    assert.match(json.errors[0].detail, /longer periods, fewer of them, or a filter/);
  }
  assert.equal((await ask(`?${query}&where=team%3Da`)).status, 200);
});
