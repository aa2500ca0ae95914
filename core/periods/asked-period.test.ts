import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatInstant, parseInstant } from '../time/instant.ts';
import { zoneOf } from '../time/zone.ts';
import { askedPeriod, momentIn, TWELVE_MONTHS, type WrittenPeriod } from './asked-period.ts';
import type { Granularity } from './granularity.ts';

const zone = zoneOf('Europe/Berlin');
const now = parseInstant('2026-05-20T22:30:00Z');

function period(written: WrittenPeriod, back = TWELVE_MONTHS): [string, string] {
  const { start, end } = askedPeriod(zone, written, { now, back });
  return [formatInstant(start), formatInstant(end)];
}

test('with no word about it, it is this month and the eleven before, up to the end of today there', () => {
  assert.deepEqual(period({}), ['2025-05-31T22:00:00Z', '2026-05-21T22:00:00Z']);
});

test('a date stands for its first instant, an instant for itself', () => {
  assert.deepEqual(period({ from: '2026-03-29', to: '2026-03-30T01:00:00+02:00' }), [
    '2026-03-28T23:00:00Z',
    '2026-03-29T23:00:00Z',
  ]);
});

test('without a beginning, an end on a first of the month counts back from the month before it', () => {
  assert.deepEqual(period({ to: '2026-03-01' }), ['2025-02-28T23:00:00Z', '2026-02-28T23:00:00Z']);
});

for (const [granularity, from] of [
  ['day', '2026-05-19T22:00:00Z'],
  ['week', '2026-05-10T22:00:00Z'],
  ['quarter', '2025-12-31T23:00:00Z'],
  ['year', '2024-12-31T23:00:00Z'],
] as const satisfies readonly (readonly [Granularity, string])[]) {
  test(`two periods back by ${granularity} begin at ${from}`, () => {
    assert.deepEqual(period({}, { granularity, count: 2 }), [from, '2026-05-21T22:00:00Z']);
  });
}

for (const text of ['', 'today', '2026-02-30', '2026-03-01T09:00', '2026-13-01T00:00:00Z']) {
  test(`"${text}" is no moment`, () => {
    assert.throws(() => momentIn(zone, text), RangeError);
  });
}
