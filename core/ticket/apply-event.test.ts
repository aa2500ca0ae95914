import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { randomDesk } from '#worlds/random-desk.ts';
import { openSeconds } from '../calendar/open-time.ts';
import { factsOfTicket } from '../facts/facts-of-ticket.ts';
import type { FactRow } from '../facts/kinds.ts';
import type { Instant } from '../time/instant.ts';
import { applyEvent } from './apply-event.ts';
import { allSeconds } from './business-time.ts';
import { isUpward, type TicketEvent } from './event.ts';
import { EXCLUDED_STATES, isActiveState, isDoneState, standingAfter, TICKET_STATES } from './state.ts';
import {
  agreement,
  becomes,
  berlin,
  HOUR,
  type Line,
  MINUTE,
  opened,
  reading,
  reply,
  story,
  ticketAfter,
} from './story.oracle.ts';
import type { Ticket } from './ticket.ts';

const desk = randomDesk(20_261_128, 1500);

/** Looks at every ticket of a random desk after every event. */
function eachStep(look: (ticket: Ticket, before: Ticket | null, event: TicketEvent) => void): void {
  for (const events of desk.histories) {
    let ticket: Ticket | null = null;
    for (const event of events) {
      const before: Ticket | null = ticket;
      ticket = applyEvent(before, event, desk.versions);
      look(ticket, before, event);
    }
  }
}

describe('whatever happens to a ticket', () => {
  test('every open second is counted once: worked, paused, done or withdrawn', () => {
    for (const events of desk.histories) {
      if (events.some(({ kind }) => kind === 'calendarChanged' || kind === 'agreementChanged')) continue;
      let ticket: Ticket | null = null;
      for (const event of events) ticket = applyEvent(ticket, event, desk.versions);
      const { businessTime, calendar, createdAt } = ticket!;
      assert.equal(allSeconds(businessTime), openSeconds(calendar, createdAt, businessTime.since));
    }
  });

  test('it goes into the open tickets and out again in turn', () => {
    eachStep(({ movements, standing }) => {
      const balance = movements.reduce((sum, { movement }) => {
        const next = sum + (movement === 'created' || movement === 'reopening' ? 1 : -1);
        assert.ok(next === 0 || next === 1);
        return next;
      }, 0);
      assert.equal(balance, isActiveState(standing) ? 1 : 0);
    });
  });

  test('it has a last resolution exactly as long as it counts as resolved or closed', () => {
    eachStep(({ lastResolution, standing }) => assert.equal(lastResolution !== null, isDoneState(standing)));
  });

  test('its first answer and the instant of its first resolution never change', () => {
    eachStep((ticket, before) => {
      if (before?.firstResponse) assert.equal(ticket.firstResponse, before.firstResponse);
      if (before?.firstResolution) assert.equal(ticket.firstResolution!.at, before.firstResolution.at);
    });
  });

  test('it is never resolved before it is answered', () => {
    eachStep(({ firstResolution, firstResponse }) => {
      if (firstResolution) assert.ok(firstResponse !== null && firstResponse.at <= firstResolution.at);
    });
  });

  test('the ticket of before is left as it was', () => {
    for (const events of desk.histories.slice(0, 300)) {
      let ticket: Ticket | null = null;
      for (const event of events) ticket = applyEvent(frozen(ticket), frozen(event), desk.versions);
    }
  });
});

/** The same value, in which nothing can be changed any more. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

describe('resolving or closing', () => {
  for (const withdrawn of ['cancelled', ...EXCLUDED_STATES] as const) {
    test(`a ${withdrawn} ticket is paperwork`, () => {
      for (const to of ['resolved', 'closed'] as const) assert.equal(standingAfter(withdrawn, to), withdrawn);
      const told: Line[] = [
        ['2026-03-04 09:00', opened()],
        ['2026-03-04 09:10', becomes(withdrawn)],
        ['2026-03-04 09:20', becomes('closed')],
      ];
      const ticket = ticketAfter(story(...told));
      assert.deepEqual([ticket.state, ticket.standing, ticket.firstResponse], ['closed', withdrawn, null]);
      const back = ticketAfter(story(...told, ['2026-03-04 09:30', becomes('in_progress')]));
      assert.deepEqual([back.standing, back.firstResolution], ['in_progress', null]);
    });
  }

  test('an open ticket counts, and every other change sets what the ticket counts as', () => {
    for (const from of ['new', 'in_progress', 'pending_customer', 'resolved', 'closed'] as const) {
      for (const to of TICKET_STATES) assert.equal(standingAfter(from, to), to);
    }
  });
});

test('a state that is already set changes nothing, the second closing included', () => {
  const events = story(
    ['2026-03-04 09:00', opened()],
    ['2026-03-04 10:00', becomes('closed')],
    ['2026-03-06 10:00', becomes('closed')],
  );
  assert.equal(ticketAfter(events).closing!.at, berlin('2026-03-04 10:00'));
});

test('an answer to a withdrawn ticket is none', () => {
  const told: Line[] = [
    ['2026-03-04 09:00', opened()],
    ['2026-03-04 09:10', becomes('cancelled')],
    ['2026-03-04 09:20', reply()],
    ['2026-03-04 11:00', becomes('in_progress')],
  ];
  assert.equal(ticketAfter(story(...told)).firstResponse, null);
  const later = story(...told, ['2026-03-04 11:30', reply()]);
  assert.equal(ticketAfter(later).firstResponse!.businessSeconds, 2.5 * HOUR);
  assert.equal(reading(later, 'first_response', berlin('2026-03-04 12:00')).elapsedSeconds, 40 * MINUTE);
});

test('only a hand-over to a higher level goes up, and levels are numbers', () => {
  assert.deepEqual(
    [isUpward('1', '2'), isUpward('2', '1'), isUpward('2', '2'), isUpward('9', '10'), isUpward(null, '2')],
    [true, false, false, true, false],
  );
});

test('only inbound contacts up to the last resolution are counted for it, its own second included', () => {
  const call = (isInbound: boolean) => (at: Instant) =>
    ({
      kind: 'contactHandled',
      at,
      startedAt: null,
      handledBy: null,
      level: null,
      channel: 'phone',
      isInbound,
    }) as const;
  const ticket = ticketAfter(
    story(
      ['2026-03-04 09:00', opened()],
      ['2026-03-04 09:00', call(true)],
      ['2026-03-04 09:30', call(false)],
      ['2026-03-04 10:00', becomes('resolved')],
      ['2026-03-04 10:00', call(true)],
      ['2026-03-04 11:00', call(true)],
    ),
  );
  const resolution = factsOfTicket(ticket).find(({ kind }) => kind === 'resolution');
  assert.equal((resolution!.row as FactRow<'resolution'>).contactCount, 2);
});

test('another agreement counts waiting from its own day on', () => {
  const ticket = ticketAfter(
    story(
      ['2026-03-04 09:00', opened()],
      ['2026-03-04 10:00', becomes('pending_vendor')],
      ['2026-03-04 11:00', agreement('vendorPauses')],
      ['2026-03-04 14:00', becomes('resolved')],
    ),
  );
  assert.equal(ticket.lastResolution!.workingSeconds, 2 * HOUR);
  assert.equal(ticket.lastResolution!.pausedSeconds, 3 * HOUR);
  assert.equal(ticket.resolutionClock!.measuredSeconds, 2 * HOUR);
});

test('a reopening that is judged to be none afterwards does not count, and counts again when that is taken back', () => {
  const judged = (isNonIssue: boolean) => (at: Instant) => ({ kind: 'reopeningJudged', at, isNonIssue }) as const;
  const before = story(
    ['2026-03-04 09:00', opened()],
    ['2026-03-04 10:00', becomes('resolved')],
    ['2026-03-04 11:00', becomes('in_progress')],
    ['2026-03-04 11:05', judged(true)],
  );
  const first = ticketAfter(before).firstResolution;
  assert.deepEqual([first?.reopenedAt, first?.isNonIssueReopened], [null, true]);
  const again = ticketAfter([...before, ...story(['2026-03-04 11:10', judged(false)])]).firstResolution;
  assert.deepEqual([again?.reopenedAt, again?.isNonIssueReopened], [berlin('2026-03-04 11:00'), false]);
});

test('only the last reopening is judged', () => {
  const ticket = ticketAfter(
    story(
      ['2026-03-04 09:00', opened()],
      ['2026-03-04 10:00', becomes('resolved')],
      ['2026-03-04 11:00', becomes('in_progress')],
      ['2026-03-04 12:00', becomes('resolved')],
      ['2026-03-04 13:00', becomes('in_progress')],
      ['2026-03-04 13:05', (at) => ({ kind: 'reopeningJudged', at, isNonIssue: true })],
    ),
  );
  assert.equal(ticket.firstResolution?.reopenedAt, berlin('2026-03-04 11:00'));
});

test('the call in which a ticket was opened ends it: resolved while they talked is resolved in the call', () => {
  const ticket = ticketAfter(
    story(
      ['2026-03-04 09:05', opened({ dimensions: { channel: 'phone' } })],
      ['2026-03-04 09:40', becomes('resolved')],
      [
        '2026-03-04 09:45',
        (at) => ({
          kind: 'contactHandled',
          at,
          startedAt: berlin('2026-03-04 09:00'),
          handledBy: null,
          level: null,
          channel: 'phone',
          isInbound: true,
        }),
      ],
    ),
  );
  assert.equal(ticket.firstResolution?.secondsAfterContact, -300);
});

test('a promise given later counts from the creation, for what is not answered yet', () => {
  const promised = (...before: readonly Line[]) =>
    ticketAfter(
      story(['2026-03-04 09:00', opened({ under: { kind: 'none' } })], ...before, [
        '2026-03-04 10:30',
        agreement('office'),
      ]),
    );
  const late = promised();
  assert.deepEqual(
    [late.firstResponseClock?.breachedAt, late.firstResponseClock?.breachCause],
    [berlin('2026-03-04 10:30'), 'target_change'],
  );
  assert.equal(late.resolutionClock?.dueAt, berlin('2026-03-04 13:00'));
  const answered = promised(['2026-03-04 09:10', reply()]);
  assert.equal(answered.firstResponseClock, null);
  assert.equal(promised(['2026-03-04 09:20', becomes('resolved')]).resolutionClock?.targetSeconds, null);
});
