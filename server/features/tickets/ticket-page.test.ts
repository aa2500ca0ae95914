import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { TicketPage } from '#contract/api/ticket-shapes.ts';
import { instant, parseInstant } from '#core/time/instant.ts';
import { defaultTenantId as tenantId } from '#server/database/default-tenant.ts';
import { saveAgreements, saveCalendars, saveNamed } from '#server/features/directory/index.ts';
import { inTenantSession } from '#server/platform/database.ts';
import { storeDesk } from '#server/testing/store-desk.ts';
import { makeToken, testApi } from '#server/testing/test-api.ts';
import { testDatabase } from '#server/testing/test-database.ts';
import { randomDesk } from '#worlds/random-desk.ts';

const HOUR = 3600;
const database = await testDatabase();
/** The day before the Day of Repentance, a Tuesday. */
const NOW = parseInstant('2026-11-17T13:40:00Z');
const api = await testApi(database, { now: () => NOW });
const desk = randomDesk(31, 120);
let lead = '';

/** A year of the office in Saxony, where the Day of Repentance is a holiday. */
const SAXONY = {
  timeZone: 'Europe/Berlin',
  weekly: { mon: [['07:00', '18:00']], tue: [['07:00', '18:00']], wed: [['07:00', '18:00']] },
  holidays: ['2026-11-18'],
  exceptions: [],
} as const;

before(async () => {
  await storeDesk(database, tenantId, desk);
  lead = (await makeToken(database, tenantId, { role: 'lead', name: 'Desk one' })).token;
  const terms = {
    agreement: 'saxon',
    calendarId: 'saxony',
    targetsByPriority: { '1': { first_response: HOUR, resolution: 16 * HOUR } },
    pauseStates: ['pending_customer'],
    reopen: 'continue',
  } as const;
  const [first, second] = [instant(0), instant(Date.UTC(2026, 0, 1) / 1000)];
  await inTenantSession(database.appPool, tenantId, async ({ client }) => {
    await saveCalendars(client, tenantId, [{ id: 'saxony', definition: SAXONY }]);
    const version = { terms, customer: null, services: ['mail'] };
    await saveAgreements(client, tenantId, [
      { ...version, id: 'saxon-1st', validFrom: first, validTo: second },
      {
        ...version,
        terms: { ...terms, name: 'Sachsenvertrag' },
        id: 'saxon-2nd',
        validFrom: second,
        validTo: instant(Date.UTC(2100, 0, 1) / 1000),
      },
    ]);
    const named = (key: string, name: string) => ({ key, name, validFrom: first });
    await saveNamed(client, tenantId, { kind: 'team', rows: [named('net', 'Netz und Fernzugang')] });
    await saveNamed(client, tenantId, { kind: 'service', rows: [named('mail', 'E-Mail und Kalender')] });
  });
});

async function page(number: number): Promise<TicketPage> {
  const answer = await api.get(`/api/v1/tickets/${number}`, lead);
  assert.equal(answer.status, 200, answer.text);
  return answer.json;
}

async function openedInSaxony(): Promise<number> {
  const body = { subject: 'No mail', service: 'mail', team: 'net', priority: '1' };
  return (await api.post('/api/v1/tickets', lead, body)).json.number;
}

function counted({ why }: TicketPage['clocks'][number]): { counted: number; ahead: number } {
  const sum = (kind: 'counted' | 'ahead') => why.days.reduce((total, { seconds }) => total + seconds[kind], 0);
  return { counted: sum('counted'), ahead: sum('ahead') };
}

test('the days of every clock of a random desk add up to what has elapsed, and with the way ahead to the target', async () => {
  let clocks = 0;
  for (const index of desk.histories.keys()) {
    for (const clock of (await page(index + 1)).clocks) {
      clocks += 1;
      const days = counted(clock);
      assert.equal(days.counted, clock.elapsedSeconds);
      if (clock.dueAt !== null) assert.equal(days.counted + days.ahead, clock.targetSeconds);
    }
  }
  assert.ok(clocks > 100);
});

test('every rest names the entry of the timeline that set its state', async () => {
  let rests = 0;
  for (const index of desk.histories.keys()) {
    const { clocks, timeline } = await page(index + 1);
    for (const { why } of clocks) {
      for (const entry of why.story) {
        if (!('state' in entry)) continue;
        rests += 1;
        const set = timeline[entry.setBy - 1]!;
        const to = set.kind === 'stateChanged' ? set.details.to : 'merged';
        assert.deepEqual([to, set.at <= entry.from], [entry.state, true]);
      }
    }
  }
  assert.ok(rests > 50);
});

test('the version of an agreement is counted from the one that came into force first', async () => {
  const { agreements } = await page(await openedInSaxony());
  assert.deepEqual(agreements, [
    {
      id: 'saxon-2nd',
      agreement: 'saxon',
      name: 'Sachsenvertrag',
      version: 2,
      validFrom: '2026-01-01T00:00:00Z',
      customer: null,
    },
  ]);
});

test('the calendar that counts is told by its hours', async () => {
  const { calendars, clocks } = await page(await openedInSaxony());
  const used = calendars.find(({ id }) => id === clocks[0]!.why.calendarId);
  assert.deepEqual(used, { id: 'saxony', timeZone: 'Europe/Berlin', weekly: SAXONY.weekly });
});

test('a holiday has its name in both languages and the one state that has it', async () => {
  const { clocks } = await page(await openedInSaxony());
  const [, resolution] = clocks;
  assert.deepEqual(
    resolution!.why.days.map((day) => day.kind === 'day' && [day.date, day.closed, day.holiday]).slice(0, 3),
    [
      ['2026-11-17', null, null],
      ['2026-11-18', 'holiday', { de: 'Buß- und Bettag (Sachsen)', en: 'Day of Repentance and Prayer (Saxony)' }],
      ['2026-11-19', 'outside_hours', null],
    ],
  );
});

test('keys of its team and its service are told by name', async () => {
  const { names } = await page(await openedInSaxony());
  assert.deepEqual(
    names.toSorted((a, b) => (a.kind < b.kind ? -1 : 1)),
    [
      { kind: 'service', key: 'mail', name: 'E-Mail und Kalender' },
      { kind: 'team', key: 'net', name: 'Netz und Fernzugang' },
    ],
  );
});
