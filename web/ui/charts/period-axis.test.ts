import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Granularity } from '#core/periods/granularity.ts';
import { type PeriodStart, periodAxis } from './period-axis.ts';
import { textWidth } from './text-width.ts';

const letters = [...'JFMAMJJASOND'];
const short = ['Jan', 'Feb', 'Mär', 'Apr', 'Mai', 'Jun', 'Jul', 'Aug', 'Sep', 'Okt', 'Nov', 'Dez'];
const names = { letters, short };
const options = { granularity: 'month', left: 40, step: 26, names } as const;

function months(from: readonly [year: number, month: number], count: number): PeriodStart[] {
  return Array.from({ length: count }, (_, i) => {
    const index = from[1] - 1 + i;
    return { year: from[0] + Math.floor(index / 12), month: (index % 12) + 1, day: 1 };
  });
}

function days(count: number, everyDays: number): PeriodStart[] {
  return Array.from({ length: count }, (_, i) => {
    const date = new Date(Date.UTC(2025, 10, 24 + i * everyDays));
    return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
  });
}

test('every month has its letter, and the last one is where one stands', () => {
  const { labels } = periodAxis(months([2024, 11], 24), options);
  assert.equal(labels.map(({ text }) => text).join(''), 'NDJFMAMJJASONDJFMAMJJASO');
  assert.deepEqual(
    labels.filter(({ isCurrent }) => isCurrent).map(({ text }) => text),
    ['O'],
  );
});

test('the year stands under the first month and under January, there with a long tick', () => {
  assert.deepEqual(periodAxis(months([2024, 11], 24), options).spans, [
    { x: 46, text: '2024', tickX: null },
    { x: 98, text: '2025', tickX: 92 },
    { x: 410, text: '2026', tickX: 404 },
  ]);
});

test('a first year without room gives way to the next one', () => {
  const { spans } = periodAxis(months([2024, 12], 12), options);
  assert.deepEqual(
    spans.map(({ text }) => text),
    ['2025'],
  );
});

test('a hundred and twenty months on a phone have years alone', () => {
  const { labels, spans } = periodAxis(months([2016, 12], 120), { ...options, step: 2.5 });
  assert.deepEqual(labels, []);
  assert.ok(spans.some(({ text }) => text === '2026'));
});

test('weeks are named by the month that begins in them', () => {
  const { labels } = periodAxis(days(53, 7), { ...options, granularity: 'week', step: 12 });
  assert.equal(labels[0]!.text, 'Dez');
  assert.ok(labels.length >= 12, String(labels.length));
});

test('days are named on Mondays, and months under them', () => {
  const { labels, spans } = periodAxis(days(30, 1), { ...options, granularity: 'day', step: 10 });
  assert.deepEqual(
    labels.map(({ text }) => text),
    ['24', '1', '8', '15', '22'],
  );
  assert.deepEqual(
    spans.map(({ text }) => text),
    ['Nov 2025', 'Dez'],
  );
});

test('no two texts of a row share a place, whatever the width', () => {
  const cases: readonly (readonly [Granularity, readonly PeriodStart[]])[] = [
    ['month', months([2017, 2], 120)],
    ['week', days(110, 7)],
    ['day', days(90, 1)],
    ['quarter', days(40, 92)],
    ['year', days(12, 366)],
  ];
  for (const [granularity, starts] of cases)
    for (const step of [2, 3, 6, 11, 14, 30, 70]) {
      const { labels, spans } = periodAxis(starts, { ...options, granularity, step });
      for (const [i, { x, text }] of labels.entries())
        assert.ok(i === 0 || x - labels[i - 1]!.x >= (textWidth(text) + textWidth(labels[i - 1]!.text)) / 2 - 1);
      const named = spans.filter(({ text }) => text !== '');
      for (const [i, { x }] of named.entries())
        assert.ok(i === 0 || x >= named[i - 1]!.x + textWidth(named[i - 1]!.text));
    }
});
