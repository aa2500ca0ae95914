import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileCalendar } from '#core/calendar/calendar.ts';
import { alwaysOpen } from '#core/calendar/definition.ts';
import { foldFacts } from '#core/facts/fold-facts.ts';
import type { TicketEvent } from '#core/ticket/event.ts';
import { instant } from '#core/time/instant.ts';
import { defaultTenantId as tenantId } from '#server/database/default-tenant.ts';
import { sendAll } from '#server/database/prepared.ts';
import { inTenantSession } from '#server/platform/database.ts';
import { randomUUIDv7 } from '#server/platform/ids.ts';
import { testDatabase } from '#server/testing/test-database.ts';
import {
  allTickets,
  appendEvents,
  calendarId,
  countTickets,
  historiesOfSource,
  insertTickets,
  loadVersions,
  pinCalendar,
  takeNumbers,
} from './index.ts';

const database = await testDatabase();
const calendar = alwaysOpen('Europe/Berlin');
const versions = { agreements: new Map(), calendars: new Map([[calendarId(calendar), compileCalendar(calendar)]]) };
const otherTenant = '00000000-0000-7000-8000-00000000000b';

const inTenant = <T>(work: Parameters<typeof inTenantSession<T>>[2], tenant = tenantId): Promise<T> =>
  inTenantSession(database.appPool, tenant, work);

const at = (minutes: number) => instant(1_772_438_400 + minutes * 60);
const opened: TicketEvent = {
  kind: 'ticketOpened',
  at: at(0),
  dimensions: {
    team: 'Blue',
    service: null,
    priority: '2',
    channel: null,
    level: null,
    type: null,
    agreement: null,
  },
  promise: { kind: 'none' },
  calendarId: calendarId(calendar),
  witnesses: ['states'],
  customer: null,
  requester: null,
  contactEndedAt: null,
  isFirstContactEligible: true,
};
const resolved: TicketEvent = {
  kind: 'stateChanged',
  at: at(30),
  to: 'resolved',
  isNonIssue: false,
  isAutomatic: false,
};

async function newSource(key: string): Promise<string> {
  const id = randomUUIDv7();
  await inTenant(({ client }) =>
    client.query('insert into source (tenant_id, id, key) values ($1, $2, $3)', [tenantId, id, key]),
  );
  return id;
}

/** Stores tickets of a source, each just opened, and returns their ids. */
async function store(sourceId: string, keys: readonly string[]): Promise<string[]> {
  return inTenant(async ({ client }) => {
    const first = await takeNumbers(client, tenantId, keys.length);
    const { ticket } = foldFacts([opened], versions);
    const tickets = keys.map((sourceKey, index) => ({
      ticketId: randomUUIDv7(),
      ticket,
      eventsBefore: 0,
      events: [opened],
      number: first + index,
      origin: { sourceId, sourceKey },
    }));
    await sendAll(client, insertTickets(tenantId, tickets));
    return tickets.map(({ ticketId }) => ticketId);
  });
}

async function storedTickets() {
  return inTenant(async ({ client }) => {
    const tickets = [];
    for await (const page of allTickets(client, tenantId)) tickets.push(...page);
    return tickets;
  });
}

test('numbers taken by many at once follow each other without a gap', async () => {
  const firsts = await Promise.all(
    [3, 1, 4, 2].map(async (count) => {
      const first = await inTenant(({ client }) => takeNumbers(client, tenantId, count));
      return Array.from({ length: count }, (_, index) => first + index);
    }),
  );
  const numbers = firsts.flat().sort((a, b) => a - b);
  assert.deepEqual(
    numbers,
    Array.from({ length: 10 }, (_, index) => (numbers[0] ?? 0) + index),
  );
});

test('a number whose transaction was rolled back is given again', async () => {
  const gone = inTenant(async ({ client }) => {
    await takeNumbers(client, tenantId, 5);
    throw new Error('changed my mind');
  });
  await assert.rejects(gone, /changed my mind/);
  const first = await inTenant(({ client }) => takeNumbers(client, tenantId, 1));
  const second = await inTenant(({ client }) => takeNumbers(client, tenantId, 1));
  assert.equal(second, first + 1);
});

test('events appended later bring the state row up to date', async () => {
  const [id = ''] = await store(await newSource('append'), ['A']);
  const { ticket } = foldFacts([opened, resolved], versions);
  await inTenant(({ client }) =>
    sendAll(client, appendEvents(tenantId, [{ ticketId: id, ticket, eventsBefore: 1, events: [resolved] }])),
  );
  const stored = (await storedTickets()).find((one) => one.id === id);
  assert.deepEqual(stored?.events, [opened, resolved]);
  const { state, event_count, last_event_at, team } = stored.state;
  assert.deepEqual([state, event_count, last_event_at, team], ['resolved', 2, at(30), 'Blue']);
});

test('an event is stored once: the same place in a history is refused, and nothing of the batch stays', async () => {
  const [id = '', other = ''] = await store(await newSource('twice'), ['A', 'B']);
  const { ticket } = foldFacts([opened, resolved], versions);
  const work = (ticketId: string, eventsBefore: number) => ({ ticketId, ticket, eventsBefore, events: [resolved] });
  const twice = inTenant(({ client }) => sendAll(client, appendEvents(tenantId, [work(other, 1), work(id, 0)])));
  await assert.rejects(twice, { code: '23505' });
  const stored = (await storedTickets()).filter((one) => one.id === id || one.id === other);
  assert.deepEqual(
    stored.map((one) => one.events.length),
    [1, 1],
  );
});

test('a ticket of a source is stored once', async () => {
  const source = await newSource('once');
  await store(source, ['A']);
  await assert.rejects(store(source, ['A']), { code: '23505' });
});

test('histories are those of one source and of the keys asked for', async () => {
  const [first, second] = [await newSource('first'), await newSource('second')];
  const [id] = await store(first, ['A', 'B']);
  await store(second, ['A']);
  const histories = await inTenant(({ client }) =>
    historiesOfSource(client, tenantId, { sourceId: first, keys: ['A', 'C'] }),
  );
  assert.deepEqual([...histories], [['A', { ticketId: id, events: [opened] }]]);
});

test('all tickets are read, page by page, each once', async () => {
  const keys = Array.from({ length: 1001 }, (_, index) => `K${index}`);
  const ids = await store(await newSource('pages'), keys);
  const stored = await storedTickets();
  assert.equal(new Set(stored.map(({ id }) => id)).size, stored.length);
  assert.deepEqual(
    ids.filter((id) => !stored.some((one) => one.id === id)),
    [],
  );
  assert.equal(await inTenant(({ client }) => countTickets(client, tenantId)), stored.length);
});

test('a calendar is stored once however often it is pinned, another one beside it', async () => {
  const other = alwaysOpen('Asia/Kathmandu');
  const ids = await inTenant(async ({ client }) => [
    await pinCalendar(client, tenantId, calendar),
    await pinCalendar(client, tenantId, other),
    await pinCalendar(client, tenantId, structuredClone(calendar)),
  ]);
  assert.deepEqual(ids, [calendarId(calendar), calendarId(other), calendarId(calendar)]);
  const { calendars } = await inTenant(({ client }) => loadVersions(client, tenantId));
  assert.deepEqual([...calendars.keys()].sort(), [...new Set(ids)].sort());
  assert.deepEqual(calendars.get(calendarId(other))?.definition, other);
});

test('the role that serves can neither change nor delete an event', async () => {
  await store(await newSource('append-only'), ['A']);
  for (const statement of ['update ticket_event set at = now()', 'delete from ticket_event']) {
    await assert.rejects(
      inTenant(({ client }) => client.query(statement)),
      { code: '42501' },
    );
  }
});

test('another tenant sees no ticket and cannot write one of this tenant', async () => {
  assert.equal(await inTenant(({ client }) => countTickets(client, tenantId), otherTenant), 0);
  const foreign = inTenant(({ client }) => takeNumbers(client, tenantId, 1), otherTenant);
  await assert.rejects(foreign, { code: '42501' });
});
