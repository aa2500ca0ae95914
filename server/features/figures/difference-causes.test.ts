import assert from 'node:assert/strict';
import { before, beforeEach, describe, test } from 'node:test';
import { type Instant, instant, parseInstant, SECONDS_PER_DAY } from '#core/time/instant.ts';
import { defaultTenantId as tenantId } from '#server/database/default-tenant.ts';
import { storeDesk } from '#server/testing/store-desk.ts';
import { makeToken, testApi } from '#server/testing/test-api.ts';
import { testDatabase } from '#server/testing/test-database.ts';
import { randomDesk } from '#worlds/random-desk.ts';

const database = await testDatabase();
let at: Instant = parseInstant('2026-07-01T08:00:00Z');
const api = await testApi(database, { now: () => at });
let lead = '';

before(async () => {
  await storeDesk(database, tenantId, randomDesk(5, 0));
  lead = (await makeToken(database, tenantId, { role: 'lead' })).token;
});

beforeEach(() => {
  // A day of its own for each test, so that no test sees the tickets of another.
  at = instant(at - (at % SECONDS_PER_DAY) + SECONDS_PER_DAY + 28_800);
});

const pass = (seconds: number): void => {
  at = instant(at + seconds);
};

async function open(): Promise<number> {
  const { json } = await api.post('/api/v1/tickets', lead, { subject: 'Printer', channel: 'phone' });
  return json.number;
}

async function run(number: number, command: string, body: object = {}): Promise<void> {
  pass(60);
  const answer = await api.post(`/api/v1/tickets/${number}/commands/${command}`, lead, body);
  assert.ok(answer.status < 300, answer.text);
}

const solve = (number: number) => run(number, 'resolve', { solution: 'Switched it on' });

/** What changed of a figure of this day since an instant of it. */
async function changesSince(figure: string, since: Instant): Promise<string[]> {
  const day = new Date((at - (at % SECONDS_PER_DAY)) * 1000);
  const [from, to] = [day, new Date(day.getTime() + SECONDS_PER_DAY * 1000)].map((one) => one.toISOString());
  const asOf = new Date(since * 1000).toISOString();
  pass(60);
  const { json } = await api.get(`/api/v1/figures/${figure}/differences?from=${from}&to=${to}&asOf=${asOf}`, lead);
  return json.facts.map(
    ({ change, cause, at: when }: { change: string; cause: string; at: string | null }) =>
      `${change} ${cause}${when === null ? '' : ` after ${(Date.parse(when) / 1000 - since) / 60} min`}`,
  );
}

describe('what explains that a figure reads differently', () => {
  test('a ticket that was reopened is solved no more', async () => {
    const number = await open();
    await solve(number);
    pass(1);
    const then = at;
    await run(number, 'reopen', { reason: 'Still dark' });
    await run(number, 'assign', { team: 'Network' });
    assert.deepEqual(await changesSince('tickets_resolved_count', then), ['left reopened after 1 min']);
  });

  test('the success of a ticket that was reopened is gone, and with it counts what it counts', async () => {
    const number = await open();
    await solve(number);
    pass(1);
    const then = at;
    await run(number, 'reopen', { reason: 'Still dark' });
    assert.deepEqual(await changesSince('first_contact_resolution_pct', then), ['lost reopened after 1 min']);
    assert.deepEqual(await changesSince('reopen_rate_pct', then), ['won reopened after 1 min']);
  });

  test('a ticket marked as spam leaves for that, whatever else happened', async () => {
    const number = await open();
    pass(1);
    const then = at;
    await run(number, 'changePriority', { to: '1' });
    await run(number, 'markSpam');
    assert.deepEqual(await changesSince('tickets_created_count', then), ['left marked_spam after 2 min']);
  });

  test('a ticket that is no spam after all joins by being taken back', async () => {
    const number = await open();
    await run(number, 'markSpam');
    pass(1);
    const then = at;
    await run(number, 'takeBack');
    assert.deepEqual(await changesSince('tickets_created_count', then), ['joined taken_back after 1 min']);
  });

  test('a duplicate leaves by being merged', async () => {
    const [first, second] = [await open(), await open()];
    pass(1);
    const then = at;
    pass(60);
    await api.post(`/api/v1/tickets/${first}/merge`, lead, { with: second });
    assert.deepEqual(await changesSince('tickets_created_count', then), ['left merged after 1 min']);
  });

  test('a solved ticket joins by the event of its own instant', async () => {
    const number = await open();
    const then = at;
    await run(number, 'assign', { team: 'Network' });
    await solve(number);
    assert.deepEqual(await changesSince('tickets_resolved_count', then), ['joined resolved after 2 min']);
  });

  test('an open ticket leaves the stock by being solved', async () => {
    const number = await open();
    pass(1);
    const then = at;
    await solve(number);
    await run(number, 'reopen', { reason: 'Still dark' });
    await solve(number);
    assert.deepEqual(await changesSince('backlog_open_count', then), ['left resolved after 1 min']);
  });

  test('a time that became longer moved by the second solution', async () => {
    const number = await open();
    await solve(number);
    pass(1);
    const then = at;
    await run(number, 'reopen', { reason: 'Still dark' });
    await solve(number);
    assert.deepEqual(await changesSince('lead_time_hours', then), ['moved reopened after 1 min']);
  });
});
