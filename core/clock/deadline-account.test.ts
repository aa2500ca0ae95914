import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { dice } from '#worlds/dice.ts';
import { randomDesk } from '#worlds/random-desk.ts';
import { type PinnedVersions, targetsFor } from '../agreement/terms.ts';
import { isOpen, openSeconds } from '../calendar/open-time.ts';
import { applyEvent } from '../ticket/apply-event.ts';
import type { TicketEvent } from '../ticket/event.ts';
import { isActiveState, isExcludedState } from '../ticket/state.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { noteBreaches } from '../ticket/ticket-clocks.ts';
import type { Instant } from '../time/instant.ts';
import type { DeadlineAccount, DeadlineMoment, DeadlineStretch, RunningStretch } from './deadline.ts';
import { deadlineAccounts } from './deadline-account.ts';
import { underOtherHours } from './other-hours.oracle.ts';
import { readClock } from './reading.ts';
import { measuredUntil, type SlaClock } from './sla-clock.ts';

const desk = randomDesk(20_261_123, 600);
const WORLDS = underOtherHours(desk.versions);

interface Case {
  readonly versions: PinnedVersions;
  readonly account: DeadlineAccount;
  readonly clock: SlaClock;
  readonly ticket: Ticket;
  readonly isLeft: boolean;
}

/** Every account of every history, read at every event, between events and long after, beside the clock itself. */
function* cases(): Generator<Case> {
  const roll = dice(7);
  for (const [index, events] of desk.histories.entries()) {
    const versions = WORLDS[index % WORLDS.length]!;
    const marks = events.flatMap(({ at }) => [at, at + roll.below(90_000)]);
    for (const mark of new Set([...marks, events.at(-1)!.at + 30 * 86_400])) {
      const at = mark as Instant;
      const ticket = ticketAt(events, versions, at);
      const clocks = [ticket.firstResponseClock, ...ticket.earlierCycles, ticket.resolutionClock].filter(Boolean);
      const accounts = deadlineAccounts(events, versions, at);
      assert.equal(accounts.length, clocks.length);
      for (const account of accounts) {
        const clock = clocks.find((other) => other!.kind === account.clock && other!.cycle === account.cycle);
        assert.ok(clock);
        yield { versions, account, clock, ticket, isLeft: ticket.earlierCycles.includes(clock) };
      }
    }
  }
}

function ticketAt(events: readonly TicketEvent[], versions: PinnedVersions, at: Instant): Ticket {
  let ticket: Ticket | null = null;
  for (const event of events) if (event.at <= at) ticket = applyEvent(ticket, event, versions);
  return noteBreaches(ticket!, at);
}

function stretchesOf({ story }: DeadlineAccount): DeadlineStretch[] {
  return story.filter((entry) => entry.kind !== 'moment');
}

function runningOf(account: DeadlineAccount): RunningStretch[] {
  return stretchesOf(account).filter((stretch) => stretch.kind === 'running');
}

function momentsOf({ story }: DeadlineAccount): DeadlineMoment[] {
  return story.filter((entry) => entry.kind === 'moment');
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function partsSeconds({ parts }: RunningStretch): number {
  return sum(parts.map((part) => (part.kind === 'closed' ? 0 : part.usedSeconds)));
}

describe('in a random desk, the account of a clock', () => {
  test('reads as the clock reads', () => {
    for (const { account, clock, ticket, isLeft } of cases()) {
      const standing = isLeft && !isExcludedState(ticket.standing) ? 'resolved' : ticket.standing;
      assert.deepEqual(account.reading, readClock(clock, standing, account.at));
    }
  });

  test('uses in its windows exactly the seconds that the clock has measured', () => {
    for (const { account } of cases()) {
      assert.equal(sum(runningOf(account).map(partsSeconds)), account.reading.elapsedSeconds);
      for (const stretch of runningOf(account)) assert.equal(partsSeconds(stretch), stretch.usedSeconds);
    }
  });

  test('knows at every moment how much was used before it', () => {
    for (const { account } of cases()) {
      let used = 0;
      for (const entry of account.story) {
        if (entry.kind === 'running') used += entry.usedSeconds;
        if (entry.kind === 'moment') assert.equal(entry.usedSeconds, used);
      }
    }
  });

  test('tells the due instant that the clock has, and hands it from moment to moment', () => {
    for (const { account, clock } of cases()) {
      const moments = momentsOf(account);
      assert.equal(account.projection.dueAt, clock.dueAt);
      assert.equal(account.projection.target.seconds, clock.targetSeconds);
      assert.deepEqual(moments.at(-1)!.after, account.projection);
      for (const [index, { before }] of moments.slice(1).entries()) assert.deepEqual(before, moments[index]!.after);
    }
  });

  test('has a way ahead that makes up what is left of the target', () => {
    let ways = 0;
    for (const { account, clock } of cases()) {
      assert.equal(account.ahead === null, clock.dueAt === null);
      if (!account.ahead) continue;
      ways += 1;
      assert.equal(partsSeconds(account.ahead), clock.targetSeconds! - measuredUntil(clock, account.at));
      assert.equal(account.ahead.until, clock.dueAt);
    }
    assert.ok(ways > 500);
  });

  test('names the agreement and the priority that its target comes from', () => {
    for (const { account, ticket, clock, isLeft } of cases()) {
      const { seconds, versionId, priority } = account.projection.target;
      if (isLeft || !isActiveState(ticket.standing) || clock.satisfiedAt !== null) continue;
      assert.equal(seconds, targetsFor(desk.agreements.get(versionId)!, priority)[account.clock]);
      assert.equal(priority, ticket.dimensions.priority);
    }
  });

  test('leaves no gap in its story up to the instant it is read, or to the end of its cycle', () => {
    for (const { account, isLeft } of cases()) {
      const hasStopped = account.clock === 'first_response' && account.stoppedAt !== null;
      // After the first response nothing counts: what still happens are moments.
      const end = hasStopped ? account.stoppedAt : account.at;
      let cursor = account.start.at;
      for (const entry of account.story) {
        if (entry.kind !== 'moment') {
          assert.equal(entry.from, cursor);
          assert.ok(entry.until > entry.from || entry.isOngoing);
          cursor = entry.until;
        } else if (!hasStopped || entry.at <= account.stoppedAt!) assert.equal(entry.at, cursor);
      }
      if (!isLeft) assert.equal(cursor, end);
    }
  });

  test('counts only open windows, each on its local date, and calls closed what is closed', () => {
    for (const { account, versions } of cases()) {
      for (const { parts, calendarId, timeZone, from, until } of runningOf(account)) {
        const calendar = versions.calendars.get(calendarId)!;
        let cursor = from;
        for (const part of parts) {
          if (part.kind === 'left_out') assert.fail('no stretch here is that long');
          const start = part.kind === 'open' ? part.windows[0]!.from : part.from;
          assert.equal(start, cursor);
          if (part.kind === 'open') {
            for (const window of part.windows) {
              assert.ok(isOpen(calendar, window.from));
              assert.equal(openSeconds(calendar, window.from, window.until), window.until - window.from);
              assert.equal(localDateOf(window.from, timeZone), part.date);
              assert.equal(localDateOf((window.until - 1) as Instant, timeZone), part.date);
            }
          } else {
            assert.equal(openSeconds(calendar, part.from, part.until), 0);
            assert.ok(part.reasons.length > 0);
          }
          cursor = part.kind === 'open' ? part.windows.at(-1)!.until : part.until;
        }
        assert.equal(cursor, until);
      }
    }
  });

  test('tells a breach once, at its instant, with its cause', () => {
    let breaches = 0;
    for (const { account, clock } of cases()) {
      const told = momentsOf(account).filter(({ cause }) => cause.kind === 'breached');
      assert.deepEqual(
        told.map(({ at, cause }) => ({ at, cause: cause.kind === 'breached' && cause.why })),
        clock.breachedAt === null ? [] : [{ at: clock.breachedAt, cause: clock.breachCause }],
      );
      breaches += told.length;
    }
    assert.ok(breaches > 500);
  });

  test('survives JSON unchanged', () => {
    for (const { account } of cases()) assert.deepEqual(JSON.parse(JSON.stringify(account)), account);
  });

  test('is the same whatever happens later', () => {
    for (const events of desk.histories.slice(0, 200)) {
      const at = events[Math.floor(events.length / 2)]!.at;
      const known = events.filter((event) => event.at <= at);
      assert.deepEqual(deadlineAccounts(events, desk.versions, at), deadlineAccounts(known, desk.versions, at));
    }
  });
});

test('before anything has happened there is no account', () => {
  const events = desk.histories[0]!;
  assert.deepEqual(deadlineAccounts(events, desk.versions, (events[0]!.at - 1) as Instant), []);
});

function localDateOf(at: Instant, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at * 1000)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
}
