import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { defaultTenantId as tenantId } from '#server/database/default-tenant.ts';
import { storeDesk } from '#server/testing/store-desk.ts';
import { type Answer, makeToken, testApi } from '#server/testing/test-api.ts';
import { testDatabase } from '#server/testing/test-database.ts';
import { randomDesk } from '#worlds/random-desk.ts';

const database = await testDatabase();
const api = await testApi(database);
let agent = '';
let lead = '';

before(async () => {
  await storeDesk(database, tenantId, randomDesk(7, 60));
  agent = (await makeToken(database, tenantId, { role: 'agent', name: 'Desk one' })).token;
  lead = (await makeToken(database, tenantId, { role: 'lead' })).token;
});

type Told = Answer['json'];

async function opened(subject = 'The printer is silent'): Promise<number> {
  const answer = await api.post('/api/v1/tickets', agent, { subject, service: 'print', priority: '1' });
  assert.equal(answer.status, 201, answer.text);
  return answer.json.number;
}

const command = (number: number, kind: string, body: object, headers = {}) =>
  api.post(`/api/v1/tickets/${number}/commands/${kind}`, lead, body, headers);

test('a ticket that was opened has a page with its text, its clocks and who opened it', async () => {
  const number = await opened();
  const page = await api.get(`/api/v1/tickets/${number}`, agent);
  assert.equal(page.status, 200, page.text);
  assert.equal(page.headers.get('etag'), '"1"');
  assert.deepEqual(
    [page.json.subject, page.json.timeline[0].texts.subject, page.json.timeline[0].actor.name],
    ['The printer is silent', 'The printer is silent', 'Desk one'],
  );
});

test('a command answers with the ticket as it left it, and its version rises', async () => {
  const number = await opened();
  const answer = await command(number, 'startWork', {});
  assert.equal(answer.status, 200, answer.text);
  assert.deepEqual([answer.json.state, answer.json.version, answer.headers.get('etag')], ['in_progress', 2, '"2"']);
});

test('a command that the ticket does not allow is a problem with the code of the refusal', async () => {
  const number = await opened();
  const answer = await command(number, 'confirmSolution', {});
  assert.deepEqual([answer.status, answer.json.code], [409, 'not_resolved']);
});

test('a command for a ticket that has changed since is refused and changes nothing', async () => {
  const number = await opened();
  await command(number, 'startWork', {});
  const stale = await command(number, 'resolve', { solution: 'Paper.' }, { 'if-match': '"1"' });
  assert.deepEqual([stale.status, stale.json.code], [412, 'ticket_changed']);
  const fresh = await command(number, 'resolve', { solution: 'Paper.' }, { 'if-match': '"2"' });
  assert.deepEqual([fresh.status, fresh.json.state], [200, 'resolved']);
});

test('a ticket under an agreement tells when it is due and why', async () => {
  const page = await api.get(`/api/v1/tickets/${await opened()}`, agent);
  const clocks: Told[] = page.json.clocks;
  assert.deepEqual(
    clocks.map(({ clock, phase, outcome, isCurrent }) => [clock, phase, outcome, isCurrent]),
    [
      ['first_response', 'running', 'pending', true],
      ['resolution', 'running', 'pending', true],
    ],
  );
  for (const { dueAt, why } of clocks) {
    assert.equal(why.start.at, page.json.createdAt);
    assert.equal(why.projection.dueAt, dueAt);
  }
});

test('two tickets about the same are merged into the older, and taken back', async () => {
  const [older, younger] = [await opened('one'), await opened('two')];
  const merged = await api.post(`/api/v1/tickets/${younger}/merge`, agent, { with: older });
  assert.deepEqual([merged.status, merged.json.number], [200, older], merged.text);
  const page = await api.get(`/api/v1/tickets/${younger}`, agent);
  assert.equal(page.json.state, 'merged');
  assert.equal(page.json.timeline.find((one: { kind: string }) => one.kind === 'mergedInto').details.survivor, older);
  const back = await command(younger, 'takeBack', {});
  assert.deepEqual([back.status, back.json.number, back.json.state], [200, younger, 'new'], back.text);
});

test('the pages of a list hold every ticket once, though tickets are added between them', async () => {
  const seen: number[] = [];
  let cursor = '';
  do {
    const page = await api.get(`/api/v1/tickets?sort=createdAt&direction=ascending&limit=20${cursor}`, agent);
    assert.equal(page.status, 200, page.text);
    seen.push(...page.json.tickets.map((one: { number: number }) => one.number));
    if (seen.length === 20) await opened('added meanwhile');
    cursor = page.json.nextCursor === null ? '' : `&cursor=${page.json.nextCursor}`;
  } while (cursor !== '');
  assert.equal(new Set(seen).size, seen.length);
  const all = await api.get('/api/v1/tickets?limit=200', agent);
  assert.deepEqual(
    seen.toSorted((a, b) => b - a),
    all.json.tickets.map((one: { number: number }) => one.number),
  );
});

for (const name of ['state', 'team', 'service', 'priority', 'level', 'channel', 'type', 'agreement'] as const) {
  test(`the filter ${name} lets through the tickets with that value, and no others`, async () => {
    const all: Told[] = (await api.get('/api/v1/tickets?limit=200', agent)).json.tickets;
    const values = new Set(all.map((one) => one[name] ?? '(none)'));
    assert.ok(values.size > 1);
    for (const value of values) {
      const found = await api.get(`/api/v1/tickets?limit=200&${name}=${encodeURIComponent(value)}`, agent);
      const expected = all.filter((one) => (one[name] ?? '(none)') === value).map(({ number }) => number);
      assert.deepEqual(
        found.json.tickets.map(({ number }: Told) => number),
        expected,
        value,
      );
    }
  });
}

test('a range of creation begins with its first instant and ends before its last', async () => {
  const all: Told[] = (await api.get('/api/v1/tickets?limit=200&sort=createdAt&direction=ascending', agent)).json
    .tickets;
  const [from, to] = [all[10]?.createdAt, all[20]?.createdAt];
  const found = await api.get(`/api/v1/tickets?limit=200&createdFrom=${from}&createdTo=${to}`, agent);
  const expected = all.filter(({ createdAt }) => createdAt >= from && createdAt < to).map(({ number }) => number);
  assert.deepEqual(found.json.tickets.map(({ number }: Told) => number).sort(), expected.sort());
});

for (const sort of ['number', 'createdAt', 'lastEventAt'] as const) {
  test(`tickets sorted by ${sort} come in that order, both ways`, async () => {
    const page = async (direction: string): Promise<Told[]> =>
      (await api.get(`/api/v1/tickets?limit=200&sort=${sort}&direction=${direction}`, agent)).json.tickets;
    const ascending = await page('ascending');
    const isInOrder = (a: Told, b: Told) => a[sort] < b[sort] || (a[sort] === b[sort] && a.number < b.number);
    assert.ok(ascending.every((one, index) => index === 0 || isInOrder(ascending[index - 1], one)));
    assert.deepEqual(await page('descending'), ascending.toReversed());
  });
}

test('a filter that is repeated means any of its values', async () => {
  const wanted = await api.get('/api/v1/tickets?state=resolved&state=closed&limit=200', agent);
  const states = new Set(wanted.json.tickets.map((one: { state: string }) => one.state));
  assert.deepEqual(states, new Set(['resolved', 'closed']));
});

test('a forged cursor that leads to no instant is refused', async () => {
  const list = '/api/v1/tickets?limit=5&sort=createdAt';
  const page = await api.get(list, agent);
  const [digest] = JSON.parse(Buffer.from(page.json.nextCursor, 'base64url').toString('utf8'));
  for (const seconds of [Number.MAX_SAFE_INTEGER, -1]) {
    const forged = Buffer.from(JSON.stringify([digest, [seconds, 1]])).toString('base64url');
    assert.equal((await api.get(`${list}&cursor=${forged}`, agent)).status, 400);
  }
});

test('a cursor of another list is refused', async () => {
  const page = await api.get('/api/v1/tickets?limit=5', agent);
  const answer = await api.get(`/api/v1/tickets?limit=5&state=new&cursor=${page.json.nextCursor}`, agent);
  assert.deepEqual(
    [answer.status, answer.json.errors],
    [
      400,
      [{ in: 'query', pointer: '/cursor', code: 'other_question', detail: 'This cursor belongs to another question.' }],
    ],
  );
});

test('a person of nobody knows whom cannot be given a ticket', async () => {
  const answer = await command(await opened(), 'assign', { assignee: '00000000-0000-7000-8000-00000000dead' });
  assert.deepEqual([answer.status, answer.json.code], [422, 'person_unknown']);
});
