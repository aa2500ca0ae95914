import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { OpenTicket } from '#core/ticket/command.ts';
import { type Instant, instant, parseInstant } from '#core/time/instant.ts';
import { defaultTenantId as tenantId } from '#server/database/default-tenant.ts';
import { inTenantSession } from '#server/platform/database.ts';
import { storeDesk } from '#server/testing/store-desk.ts';
import { testDatabase } from '#server/testing/test-database.ts';
import { randomDesk } from '#worlds/random-desk.ts';
import { type CommandOutcome, TicketUnit } from './index.ts';

const database = await testDatabase();
const person = '00000000-0000-7000-8000-000000000107';
const nobody = '00000000-0000-7000-8000-00000000dead';
const at = (minutes: number): Instant => instant(parseInstant('2026-03-04T08:00:00Z') + minutes * 60);

/** Under the agreement gold: priority 1 is answered within 15 minutes and resolved within 4 hours of the office. */
const opening: OpenTicket = {
  kind: 'openTicket',
  customer: 'north',
  requester: person,
  dimensions: {
    team: 'desktop',
    service: 'print',
    priority: '1',
    channel: 'portal',
    level: '1',
    type: 'incident',
    agreement: 'gold',
  },
  promise: { kind: 'agreement', versionId: 'gold-1' },
  calendarId: 'office',
  isFirstContactEligible: true,
  subject: 'Printer prints nothing',
  description: '',
};

before(() => storeDesk(database, tenantId, randomDesk(1, 0)));

const inUnit = <T>(work: (unit: TicketUnit) => Promise<T>, tenant = tenantId): Promise<T> =>
  inTenantSession(database.appPool, tenant, async (session) => {
    const unit = new TicketUnit(session, tenant);
    const result = await work(unit);
    await unit.flush();
    return result;
  });

async function openOne(minutes = 0): Promise<string> {
  const outcome = await inUnit((unit) => unit.open(opening, { at: at(minutes), actor: person }));
  assert.equal(outcome.kind, 'done');
  return outcome.kind === 'done' ? outcome.ticketId : '';
}

const query = async <Row extends object>(text: string, ...values: unknown[]): Promise<Row[]> =>
  inTenantSession(
    database.appPool,
    tenantId,
    async ({ client }) => (await client.query<Row>(text, [tenantId, ...values])).rows,
  );

const historyOf = (id: string) =>
  query<{ at: Instant; kind: string; actor: string | null; texts: object | null }>(
    `select e.at, e.kind, e.actor, (
       select jsonb_object_agg(x.part, x.body) from ticket_text as x
       where x.tenant_id = e.tenant_id and x.ticket_id = e.ticket_id and x.sequence = e.sequence
     ) as texts
     from ticket_event as e where e.tenant_id = $1 and e.ticket_id = $2 order by e.sequence`,
    id,
  );

const timersOf = async (id: string) =>
  (
    await query<{ key: string }>(
      'select m.key from timer as m where m.tenant_id = $1 and m.ticket_id = $2 order by 1',
      id,
    )
  ).map(({ key }) => key);

const note = { kind: 'reply', body: 'Bitte Papier nachlegen.', visibility: 'internal', isAutomatic: false } as const;

test('events are stored with who acted, and texts beside them', async () => {
  const id = await openOne();
  await inUnit((unit) => unit.run(id, note, { at: at(5), actor: person }));
  assert.deepEqual(await historyOf(id), [
    { at: at(0), kind: 'ticketOpened', actor: person, texts: { subject: 'Printer prints nothing' } },
    { at: at(5), kind: 'replySent', actor: person, texts: { body: 'Bitte Papier nachlegen.' } },
  ]);
});

test('a refused command changes nothing, those before and after it stand', async () => {
  const id = await openOne();
  const outcomes = await inUnit(async (unit) => {
    const acting = { at: at(5), actor: person };
    const kinds: string[] = [];
    for (const command of [{ kind: 'startWork' }, { kind: 'startWork' }, note] as const) {
      kinds.push((await unit.run(id, command, acting)).kind);
    }
    return kinds;
  });
  assert.deepEqual(outcomes, ['done', 'refused', 'done']);
  assert.deepEqual(
    (await historyOf(id)).map(({ kind }) => kind),
    ['ticketOpened', 'stateChanged', 'replySent'],
  );
});

test('who has not seen the last event is told so, and nothing is done', async () => {
  const id = await openOne();
  await inUnit((unit) => unit.run(id, note, { at: at(5), actor: person }));
  const outcome = await inUnit((unit) => unit.run(id, note, { at: at(6), actor: person, expectedVersion: 1 }));
  assert.deepEqual(outcome, { kind: 'stale', version: 2 });
  assert.equal((await historyOf(id)).length, 2);
});

test('a ticket that is not there, or is that of another tenant, is missing', async () => {
  const id = await openOne();
  assert.deepEqual(await inUnit((unit) => unit.run(nobody, note, { at: at(5), actor: person })), { kind: 'missing' });
  const foreign = await inUnit((unit) => unit.run(id, note, { at: at(5), actor: null }), nobody);
  assert.deepEqual(foreign, { kind: 'missing' });
});

test('timers are the steps of the clocks: gone when answered, when resting, when resolved', async () => {
  const id = await openOne();
  const response = ['first_response:1:breach', 'first_response:1:warning:900'];
  const resolution = ['resolution:1:breach', 'resolution:1:warning:14400'];
  assert.deepEqual(await timersOf(id), [...response, ...resolution]);
  const acting = { actor: person };
  await inUnit((unit) => unit.run(id, { ...note, visibility: 'public' }, { ...acting, at: at(5) }));
  assert.deepEqual(await timersOf(id), resolution);
  await inUnit((unit) => unit.run(id, { kind: 'waitForRequester', reason: '' }, { ...acting, at: at(6) }));
  assert.deepEqual(await timersOf(id), []);
  await inUnit((unit) => unit.run(id, { kind: 'startWork' }, { ...acting, at: at(7) }));
  assert.deepEqual(await timersOf(id), resolution);
  await inUnit((unit) => unit.run(id, { kind: 'resolve', solution: '', isAutomatic: false }, { ...acting, at: at(8) }));
  assert.deepEqual(await timersOf(id), []);
});

test('what came due before a command is recorded before it, dated when it came due', async () => {
  const id = await openOne();
  await inUnit((unit) => unit.run(id, note, { at: at(60), actor: person }));
  assert.deepEqual(
    (await historyOf(id)).map(({ kind, at: when, actor }) => [kind, (when - at(0)) / 60, actor]),
    [
      ['ticketOpened', 0, person],
      ['clockWarned', 12, null],
      ['clockBreached', 15, null],
      ['replySent', 60, person],
    ],
  );
});

test('settling records what has come due strictly before, and only once', async () => {
  const id = await openOne();
  const settle = (minutes: number) => inUnit((unit) => unit.settle(id, at(minutes)));
  assert.deepEqual(
    [await settle(12), await settle(13), await settle(13), await settle(15), await settle(16)],
    [0, 1, 0, 0, 1],
  );
});

test('a clock of the machine that goes back does not turn history round', async () => {
  const id = await openOne(30);
  await inUnit((unit) => unit.run(id, note, { at: at(10), actor: person }));
  assert.deepEqual(
    (await historyOf(id)).map(({ at: when }) => when),
    [at(30), at(30)],
  );
});

test('merging tells both tickets, and so does taking it back', async () => {
  const [older, younger] = [await openOne(0), await openOne(1)];
  const merged = await inUnit((unit) => unit.merge(younger, older, { at: at(5), actor: person }));
  assert.equal(merged.kind === 'done' && merged.ticketId, older);
  const back = await inUnit((unit) => unit.takeBackMerge(younger, { at: at(6), actor: person }));
  assert.equal(back.kind === 'done' && back.ticketId, older);
  const kinds = async (id: string) => (await historyOf(id)).map(({ kind }) => kind);
  assert.deepEqual(await kinds(older), ['ticketOpened', 'duplicateMerged', 'duplicateTakenBack']);
  assert.deepEqual(await kinds(younger), ['ticketOpened', 'mergedInto', 'stateChanged']);
});

test('two who act on one ticket at once both succeed, one after the other', async () => {
  const id = await openOne();
  const outcomes = await Promise.all(
    Array.from({ length: 8 }, () => inUnit((unit) => unit.run(id, note, { at: at(5), actor: person }))),
  );
  const versions = outcomes.map((outcome: CommandOutcome) => (outcome.kind === 'done' ? outcome.version : 0));
  assert.deepEqual(
    versions.sort((a, b) => a - b),
    [2, 3, 4, 5, 6, 7, 8, 9],
  );
});

test('a unit that is rolled back leaves nothing', async () => {
  const id = await openOne();
  const broken = inUnit(async (unit) => {
    await unit.run(id, note, { at: at(5), actor: person });
    await unit.flush();
    throw new Error('changed my mind');
  });
  await assert.rejects(broken, /changed my mind/);
  assert.equal((await historyOf(id)).length, 1);
});
