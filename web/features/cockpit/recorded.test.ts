import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatIn } from '#web/shell/format.ts';
import type { Cockpit, Tile } from './cockpit-lines.ts';
import { blankOf, lastMonthRecorded, openingPeriod, rangesOf, recordsEnd } from './recorded.ts';

const format = formatIn('de', 'Europe/Berlin');
const known = { firstAt: '2025-10-01T05:54:46Z', lastAt: '2026-10-16T08:40:00Z', asOf: '2026-11-23T09:00:00Z' };
const month = (from: string, to: string) => ({ period: { from, to }, ...known });

test('a period is blank before the first ticket, after the last event, and before it begins', () => {
  const blanks = [
    month('2025-08-31T22:00:00Z', '2025-09-30T22:00:00Z'),
    month('2025-09-30T22:00:00Z', '2025-10-31T23:00:00Z'),
    month('2026-10-31T23:00:00Z', '2026-11-30T23:00:00Z'),
    month('2026-12-31T23:00:00Z', '2027-01-31T23:00:00Z'),
  ].map(blankOf);
  assert.deepEqual(blanks, ['before', null, 'after', 'future']);
});

test('a desk without any ticket has no blank periods', () => {
  assert.equal(blankOf({ ...month('2026-12-31T23:00:00Z', '2027-01-31T23:00:00Z'), firstAt: null }), null);
});

test('the last whole month is over, by the local date', () => {
  const token = (lastAt: string) => lastMonthRecorded({ firstAt: known.firstAt, lastAt }, format).token;
  assert.deepEqual(
    [token('2026-10-16T08:40:00Z'), token('2026-10-31T10:00:00Z'), token('2026-09-30T22:30:00Z')],
    ['2026-09', '2026-10', '2026-09'],
  );
});

test('a desk in its first month has that month', () => {
  assert.equal(lastMonthRecorded({ firstAt: known.firstAt, lastAt: '2025-10-09T05:00:00Z' }, format).token, '2025-10');
});

test('a figure has a usual range when its chart has a centre and the period is a whole one', () => {
  const tile = (center: number | null) => ({ chart: { center } }) as Tile;
  const tiles = { one: tile(4), two: tile(null), three: { chart: null } as Tile };
  const ranges = (isRunning: boolean) => rangesOf({ head: { isWhole: true, isRunning }, tiles } as unknown as Cockpit);
  assert.deepEqual(
    [ranges(false), ranges(true)],
    [
      { ranged: 1, all: 3 },
      { ranged: 0, all: 3 },
    ],
  );
});

test('an address without a period opens on the last month with data when the last whole month has none', () => {
  const october = month('2026-09-30T22:00:00Z', '2026-10-31T23:00:00Z');
  const ended = { ...october, firstAt: '2024-01-08T08:00:00Z', lastAt: '2024-03-12T08:00:00Z' };
  assert.deepEqual(
    [openingPeriod({}, ended, format), openingPeriod({ period: '2026-10' }, ended, format)],
    ['2024-02', null],
  );
  assert.equal(openingPeriod({}, october, format), null);
});

test('as of a past day it opens on the last month that was over then', () => {
  const october = month('2026-09-30T22:00:00Z', '2026-10-31T23:00:00Z');
  assert.equal(openingPeriod({}, { ...october, asOf: '2026-03-15T23:00:00Z' }, format), '2026-02');
});

test('records have ended when nothing happened for more than a month', () => {
  const asOf = '2026-11-23T09:00:00Z';
  assert.deepEqual(
    ['2026-10-16T08:40:00Z', '2026-11-01T08:40:00Z', null].map((lastAt) => recordsEnd({ asOf, lastAt })),
    ['2026-10-16T08:40:00Z', null, null],
  );
});
