import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { dice } from '#worlds/dice.ts';
import { randomDesk } from '#worlds/random-desk.ts';
import type { PinnedVersions } from '../agreement/terms.ts';
import { isOpen, openSeconds } from '../calendar/open-time.ts';
import type { TicketEvent } from '../ticket/event.ts';
import { becomes, berlin, HOUR, opened, priority, reply, story, VERSIONS } from '../ticket/story.oracle.ts';
import { type Instant, SECONDS_PER_DAY } from '../time/instant.ts';
import { type ClockDay, type DayByDay, type DayPiece, dayByDay, type PieceKind } from './day-by-day.ts';
import type { DeadlineAccount } from './deadline.ts';
import { deadlineAccounts } from './deadline-account.ts';
import { MOST_DAYS } from './fold-days.ts';
import { underOtherHours } from './other-hours.oracle.ts';

const desk = randomDesk(20_261_124, 300);
const WORLDS = underOtherHours(desk.versions);

interface Case {
  readonly account: DeadlineAccount;
  readonly drawing: DayByDay;
  readonly versions: PinnedVersions;
}

/** Every clock of every history, read at every event, between events and half a year after. */
function* cases(): Generator<Case> {
  const roll = dice(11);
  for (const [index, events] of desk.histories.entries()) {
    const versions = WORLDS[index % WORLDS.length]!;
    const marks = events.flatMap(({ at }) => [at, at + roll.below(90_000)]);
    for (const at of new Set([...marks, events.at(-1)!.at + 180 * SECONDS_PER_DAY])) {
      for (const account of deadlineAccounts(events, versions, at as Instant)) {
        yield { account, drawing: dayByDay(account, versions.calendars), versions };
      }
    }
  }
}

function total({ days }: DayByDay, kind: PieceKind): number {
  return days.reduce((sum, { seconds }) => sum + seconds[kind], 0);
}

function shownDays({ days }: DayByDay): ClockDay[] {
  return days.filter((day) => day.kind === 'day');
}

describe('in a random desk, the days of a clock', () => {
  test('count together what the clock has used', () => {
    for (const { account, drawing } of cases()) {
      assert.equal(total(drawing, 'counted'), account.reading.elapsedSeconds);
    }
  });

  test('lead, with what is ahead, to the target', () => {
    let ways = 0;
    for (const { account, drawing } of cases()) {
      if (account.ahead === null) assert.equal(total(drawing, 'ahead'), 0);
      else {
        ways += 1;
        const { elapsedSeconds, targetSeconds } = account.reading;
        assert.equal(elapsedSeconds + total(drawing, 'ahead'), targetSeconds);
        assert.equal(drawing.promisedAt, account.ahead.until);
      }
    }
    assert.ok(ways > 200);
  });

  test('follow one another from the date of the start without a gap', () => {
    for (const { account, drawing } of cases()) {
      const { days } = drawing;
      assert.ok(days[0]!.from <= account.start.at && account.start.at < days[0]!.until);
      for (const [index, day] of days.entries()) if (index > 0) assert.equal(day.from, days[index - 1]!.until);
    }
  });

  test('reach as far as the promise and as what was counted', () => {
    for (const { account, drawing } of cases()) {
      const last = account.story.findLast((entry) => entry.kind === 'running');
      const end = Math.max(drawing.promisedAt ?? 0, last?.kind === 'running' ? last.until : 0);
      assert.ok(drawing.days.at(-1)!.until >= end);
    }
  });

  test('have pieces in order, inside the hours of their date and each as long as it says', () => {
    for (const { drawing, versions } of cases()) {
      const calendars = [...versions.calendars.values()];
      for (const day of shownDays(drawing)) {
        let cursor = day.from;
        for (const { from, until, seconds } of day.pieces) {
          assert.ok(from >= cursor && until > from && until <= day.until);
          assert.equal(seconds, until - from);
          cursor = until;
        }
        const isClosed = calendars.some((one) => openSeconds(one, day.from, day.until) === 0);
        if (day.closed !== null) assert.ok(isClosed && day.hours.length === 0);
        for (const { from } of day.hours) assert.ok(calendars.some((one) => isOpen(one, from)));
      }
    }
  });

  test('have as seconds of a day those of its pieces', () => {
    for (const { drawing } of cases()) {
      for (const { pieces, seconds } of shownDays(drawing)) {
        const sums: Partial<Record<PieceKind, number>> = {};
        for (const piece of pieces) sums[piece.kind] = (sums[piece.kind] ?? 0) + piece.seconds;
        for (const [kind, sum] of Object.entries(seconds)) assert.equal(sums[kind as PieceKind] ?? 0, sum);
      }
    }
  });

  test('are never more than can be drawn', () => {
    for (const { drawing } of cases()) assert.ok(drawing.days.length <= MOST_DAYS);
  });
});

describe('the days of a clock', () => {
  const drawn = (events: readonly TicketEvent[], when: string): DayByDay => {
    const account = deadlineAccounts(events, VERSIONS, berlin(when)).find(({ clock }) => clock === 'resolution')!;
    return dayByDay(account, VERSIONS.calendars);
  };
  const brief = ({ kind, seconds }: DayPiece): string => `${kind} ${seconds / HOUR}`;
  const EASTER = story(
    ['2026-04-01 15:00', opened({ priority: 'P3' })],
    ['2026-04-01 15:20', reply()],
    ['2026-04-02 10:00', becomes('pending_customer')],
    ['2026-04-02 16:00', becomes('in_progress')],
  );

  test('tell a pause, the holidays and weekend between, and the way to the due instant', () => {
    const { days, promisedAt } = drawn(EASTER, '2026-04-07 09:30');
    assert.equal(promisedAt, berlin('2026-04-08 13:00'));
    assert.deepEqual(
      days.map((day) => day.kind === 'day' && [day.date.slice(5), day.closed ?? day.pieces.map(brief).join(', ')]),
      [
        ['04-01', 'counted 2'],
        ['04-02', 'counted 1, paused 6, counted 1'],
        ['04-03', 'holiday'],
        ['04-04', 'weekend'],
        ['04-05', 'weekend'],
        ['04-06', 'holiday'],
        ['04-07', 'counted 0.5, ahead 7.5'],
        ['04-08', 'ahead 4'],
      ],
    );
  });

  test('end with the promise when the clock stopped before it, and with the stop when that was too late', () => {
    const early = drawn([...EASTER, ...story(['2026-04-07 09:30', becomes('resolved')])], '2026-11-23 12:00');
    assert.equal(early.promisedAt, berlin('2026-04-08 13:00'));
    assert.equal(total(early, 'unused'), 11.5 * HOUR);
    assert.equal(early.days.at(-1)!.date, '2026-04-08');
    const late = drawn([...EASTER, ...story(['2026-04-10 10:00', becomes('resolved')])], '2026-11-23 12:00');
    assert.deepEqual([late.promisedAt, total(late, 'unused')], [berlin('2026-04-08 13:00'), 0]);
    assert.equal(late.days.at(-1)!.date, '2026-04-10');
  });

  test('promise nothing while the clock rests', () => {
    assert.equal(drawn(EASTER.slice(0, 3), '2026-04-02 12:00').promisedAt, null);
  });

  test('keep the instant of a deadline that a stricter target missed at once', () => {
    const stricter = [...EASTER, ...story(['2026-04-07 15:00', priority('P1')])];
    assert.equal(drawn(stricter, '2026-04-07 16:00').promisedAt, berlin('2026-04-07 15:00'));
  });

  test('fold a long rest between its first and last two days, and lose no second', () => {
    const events = [...EASTER.slice(0, 3), ...story(['2026-06-30 16:00', becomes('in_progress')])];
    const drawing = drawn(events, '2026-06-30 17:00');
    const [fold] = drawing.days.filter((day) => day.kind === 'folded');
    assert.deepEqual(fold?.kind === 'folded' && [fold.date, fold.lastDate, fold.days], [
      '2026-04-05',
      '2026-06-27',
      84,
    ]);
    const rested = openSeconds(
      VERSIONS.calendars.get('office')!,
      berlin('2026-04-02 10:00'),
      berlin('2026-06-30 16:00'),
    );
    assert.equal(total(drawing, 'paused'), rested);
  });

  test('are bounded for a clock that nobody stops, and lose no second', () => {
    const events = EASTER.slice(0, 2);
    const drawing = drawn(events, '2027-11-23 12:00');
    assert.equal(drawing.days.length, MOST_DAYS);
    const [account] = deadlineAccounts(events, VERSIONS, berlin('2027-11-23 12:00')).slice(-1);
    assert.equal(total(drawing, 'counted'), account!.reading.elapsedSeconds);
  });
});
