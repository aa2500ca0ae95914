import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { becomes, berlin, HOUR, type Line, MINUTE, opened, reply, story, VERSIONS } from '#core/ticket/story.oracle.ts';
import { type Instant, SECONDS_PER_DAY } from '#core/time/instant.ts';
import { randomDesk } from '#worlds/random-desk.ts';
import { equationOf, isToldExactly, shownCounts } from './equation.ts';
import { pageOf } from './ticket-page.oracle.ts';

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

describe('in a random desk, the equation', () => {
  const desk = randomDesk(20_261_125, 250);

  test('adds up as it is shown, to whole minutes and with what is left to the target', () => {
    let many = 0;
    for (const events of desk.histories) {
      const page = pageOf(events, (events.at(-1)!.at + SECONDS_PER_DAY / 3) as Instant, desk.versions);
      for (const clock of page.clocks) {
        const { terms, used, target, left, isExact } = equationOf(clock);
        assert.equal(sum(terms.map(({ seconds }) => seconds)), used);
        assert.equal(target, clock.targetSeconds);
        if (left !== null) assert.equal(used + left, target);
        assert.ok(Math.abs(used - clock.elapsedSeconds) < (isExact ? 1 : MINUTE));
        if (!isExact) assert.ok(terms.every(({ seconds }) => seconds % MINUTE === 0));
        many = Math.max(many, terms.length);
      }
    }
    assert.ok(many > 3);
  });

  test('counts every day within a minute of what it counted', () => {
    for (const events of desk.histories) {
      for (const { why } of pageOf(events, events.at(-1)!.at, desk.versions).clocks) {
        for (const isExact of [true, false]) {
          const shown = shownCounts(why.days, { isExact });
          why.days.forEach(({ seconds }, index) => {
            assert.ok(Math.abs(seconds.counted - shown[index]!) < (isExact ? 1 : MINUTE));
          });
        }
      }
    }
  });
});

describe('the equation', () => {
  const resolutionOf = (when: string, ...lines: readonly Line[]) =>
    pageOf(story(['2026-03-02 10:00', opened({ priority: 'P3' })], ...lines), berlin(when)).clocks[1]!;

  test('has a term for each day that counted', () => {
    const clock = resolutionOf('2026-03-03 11:30');
    assert.deepEqual(equationOf(clock), {
      terms: [
        { seconds: 7 * HOUR, days: 1 },
        { seconds: 2.5 * HOUR, days: 1 },
      ],
      used: 9.5 * HOUR,
      target: 16 * HOUR,
      left: 6.5 * HOUR,
      isExact: false,
    });
  });

  test('sums the middle of many days', () => {
    const { terms, used } = equationOf(resolutionOf('2026-03-20 12:00'));
    assert.deepEqual(
      terms.map(({ days }) => days),
      [1, 1, 1, 9, 1, 1, 1],
    );
    assert.equal(sum(terms.map(({ seconds }) => seconds)), used);
  });

  test('is told to the second when the promise is short, or was missed by less than a minute', () => {
    const short = pageOf(
      story(['2026-03-02 10:00', opened({ priority: 'P1' })], ['2026-03-02 10:04', reply()]),
      berlin('2026-03-02 10:05'),
    );
    assert.equal(isToldExactly(short.clocks[0]!), true);
    const close = resolutionOf('2026-03-10 12:00', ['2026-03-04 10:00:30', becomes('resolved')]);
    assert.equal(close.remainingSeconds, -30);
    assert.equal(isToldExactly(close), true);
    assert.equal(isToldExactly(resolutionOf('2026-03-03 11:30')), false);
  });

  test('without a promise has nothing left', () => {
    const page = pageOf(story(['2026-03-02 10:00', opened({ priority: 'P9' })]), berlin('2026-03-02 12:00'), VERSIONS);
    const { used, target, left } = equationOf(page.clocks[1]!);
    assert.deepEqual([used, target, left], [2 * HOUR, null, null]);
  });
});
