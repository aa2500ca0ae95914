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

test('a figure that does not exist is not found', async () => {
  assert.equal(figureById('constructor'), undefined);
  for (const id of ['constructor', '__proto__', 'reopen_rate_pct%27', 'a/b'])
    assert.equal((await get(`/${id}`)).status, 404);
});
