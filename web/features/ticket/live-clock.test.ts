import assert from 'node:assert/strict';
import { test } from 'node:test';
import { becomes, berlin, opened, story } from '#core/ticket/story.oracle.ts';
import { formatInstant, type Instant } from '#core/time/instant.ts';
import { randomDesk } from '#worlds/random-desk.ts';
import { cameDue, liveClock } from './live-clock.ts';
import { pageOf } from './ticket-page.oracle.ts';

const OPENED = story(['2026-03-02 10:00', opened({ priority: 'P3' })]);

const day = ({ why }: ReturnType<typeof liveClock>) => why.days.map(({ date, seconds }) => ({ date, seconds }));

test('a clock that runs on reads as the server would read it then, up to its due instant', () => {
  const desk = randomDesk(20_261_126, 250);
  let running = 0;
  for (const events of desk.histories.flatMap((all) => [all.slice(0, 1), all])) {
    const readAt = (events.at(-1)!.at + 600) as Instant;
    const page = pageOf(events, readAt, desk.versions);
    for (const [index, clock] of page.clocks.entries()) {
      if (clock.dueAt === null) continue;
      running += 1;
      const due = Date.parse(clock.dueAt) / 1000;
      for (const share of [0.3, 0.8, 1]) {
        const now = Math.floor(readAt + share * (due - readAt)) as Instant;
        const later = pageOf(events, now, desk.versions).clocks[index]!;
        const live = liveClock(clock, page.readAt, formatInstant(now));
        assert.deepEqual(
          [live.elapsedSeconds, live.remainingSeconds, day(live)],
          [later.elapsedSeconds, later.remainingSeconds, day(later)],
        );
      }
    }
  }
  assert.ok(running > 50);
});

test('a clock that is late goes on counting within the hours of the day', () => {
  const page = pageOf(OPENED, berlin('2026-03-10 10:00'));
  const live = liveClock(page.clocks[1]!, page.readAt, formatInstant(berlin('2026-03-10 11:00')));
  assert.equal(live.elapsedSeconds - page.clocks[1]!.elapsedSeconds, 3600);
});

test('a clock that rests stands still', () => {
  const events = [...OPENED, ...story(['2026-03-02 11:00', becomes('pending_customer')])];
  const page = pageOf(events, berlin('2026-03-02 12:00'));
  const clock = page.clocks[1]!;
  assert.equal(liveClock(clock, page.readAt, formatInstant(berlin('2026-03-02 14:00'))), clock);
});

test('a deadline that passes since the page was read is noticed', () => {
  const page = pageOf(OPENED, berlin('2026-03-03 16:00'));
  const [, clock] = page.clocks;
  const at = (when: string) => cameDue(clock!, page.readAt, formatInstant(berlin(when)));
  assert.equal(clock!.dueAt, formatInstant(berlin('2026-03-04 10:00')));
  assert.deepEqual([at('2026-03-04 10:00'), at('2026-03-04 10:01')], [false, true]);
});
