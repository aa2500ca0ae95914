import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { eventOf, eventShape, policyShape, versionsOf } from '#cli/golden/ticket-log.ts';
import type { PinnedVersions } from '../agreement/terms.ts';
import { openSeconds } from '../calendar/open-time.ts';
import { applyEvent } from '../ticket/apply-event.ts';
import type { ClockKind, TicketEvent } from '../ticket/event.ts';
import { isActiveState } from '../ticket/state.ts';
import { becomes, berlin, HOUR, opened, reading, VERSIONS } from '../ticket/story.oracle.ts';
import { Tape } from '../ticket/tape.oracle.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { formatInstant, type Instant } from '../time/instant.ts';
import { randomClockLog, WRITTEN_CALENDARS } from './random-clock-log.oracle.ts';
import { type ClockReading, readClock } from './reading.ts';

const runs = { seed: 20_261_123, numRuns: 120 };
const KINDS = ['first_response', 'resolution'] as const satisfies readonly ClockKind[];

interface History {
  readonly events: readonly TicketEvent[];
  readonly checks: readonly Instant[];
  readonly versions: PinnedVersions;
}

const history = fc
  .array(fc.noBias(fc.nat(0xfffff)), { minLength: 60, maxLength: 160, size: 'max' })
  .map((numbers): History => {
    const { policy: drawn, events, checks } = randomClockLog(new Tape(numbers));
    const policy = policyShape.parse(drawn);
    const ticket = { channel: 'email', initial_level: 1 };
    const written = events.map((event) => eventShape.parse({ ...event, at: formatInstant(event.at as Instant) }));
    return {
      events: written.flatMap((event) => eventOf(event, ticket, policy.calendar) ?? []),
      checks: checks.filter((at) => at >= events[0]!.at) as Instant[],
      versions: versionsOf(WRITTEN_CALENDARS, policy, policy.calendar),
    };
  });

function ticketAt({ events, versions }: History, at: Instant): Ticket {
  let ticket: Ticket | null = null;
  for (const event of events) if (event.at <= at) ticket = applyEvent(ticket, event, versions);
  return ticket!;
}

function readingsOf(ticket: Ticket, at: Instant): ClockReading[] {
  return KINDS.map((kind) => {
    const clock = kind === 'resolution' ? ticket.resolutionClock : ticket.firstResponseClock;
    return readClock(clock!, ticket.standing, at);
  });
}

/** `told` after everything that happened up to its instant. */
function withEvent(told: History, event: TicketEvent): History {
  const index = told.events.findLastIndex(({ at }) => at <= event.at) + 1;
  return { ...told, events: [...told.events.slice(0, index), event, ...told.events.slice(index)] };
}

test('looking in on a ticket changes no clock', () => {
  fc.assert(
    fc.property(history, fc.array(fc.nat(), { minLength: 1, maxLength: 5 }), (told, picks) => {
      let watched = told;
      for (const pick of picks) {
        const at = told.checks[pick % told.checks.length]!;
        watched = withEvent(watched, { kind: 'assigneeChanged', at, to: 'somebody' });
      }
      for (const at of told.checks) {
        assert.deepEqual(readingsOf(ticketAt(watched, at), at), readingsOf(ticketAt(told, at), at));
      }
    }),
    runs,
  );
});

test('a pause that ends in its own second changes no clock', () => {
  fc.assert(
    fc.property(history, fc.nat(), (told, pick) => {
      const at = told.checks[pick % told.checks.length]!;
      const { standing } = ticketAt(told, at);
      fc.pre(isActiveState(standing));
      const paused = withEvent(withEvent(told, becomes('pending_customer')(at)), becomes(standing)(at));
      for (const check of told.checks) {
        assert.deepEqual(readingsOf(ticketAt(paused, check), check), readingsOf(ticketAt(told, check), check));
      }
    }),
    runs,
  );
});

test('a verdict depends on what happened, never on when it is read', () => {
  fc.assert(
    fc.property(history, (told) => {
      const last = told.events.at(-1)!.at;
      const ticket = ticketAt(told, last);
      const late = readingsOf(ticket, (last + 400 * 86_400) as Instant);
      KINDS.forEach((_, kind) => {
        const { breachedAt, breachCause } = late[kind]!;
        if (breachedAt === null) return;
        const first = Math.max(last, breachedAt + 1) as Instant;
        for (const at of [first, (first + 1) as Instant, (first + 90_000) as Instant]) {
          const now = readingsOf(ticket, at)[kind]!;
          assert.deepEqual([now.breachedAt, now.breachCause], [breachedAt, breachCause]);
        }
        if (breachedAt < last) return;
        assert.equal(readingsOf(ticket, breachedAt)[kind]!.breachedAt, breachCause === 'elapsed' ? null : breachedAt);
      });
    }),
    runs,
  );
});

test('elapsed time never shrinks within a cycle, a breach never goes away', () => {
  fc.assert(
    fc.property(history, (told) => {
      const shown = told.checks.map((at) => readingsOf(ticketAt(told, at), at));
      for (let i = 1; i < shown.length; i += 1) {
        KINDS.forEach((_, kind) => {
          const [before, after] = [shown[i - 1]![kind]!, shown[i]![kind]!];
          if (before.cycle !== after.cycle) return;
          assert.ok(after.elapsedSeconds >= before.elapsedSeconds);
          if (before.breachedAt !== null) assert.equal(after.breachedAt, before.breachedAt);
        });
      }
    }),
    runs,
  );
});

/** What may still happen to a resolved ticket without reopening it. */
const afterwards = fc.constantFrom<(at: Instant) => TicketEvent>(
  becomes('closed'),
  becomes('resolved'),
  (at) => ({ kind: 'replySent', at, isPublic: true, isAutomatic: false }),
  (at) => ({ kind: 'requesterContacted', at, isTrivial: false }),
  (at) => ({ kind: 'priorityChanged', at, to: 'P1' }),
  (at) => ({ kind: 'priorityChanged', at, to: 'P4' }),
  (at) => ({ kind: 'calendarChanged', at, calendarId: 'round' }),
  (at) => ({ kind: 'handedOver', at, fromLevel: '1', toLevel: '2', hasNote: true }),
);

test('nothing that happens after a stop moves a stopped clock', () => {
  fc.assert(
    fc.property(history, fc.array(fc.tuple(fc.nat(200_000), afterwards), { maxLength: 6 }), (told, later) => {
      const stop = told.checks.at(-1)!;
      fc.pre(isActiveState(ticketAt(told, stop).standing));
      let ticket = applyEvent(ticketAt(told, stop), becomes('resolved')(stop), told.versions);
      const stopped = readingsOf(ticket, stop);
      let at = stop;
      for (const [gap, happens] of later) {
        at = (at + gap) as Instant;
        ticket = applyEvent(ticket, happens(at), told.versions);
        assert.deepEqual(readingsOf(ticket, at), stopped);
      }
    }),
    runs,
  );
});

test('a pause of n open seconds moves the due instant by n open seconds', () => {
  const start = berlin('2026-03-25 08:00');
  const calendar = VERSIONS.calendars.get('office')!;
  fc.assert(
    fc.property(fc.nat(3 * 86_400), fc.nat(6 * HOUR), fc.nat(6 * 86_400), (begin, after, length) => {
      const created = (start + begin) as Instant;
      const from = (created + after) as Instant;
      const to = (from + length) as Instant;
      const events = [opened()(created), becomes('pending_customer')(from), becomes('in_progress')(to)];
      const before = reading(events, 'resolution', created).dueAt!;
      fc.pre(from < before);
      const due = reading(events, 'resolution', to).dueAt!;
      assert.equal(openSeconds(calendar, before, due), openSeconds(calendar, from, to));
      assert.equal(reading(events, 'resolution', due).outcome, 'pending');
      assert.equal(reading(events, 'resolution', (due + 1) as Instant).outcome, 'breached');
    }),
    { ...runs, numRuns: 2000 },
  );
});
