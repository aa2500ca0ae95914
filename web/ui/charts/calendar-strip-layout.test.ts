import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { layOutStrip, type StripDay, type StripEntry } from './calendar-strip-layout.ts';

const NOTHING = { counted: 0, paused: 0, resolved: 0, withdrawn: 0, ahead: 0, unused: 0 };

function at(date: string, time: string): string {
  return `${date}T${time}:00Z`;
}

function day(date: string, windows: readonly (readonly [string, string])[] = [['08:00', '17:00']]): StripDay {
  const hours = windows.map(([from, until]) => ({ from: at(date, from), until: at(date, until) }));
  const next = new Date(Date.parse(at(date, '00:00')) + 86_400_000).toISOString();
  const pieces = hours.map((one) => ({ kind: 'counted', ...one, seconds: 1, state: null }) as const);
  return {
    kind: 'day',
    date,
    from: at(date, '00:00'),
    until: next,
    hours,
    closed: hours.length > 0 ? null : 'weekend',
    holiday: null,
    isException: false,
    pieces,
    seconds: NOTHING,
  };
}

const WEEK: readonly StripEntry[] = [
  day('2026-11-19'),
  day('2026-11-20'),
  day('2026-11-21', []),
  day('2026-11-22', []),
  day('2026-11-23'),
];

const many = (count: number): StripDay[] =>
  Array.from({ length: count }, (_, index) =>
    day(new Date(Date.UTC(2026, 0, 5 + index)).toISOString().slice(0, 10), index % 7 > 4 ? [] : undefined),
  );

describe('a calendar strip', () => {
  test('fills its width with columns that do not overlap, whatever the number of days', () => {
    for (const days of [WEEK, many(1), many(2), many(14), many(40), many(60)]) {
      const { columns, width } = layOutStrip(days, 810);
      for (const [index, { x }] of columns.entries()) {
        const before = columns[index - 1];
        if (before) assert.ok(x >= before.x + before.width);
      }
      const last = columns.at(-1)!;
      assert.ok(Math.abs(last.x + last.width - width) < 0.01, `${days.length} days`);
    }
  });

  test('gives the same open time the same pixels on every day', () => {
    const { columns } = layOutStrip([day('2026-11-19'), day('2026-11-20', [['08:00', '12:30']])], 810);
    assert.ok(Math.abs(columns[0]!.width - 2 * columns[1]!.width) < 0.01);
  });

  test('makes weekends narrow and folds nights away', () => {
    const { columns, xOf } = layOutStrip(WEEK, 810);
    assert.ok(columns[2]!.width < columns[1]!.width / 3);
    assert.equal(xOf(at('2026-11-20', '05:00')), columns[1]!.x);
    assert.equal(xOf(at('2026-11-19', '21:00')), columns[0]!.x + columns[0]!.width);
  });

  test('writes less on its days the more there are', () => {
    assert.deepEqual(
      [5, 14, 40].map((count) => layOutStrip(many(count), 810).detail),
      ['hours', 'dates', 'weeks'],
    );
  });

  test('folds the day between two shifts of a night, and draws a lunch break as long as it is', () => {
    const shift = [
      ['00:00', '06:00'],
      ['22:00', '23:00'],
    ] as const;
    const [night] = layOutStrip([day('2026-11-19', shift)], 900).columns;
    assert.deepEqual(
      night!.windows.map(({ x, width }) => [x, width]),
      [
        [0, 600],
        [800, 100],
      ],
    );
    const lunch = [
      ['08:00', '12:00'],
      ['13:00', '18:00'],
    ] as const;
    const [office] = layOutStrip([day('2026-11-19', lunch)], 1000).columns;
    assert.deepEqual(
      office!.windows.map(({ x, width }) => [x, width]),
      [
        [0, 400],
        [500, 500],
      ],
    );
  });

  test('finds the place of an instant in proportion to the hours of its day', () => {
    const { columns, xOf } = layOutStrip(WEEK, 810);
    const { x, width } = columns[4]!;
    assert.ok(Math.abs(xOf(at('2026-11-23', '12:30')) - (x + width / 2)) < 0.01);
  });

  test('of days that are never open is drawn all the same', () => {
    const { columns } = layOutStrip([day('2026-11-21', []), day('2026-11-22', [])], 810);
    const last = columns.at(-1)!;
    assert.ok(Math.abs(last.x + last.width - 810) < 0.01);
  });
});
