import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatInstant, parseInstant } from '../time/instant.ts';
import { zoneOf } from '../time/zone.ts';
import type { Granularity } from './granularity.ts';
import { wholePeriodEdges } from './period-edges.ts';

function edgesOf(granularity: Granularity, from: string, to: string, zone = 'UTC'): string[] {
  return wholePeriodEdges(zoneOf(zone), granularity, parseInstant(from), parseInstant(to)).map((edge) =>
    formatInstant(edge).slice(0, 10),
  );
}

test('periods that are cut at either end are left away', () => {
  assert.deepEqual(edgesOf('month', '2026-01-15T00:00:00Z', '2026-04-20T00:00:00Z'), [
    '2026-02-01',
    '2026-03-01',
    '2026-04-01',
  ]);
});

test('a period that begins and ends exactly there stays', () => {
  assert.deepEqual(edgesOf('week', '2026-03-02T00:00:00Z', '2026-03-16T00:00:00Z'), [
    '2026-03-02',
    '2026-03-09',
    '2026-03-16',
  ]);
});

test('without a whole period there are fewer than two edges', () => {
  assert.ok(edgesOf('month', '2026-01-15T00:00:00Z', '2026-02-20T00:00:00Z').length < 2);
  assert.ok(edgesOf('year', '2026-01-15T00:00:00Z', '2026-02-20T00:00:00Z').length < 2);
});

test('a date that its zone skipped has no period of its own', () => {
  // 29 December, 31 December and 1 January: three periods between four edges.
  const edges = edgesOf('day', '2011-12-29T10:00:00Z', '2012-01-01T10:00:00Z', 'Pacific/Apia');
  assert.deepEqual(edges, ['2011-12-29', '2011-12-30', '2011-12-31', '2012-01-01']);
});
