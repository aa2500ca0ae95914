import assert from 'node:assert/strict';
import { before, beforeEach, describe, test } from 'node:test';
import { type Instant, instant, SECONDS_PER_DAY } from '#core/time/instant.ts';
import { defaultTenantId as tenantId } from '#server/database/default-tenant.ts';
import { storeDesk } from '#server/testing/store-desk.ts';
import { makeTenant, makeToken, TEST_NOW, testApi } from '#server/testing/test-api.ts';
import { testDatabase } from '#server/testing/test-database.ts';
import { randomDesk } from '#worlds/random-desk.ts';

const database = await testDatabase();
let at: Instant = TEST_NOW;
const api = await testApi(database, { now: () => at });
const otherTenant = '00000000-0000-7000-8000-00000000000e';
let lead = '';
let stranger = '';

before(async () => {
  await storeDesk(database, tenantId, randomDesk(11, 200));
  lead = (await makeToken(database, tenantId, { role: 'lead', name: 'Lead of the desk' })).token;
  await makeTenant(database, otherTenant);
  stranger = (await makeToken(database, otherTenant, { role: 'admin' })).token;
});

beforeEach(() => {
  at = TEST_NOW;
});

const add = (body: object) => api.post('/api/v1/notes', lead, { on: '2026-03-02', text: 'Move', ...body });
const textsOf = async (query: string, token = lead): Promise<string[]> => {
  const { json } = await api.get(`/api/v1/notes?${query}`, token);
  return json.notes.map(({ text }: { text: string }) => text);
};

describe('a note', () => {
  test('tells its day, its text, whom it is about and who wrote it', async () => {
    const split = { dimension: 'service', value: 'mail' };
    const { status, json } = await add({ on: '2026-02-01', text: '  Mail moved ', figure: 'reopen_rate_pct', split });
    assert.deepEqual(
      [status, { ...json, id: '' }],
      [
        201,
        {
          id: '',
          on: '2026-02-01',
          text: 'Mail moved',
          figure: 'reopen_rate_pct',
          split,
          writtenAt: '2026-07-01T10:00:00Z',
          writtenBy: 'Lead of the desk',
          takenBack: null,
        },
      ],
    );
  });

  test('for all figures is told with each, one of another figure is not', async () => {
    for (const figure of ['lead_time_hours', 'backlog_open_count']) {
      await add({ on: '2026-01-05', text: figure, figure });
    }
    await add({ on: '2026-01-04', text: 'all' });
    assert.deepEqual(await textsOf('figure=lead_time_hours&from=2026-01-01&to=2026-02-01'), ['all', 'lead_time_hours']);
  });

  test('is told from the first day asked up to the last, without it', async () => {
    for (const on of ['2025-03-01', '2025-03-15', '2025-04-01']) await add({ on, text: on });
    assert.deepEqual(await textsOf('from=2025-03-01&to=2025-04-01'), ['2025-03-01', '2025-03-15']);
  });

  test('that is taken back is gone, and its history says who did it and when', async () => {
    const { json } = await add({ on: '2024-03-01', text: 'Wrong' });
    at = instant(TEST_NOW + SECONDS_PER_DAY);
    for (const _ of ['once', 'again']) {
      const back = await api.post(`/api/v1/notes/${json.id}/take-back`, lead, {});
      assert.deepEqual(back.json.takenBack, { at: '2026-07-02T10:00:00Z', by: 'Lead of the desk' });
      at = instant(at + SECONDS_PER_DAY);
    }
    const asked = 'from=2024-01-01&to=2025-01-01';
    assert.deepEqual([await textsOf(asked), await textsOf(`${asked}&takenBack=true`)], [[], ['Wrong']]);
  });

  test('is not known as of an instant before it was written, nor gone before it was taken back', async () => {
    const { json } = await add({ on: '2023-03-01', text: 'Later known' });
    at = instant(TEST_NOW + SECONDS_PER_DAY);
    await api.post(`/api/v1/notes/${json.id}/take-back`, lead, {});
    const known = (asOf: string) => textsOf(`from=2023-01-01&to=2024-01-01&asOf=${asOf}`);
    assert.deepEqual(
      [await known('2026-07-01'), await known('2026-07-02'), await known('2026-07-03')],
      [[], ['Later known'], []],
    );
  });

  test('of one tenant is neither seen nor taken back by another', async () => {
    const { json } = await add({});
    assert.deepEqual(await textsOf('', stranger), []);
    assert.equal((await api.post(`/api/v1/notes/${json.id}/take-back`, stranger, {})).status, 404);
  });

  for (const [says, body, pointer, code] of [
    ['without words', { text: ' ' }, '/text', 'missing'],
    ['that is a story', { text: 'x'.repeat(201) }, '/text', 'too_big'],
    ['on no day', { on: '2026-02-30' }, '/on', 'malformed'],
    [
      'of what its figure is not split by',
      { figure: 'lead_time_hours', split: { dimension: 'cause', value: 'x' } },
      '/split/dimension',
      'not_allowed',
    ],
  ] as const) {
    test(`${says} is refused`, async () => {
      const { status, json } = await add(body);
      assert.deepEqual([status, json.errors?.[0]?.pointer, json.errors?.[0]?.code], [400, pointer, code]);
    });
  }
});

describe('a new baseline', () => {
  const figure = 'backlog_open_count';
  const address = `/api/v1/figures/${figure}/baselines`;
  const set = (from: string) => api.post(address, lead, { from, reason: 'The teams were put together' });
  const chart = async (query = '') => {
    const { json } = await api.get(
      `/api/v1/figures/${figure}/chart?from=2025-12-01&to=2026-07-01&by=week${query}`,
      lead,
    );
    return json.charts[0];
  };

  test('cuts the chart at the next period; limits before it stay, and all of it ends when it is taken back', async () => {
    const one = await chart();
    assert.deepEqual(one.segments.length, 1);
    // A Wednesday: the week that it lies in began before.
    const { json } = await set('2026-03-11');
    const two = await chart();
    assert.deepEqual(
      two.segments.map(({ from }: { from: string }) => from),
      [one.points[0].from, '2026-03-15T23:00:00Z'],
    );
    assert.equal(two.center, two.segments[1].center);
    assert.notEqual(two.segments[0].center, two.center);
    assert.deepEqual(
      two.points.map(({ value }: { value: number }) => value),
      one.points.map(({ value }: { value: number }) => value),
    );
    const back = await api.post(`${address}/${json.id}/take-back`, lead, {});
    assert.equal(back.json.takenBack.by, 'Lead of the desk');
    assert.deepEqual(await chart(), one);
  });

  test('gives the limits of all that is shown after it', async () => {
    const { json } = await set('2026-02-02');
    const whole = await chart();
    const { json: late } = await api.get(`/api/v1/figures/${figure}/chart?from=2026-06-01&to=2026-07-01&by=week`, lead);
    const [shown] = late.charts;
    assert.deepEqual([shown.center, shown.baseline], [whole.center, whole.baseline]);
    assert.deepEqual(shown.points, whole.points.slice(-shown.points.length));
    await api.post(`${address}/${json.id}/take-back`, lead, {});
  });

  test('is not known as of a day before it was decided', async () => {
    const { json } = await set('2026-03-01');
    assert.equal((await chart('&asOf=2026-06-01')).segments.length, 1);
    assert.equal((await chart()).segments.length, 2);
    at = instant(TEST_NOW + SECONDS_PER_DAY);
    await api.post(`${address}/${json.id}/take-back`, lead, {});
  });

  test('needs a reason', async () => {
    const { status, json } = await api.post(address, lead, { from: '2026-03-01', reason: ' ' });
    assert.deepEqual([status, json.errors[0].pointer, json.errors[0].code], [400, '/reason', 'missing']);
  });

  test('of another figure is not taken back by its address', async () => {
    const { json } = await set('2026-04-01');
    const wrong = `/api/v1/figures/lead_time_hours/baselines/${json.id}/take-back`;
    assert.equal((await api.post(wrong, lead, {})).status, 404);
  });

  test('stands in the history with its reason, the last one first', async () => {
    const { json } = await api.get(address, lead);
    const days = json.baselines.map(({ from, takenBack }: { from: string; takenBack: object | null }) => [
      from,
      takenBack !== null,
    ]);
    assert.deepEqual(days, [
      ['2026-04-01', false],
      ['2026-03-01', true],
      ['2026-02-02', true],
      ['2026-03-11', true],
    ]);
    assert.equal(json.baselines[0].reason, 'The teams were put together');
  });
});
