import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Instant, parseInstant } from '../time/instant.ts';
import type { Interval } from '../time/interval.ts';
import { formatLocalDate, parseLocalDate, WEEKDAYS, weekdayOf } from '../time/local-date.ts';
import { type Calendar, compileCalendar } from './calendar.ts';
import { alwaysOpen, type CalendarDefinition, type TimeWindow } from './definition.ts';
import { addOpenSeconds, isOpen, openIntervals, openSeconds } from './open-time.ts';

const HOUR = 3600;
const MINUTES_PER_DAY = 1440;
const runs = { seed: 20_261_123, numRuns: 60 };

/** Places and weeks in which clocks did something odd. */
const oddWeeks: readonly (readonly [zone: string, around: string])[] = [
  ['Europe/Berlin', '2026-03-29T01:00:00Z'],
  ['Europe/Berlin', '2026-10-25T01:00:00Z'],
  ['Europe/Berlin', '2026-07-01T12:00:00Z'],
  ['Europe/Berlin', '2025-12-31T23:00:00Z'],
  ['Australia/Lord_Howe', '2026-04-04T15:00:00Z'],
  ['Australia/Lord_Howe', '2026-10-03T15:30:00Z'],
  ['America/St_Johns', '2009-11-01T02:31:00Z'],
  ['America/St_Johns', '2026-03-08T05:30:00Z'],
  ['Asia/Kathmandu', '1985-12-31T18:30:00Z'],
  ['Africa/Cairo', '2026-04-23T22:00:00Z'],
  ['Africa/Cairo', '2026-10-29T21:00:00Z'],
  ['Pacific/Apia', '2011-12-30T10:00:00Z'],
  ['America/New_York', '2026-03-08T07:00:00Z'],
  ['America/New_York', '2026-11-01T06:00:00Z'],
  ['America/Havana', '2026-11-01T05:00:00Z'],
];

const timeOfDay = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 15, 30, 45, 59))
  .map(([hours, minutes]) => clock(hours * 60 + minutes));
const window = fc.tuple(timeOfDay, fc.oneof(timeOfDay, fc.constant('24:00'))) as fc.Arbitrary<TimeWindow>;
const daytimeWindow = fc
  .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: MINUTES_PER_DAY }))
  .filter(([start, end]) => start < end)
  .map(([start, end]): TimeWindow => [clock(start), clock(end)]);

const scenario = fc
  .record({
    place: fc.constantFrom(...oddWeeks),
    weekly: fc.record(
      Object.fromEntries(WEEKDAYS.map((day) => [day, fc.array(window, { maxLength: 2 })])) as Record<
        (typeof WEEKDAYS)[number],
        fc.Arbitrary<TimeWindow[]>
      >,
      { requiredKeys: [] },
    ),
    holidayOffsets: fc.array(fc.integer({ min: -2, max: 2 }), { maxLength: 2 }),
    exceptions: fc.array(fc.tuple(fc.integer({ min: -2, max: 2 }), fc.array(daytimeWindow, { maxLength: 2 })), {
      maxLength: 2,
    }),
  })
  .map(({ place: [timeZone, around], weekly, holidayOffsets, exceptions }) => {
    const center = parseInstant(around);
    const dateAt = (offset: number) => localDay(center + offset * 86_400, timeZone);
    const definition: CalendarDefinition = {
      timeZone,
      weekly,
      holidays: holidayOffsets.map(dateAt),
      exceptions: exceptions.map(([offset, windows]) => ({ date: dateAt(offset), windows })),
    };
    return { definition, center };
  });

test('open time is what a walk through the clock minute by minute counts', () => {
  fc.assert(
    fc.property(scenario, fc.nat(2000), fc.nat(4000), ({ definition, center }, back, length) => {
      const calendar = compileCalendar(definition);
      const from = (center - back * 60) as Instant;
      const walked = walk(definition, from, length);
      walked.forEach((open, i) => {
        assert.equal(isOpen(calendar, (from + i * 60) as Instant), open, `minute ${i}`);
      });
      const to = (from + length * 60) as Instant;
      assert.equal(openSeconds(calendar, from, to), 60 * walked.filter(Boolean).length);
      const listed = openIntervals(calendar, from, to).reduce((sum, { start, end }) => sum + end - start, 0);
      assert.equal(listed, 60 * walked.filter(Boolean).length);
    }),
    runs,
  );
});

test('a deadline is the first instant by which the walk has counted enough', () => {
  fc.assert(
    fc.property(scenario, fc.nat(2000), fc.nat(60), ({ definition, center }, back, minutes) => {
      const calendar = compileCalendar(definition);
      const from = (center - back * 60) as Instant;
      const walked = walk(definition, from, 5 * MINUTES_PER_DAY);
      let counted = 0;
      const last = minutes === 0 ? -1 : walked.findIndex((open) => open && ++counted === minutes);
      fc.pre(minutes === 0 || last >= 0);
      assert.equal(addOpenSeconds(calendar, from, minutes * 60), from + (last + 1) * 60);
    }),
    runs,
  );
});

test('splitting a stretch of time never changes the sum', () => {
  fc.assert(
    fc.property(scenario, fc.nat(400_000), fc.nat(400_000), ({ definition, center }, a, b) => {
      const calendar = compileCalendar(definition);
      const from = (center - 200_000) as Instant;
      const middle = (from + a) as Instant;
      const to = (middle + b) as Instant;
      assert.equal(
        openSeconds(calendar, from, middle) + openSeconds(calendar, middle, to),
        openSeconds(calendar, from, to),
      );
    }),
    runs,
  );
});

test('a pause of n open seconds moves the deadline by n open seconds', () => {
  fc.assert(
    fc.property(
      scenario,
      fc.integer({ min: 1, max: 80_000 }),
      fc.array(fc.tuple(fc.nat(300_000), fc.nat(90_000)), { maxLength: 4 }),
      ({ definition, center }, target, stretches) => {
        const calendar = compileCalendar(definition);
        const from = (center - 200_000) as Instant;
        const pauses = stretches.map(([offset, length]): Interval => {
          const start = (from - 50_000 + offset) as Instant;
          return { start, end: (start + length) as Instant };
        });
        const due = addOpenSeconds(calendar, from, target, pauses);
        if (due === null) {
          assert.equal(addOpenSeconds(calendar, from, target), null);
          return;
        }
        const paused = openSeconds(calendar, from, due) - openSeconds(calendar, from, due, pauses);
        assert.equal(openSeconds(calendar, from, due, pauses), target);
        assert.equal(openSeconds(calendar, from, (due - 1) as Instant, pauses), target - 1, 'not a second too late');
        assert.equal(addOpenSeconds(calendar, from, target + paused), due);
      },
    ),
    runs,
  );
});

test('round the clock, the day clocks go forward has 23 hours and the day they go back 25', () => {
  const calendar = compileCalendar(alwaysOpen('Europe/Berlin'));
  assert.equal(between(calendar, '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z'), 23 * HOUR);
  assert.equal(between(calendar, '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z'), 25 * HOUR);
});

test('the day that Samoa skipped has no time at all', () => {
  const calendar = compileCalendar(alwaysOpen('Pacific/Apia'));
  assert.equal(between(calendar, '2011-12-29T10:00:00Z', '2011-12-31T10:00:00Z'), 48 * HOUR);
  const onlyThatDay = compileCalendar({
    timeZone: 'Pacific/Apia',
    weekly: {},
    holidays: [],
    exceptions: [{ date: '2011-12-30', windows: [['00:00', '24:00']] }],
  });
  assert.equal(between(onlyThatDay, '2011-12-01T10:00:00Z', '2012-01-31T10:00:00Z'), 0);
});

test('24:00 ends a day without a gap, 23:59 loses a minute', () => {
  const whole = compileCalendar(daily([['00:00', '24:00']]));
  const short = compileCalendar(daily([['00:00', '23:59']]));
  assert.equal(between(whole, '2026-03-10T11:00:00Z', '2026-03-12T11:00:00Z'), 48 * HOUR);
  assert.equal(between(short, '2026-03-10T11:00:00Z', '2026-03-12T11:00:00Z'), 48 * HOUR - 120);
});

test('a start at 24:00 and an exception over midnight are refused', () => {
  assert.throws(() => compileCalendar(daily([['24:00', '08:00']])), RangeError);
  const overnight: CalendarDefinition = {
    ...daily([]),
    exceptions: [{ date: '2026-03-10', windows: [['22:00', '06:00']] }],
  };
  assert.throws(() => compileCalendar(overnight), RangeError);
});

test('a calendar that never opens has no deadline', () => {
  assert.equal(addOpenSeconds(compileCalendar(daily([])), parseInstant('2026-03-10T11:00:00Z'), 1), null);
});

function daily(windows: readonly TimeWindow[]): CalendarDefinition {
  const weekly = Object.fromEntries(WEEKDAYS.map((day) => [day, windows]));
  return { timeZone: 'Europe/Berlin', weekly, holidays: [], exceptions: [] };
}

function between(calendar: Calendar, from: string, to: string): number {
  return openSeconds(calendar, parseInstant(from), parseInstant(to));
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

function localDay(at: number, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at * 1000)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
}

/**
 * Open or closed for each minute from `from` on, by watching the local clock. A boundary has passed once the clock has
 * shown that time or a later one, so the furthest time shown so far decides.
 */
function walk(definition: CalendarDefinition, from: Instant, minutes: number): boolean[] {
  const runUp = 3 * MINUTES_PER_DAY;
  const open: boolean[] = [];
  let furthest = Number.NEGATIVE_INFINITY;
  for (let i = -runUp; i < minutes; i += 1) {
    const shown = Temporal.Instant.fromEpochMilliseconds((from + i * 60) * 1000).toZonedDateTimeISO(
      definition.timeZone,
    );
    const minute = parseLocalDate(shown.toPlainDate().toString()) * MINUTES_PER_DAY + shown.hour * 60 + shown.minute;
    furthest = Math.max(furthest, minute);
    if (i >= 0) open.push(isOpenAtLocalMinute(definition, furthest));
  }
  return open;
}

function isOpenAtLocalMinute({ weekly, holidays, exceptions }: CalendarDefinition, localMinute: number): boolean {
  const date = parseLocalDate('1970-01-01');
  const day = Math.floor(localMinute / MINUTES_PER_DAY) as typeof date;
  const minute = localMinute - day * MINUTES_PER_DAY;
  const text = formatLocalDate(day);
  const isInside = ([start, end]: TimeWindow) => minute >= minutesOf(start) && minute < minutesOf(end);
  // Where a date has several exceptions, the last one stands.
  const exception = exceptions.findLast((other) => other.date === text);
  if (exception) return exception.windows.some(isInside);
  if (holidays.includes(text)) return false;
  const today = weekly[weekdayOf(day)] ?? [];
  const yesterday = weekly[weekdayOf((day - 1) as typeof date)] ?? [];
  const crosses = ([start, end]: TimeWindow) => minutesOf(end) <= minutesOf(start);
  return (
    today.some((w) => (crosses(w) ? minute >= minutesOf(w[0]) : isInside(w))) ||
    yesterday.some((w) => crosses(w) && minute < minutesOf(w[1]))
  );
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
