import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatInstant, parseInstant } from '../time/instant.ts';
import { zoneOf } from '../time/zone.ts';
import type { WrittenPeriod } from './asked-period.ts';
import type { Granularity } from './granularity.ts';
import { onePeriodAsked } from './one-period.ts';

const zone = zoneOf('Europe/Berlin');
const asOf = parseInstant('2026-11-23T09:00:00Z');

function asked(written: WrittenPeriod, granularity: Granularity = 'month'): string | null {
  const period = onePeriodAsked(zone, written, { granularity, asOf });
  return period && `${formatInstant(period.start)} ${formatInstant(period.end)}`;
}

const OCTOBER = '2026-09-30T22:00:00Z 2026-10-31T23:00:00Z';

const cases: readonly (readonly [says: string, found: () => string | null, expected: string | null])[] = [
  ['without bounds: the last one that is over', () => asked({}), OCTOBER],
  ['the bounds of one', () => asked({ from: '2026-10-01', to: '2026-11-01' }), OCTOBER],
  ['a beginning inside one', () => asked({ from: '2026-10-17' }), OCTOBER],
  ['an end: the instant before it counts', () => asked({ to: '2026-11-01' }), OCTOBER],
  ['two periods', () => asked({ from: '2026-09-01', to: '2026-11-01' }), null],
  ['a part of one', () => asked({ from: '2026-10-01', to: '2026-10-15' }), null],
  [
    'one of another length',
    () => asked({ from: '2026-07-01', to: '2026-10-01' }, 'quarter'),
    '2026-06-30T22:00:00Z 2026-09-30T22:00:00Z',
  ],
];

for (const [says, found, expected] of cases) {
  test(`the one period in a question, ${says}`, () => assert.equal(found(), expected));
}
