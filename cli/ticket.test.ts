import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { deadlineAccounts } from '#core/clock/deadline-account.ts';
import type { TicketEvent } from '#core/ticket/event.ts';
import { becomes, berlin, opened, priority, reply, story, ticketAfter, VERSIONS } from '#core/ticket/story.oracle.ts';
import { zoneOf } from '#core/time/zone.ts';
import { Failure } from '#server/platform/failure.ts';
import type { Language } from '#text/language.ts';
import { readTicketCall } from './ticket-call.ts';
import { type ShownTicket, ticketJson, ticketText } from './ticket-text.ts';

const EASTER = story(
  ['2026-04-01 15:00', opened({ priority: 'P3', dimensions: { team: 'Network' } })],
  ['2026-04-01 15:20', reply()],
  ['2026-04-02 10:00', becomes('pending_customer')],
  ['2026-04-02 16:00', becomes('in_progress')],
  ['2026-04-07 09:30', priority('P2')],
);

function shown(events: readonly TicketEvent[], when: string): ShownTicket {
  const at = berlin(when);
  return { number: 17, at, ticket: ticketAfter(events), events, accounts: deadlineAccounts(events, VERSIONS, at) };
}

function page(events: readonly TicketEvent[], when: string, options: { language?: Language; zone?: string } = {}) {
  const { language = 'en', zone = 'Europe/Berlin' } = options;
  return ticketText(shown(events, when), { language, zone: zoneOf(zone) }, { isWhy: true });
}

describe('kundig ticket --why', () => {
  test('tells state, dimensions and what happened', () => {
    assert.deepEqual(page(EASTER, '2026-04-07 09:45').split('\n').slice(0, 9), [
      'Ticket 17: in progress (since Thu 2026-04-02 16:00)',
      'Opened Wed 2026-04-01 15:00 · team Network · priority P2 · channel email · support level 1 · type incident',
      '',
      'What happened (times: Europe/Berlin)',
      '  Wed 2026-04-01 15:00  opened',
      '  Wed 2026-04-01 15:20  reply to the customer',
      '  Thu 2026-04-02 10:00  state: waiting for the customer',
      '  Thu 2026-04-02 16:00  state: in progress',
      '  Tue 2026-04-07 09:30  priority: P2',
    ]);
  });

  test('explains a deadline over a pause, Easter and a new priority', () => {
    const text = page(EASTER, '2026-04-07 09:30');
    assert.equal(
      text.slice(text.indexOf('Resolution')),
      [
        'Resolution: missed, 4:30:00 used of 4:00:00, missed since Tue 2026-04-07 09:30, 0:30:00 too long',
        '  Counts from the opening, Wed 2026-04-01 15:00.',
        '  Promised: 4:00:00 at priority P2, agreement standard, version office.',
        '  Wed 2026-04-01 15:00  clock starts · due Tue 2026-04-07 15:00',
        '  Wed 2026-04-01 15:00 – Thu 2026-04-02 10:00  counts 3:00:00',
        '      Wed 2026-04-01  15:00–17:00  2:00:00',
        '      closed until Thu 2026-04-02 09:00: outside service hours',
        '      Thu 2026-04-02  09:00–10:00  1:00:00',
        '  Thu 2026-04-02 10:00  on hold: waiting for the customer',
        '  Thu 2026-04-02 10:00 – Thu 2026-04-02 16:00  on hold: waiting for the customer',
        '  Thu 2026-04-02 16:00  goes on: in progress · due Wed 2026-04-08 13:00',
        '  Thu 2026-04-02 16:00 – Tue 2026-04-07 09:30  counts 1:30:00',
        '      Thu 2026-04-02  16:00–17:00  1:00:00',
        '      closed until Tue 2026-04-07 09:00: holiday (2026-04-03, 2026-04-06), weekend',
        '      Tue 2026-04-07  09:00–09:30  0:30:00',
        '  Tue 2026-04-07 09:30  priority changed from P3 to P2 · target 16:00:00 → 4:00:00',
        '  Tue 2026-04-07 09:30  deadline missed: more was used already than the new target allows',
        '  Tue 2026-04-07 09:30 – now  counts 0:00:00',
      ].join('\n'),
    );
  });

  test('says it in German', () => {
    const text = page(EASTER, '2026-04-02 12:00', { language: 'de' });
    assert.match(
      text,
      /\nLösung: offen, 3:00:00 von 16:00:00 verbraucht, angehalten, keine Fälligkeit, bis es weitergeht\n/,
    );
    assert.match(text, /\n {6}geschlossen bis Do 2026-04-02 09:00: außerhalb der Servicezeit\n/);
  });

  test('lays out the way to the due instant', () => {
    const text = page(EASTER.slice(0, 2), '2026-04-01 16:00');
    assert.match(text, /, due Tue 2026-04-07 15:00, warning Tue 2026-04-07 11:48\n/);
    assert.match(
      text,
      /\n {2}Still to come until it is due:\n {6}Wed 2026-04-01 {2}16:00–17:00 {2}1:00:00\n(?:.*\n)+ {6}Tue 2026-04-07 {2}09:00–15:00 {2}6:00:00$/,
    );
  });

  test('shows instants in the reader’s zone and windows in that of the service hours', () => {
    const text = page(EASTER.slice(0, 1), '2026-04-01 16:00', { zone: 'UTC' });
    assert.match(
      text,
      /Wed 2026-04-01 13:00 – now {2}counts \(hours of Europe\/Berlin\) 1:00:00\n {6}Wed 2026-04-01 {2}15:00–16:00/,
    );
  });

  test('says that nothing was promised, or that the source keeps the promise', () => {
    const none = story(['2026-04-01 15:00', opened({ under: { kind: 'none' } })]);
    const imported = story(['2026-04-01 15:00', opened({ under: { kind: 'imported' } })]);
    assert.match(page(none, '2026-04-01 16:00'), /\nNothing was promised for this ticket, so it has no deadlines\.$/);
    assert.match(page(imported, '2026-04-01 16:00'), /tells only the verdict\.$/);
  });
});

test('kundig ticket without --why is short: a line for each clock', () => {
  const reader = { language: 'en', zone: zoneOf('Europe/Berlin') } as const;
  const text = ticketText(shown(EASTER, '2026-04-07 09:45'), reader, { isWhy: false });
  assert.deepEqual(text.split('\n').slice(10), [
    'Deadlines (as of Tue 2026-04-07 09:45, times: Europe/Berlin)',
    '  First response: kept, 0:20:00 used of 4:00:00, done Wed 2026-04-01 15:20',
    '  Resolution: missed, 4:45:00 used of 4:00:00, missed since Tue 2026-04-07 09:30, 0:45:00 too long',
    '',
    '"--why" shows why the deadlines are what they are.',
  ]);
});

test('as JSON, instants are ISO 8601 and lengths are seconds', () => {
  const json = JSON.parse(ticketJson(shown(EASTER, '2026-04-02 12:00')));
  assert.equal(json.at, '2026-04-02T10:00:00Z');
  assert.equal(json.events[0].at, '2026-04-01T13:00:00Z');
  const [, resolution] = json.deadlines;
  assert.equal(resolution.reading.elapsedSeconds, 3 * 3600);
  assert.deepEqual(resolution.story.at(-1), {
    kind: 'paused',
    state: 'pending_customer',
    from: '2026-04-02T08:00:00Z',
    until: '2026-04-02T10:00:00Z',
    isOngoing: true,
  });
});

for (const args of [[], ['17', '18'], ['0'], ['x'], ['17', '--because']]) {
  test(`"kundig ticket ${args.join(' ')}" is refused with how to call it`, () => {
    assert.throws(
      () => readTicketCall(args),
      (error) => error instanceof Failure && error.key === 'failure.ticketUsage',
    );
  });
}
