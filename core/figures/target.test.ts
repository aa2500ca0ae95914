import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type LocalDate, parseLocalDate } from '../time/local-date.ts';
import type { Bound, Figure } from './definition.ts';
import { figureById } from './registry.ts';
import {
  directionOf,
  type Target,
  type TargetVerdict,
  type TargetVersion,
  targetVerdict,
  versionOn,
} from './target.ts';

const figure = (id: string): Figure => figureById(id)!;
const atLeast = (value: number): Target => ({ value, direction: 'at_least' });
const atMost = (value: number): Target => ({ value, direction: 'at_most' });

interface Case {
  readonly says: string;
  readonly id: string;
  readonly value: number | null;
  readonly interval?: readonly [number, number];
  readonly bound?: Bound;
  readonly target: Target;
  readonly verdict: TargetVerdict;
}

const CASES: readonly Case[] = [
  {
    says: 'above at least',
    id: 'first_level_resolution_pct',
    value: 88,
    interval: [86, 90],
    target: atLeast(85),
    verdict: 'kept',
  },
  {
    says: 'below at least',
    id: 'first_level_resolution_pct',
    value: 79,
    interval: [73, 84.5],
    target: atLeast(85),
    verdict: 'missed',
  },
  {
    says: 'an interval that contains it',
    id: 'first_level_resolution_pct',
    value: 86,
    interval: [82, 89],
    target: atLeast(85),
    verdict: 'open',
  },
  {
    says: 'an interval that ends on it',
    id: 'first_level_resolution_pct',
    value: 88,
    interval: [85, 90],
    target: atLeast(85),
    verdict: 'kept',
  },
  {
    says: 'below at most',
    id: 'resolution_time_minutes',
    value: 200,
    interval: [180, 220],
    target: atMost(240),
    verdict: 'kept',
  },
  {
    says: 'above at most',
    id: 'resolution_time_minutes',
    value: 300,
    interval: [280, 330],
    target: atMost(240),
    verdict: 'missed',
  },
  {
    says: 'clocks by their exact value, whatever the interval',
    id: 'resolution_sla_pct',
    value: 84.9,
    interval: [81, 88],
    target: atLeast(85),
    verdict: 'missed',
  },
  {
    says: 'clocks exactly on it',
    id: 'resolution_sla_pct',
    value: 85,
    interval: [81, 88],
    target: atLeast(85),
    verdict: 'kept',
  },
  {
    says: 'a count by its exact value',
    id: 'sla_violations_count',
    value: 41,
    interval: [29, 55],
    target: atMost(40),
    verdict: 'missed',
  },
  { says: 'a stock without an interval', id: 'backlog_open_count', value: 29, target: atMost(30), verdict: 'kept' },
  { says: 'no data', id: 'resolution_sla_pct', value: null, target: atLeast(85), verdict: 'too_few' },
  {
    says: 'a time with too few cases for an interval',
    id: 'resolution_time_minutes',
    value: 20,
    target: atMost(240),
    verdict: 'too_few',
  },
  {
    says: 'kept so far, but it may still rise',
    id: 'reopen_rate_pct',
    value: 4,
    interval: [3, 5],
    bound: 'at_least',
    target: atMost(8),
    verdict: 'open',
  },
  {
    says: 'missed, and it can only rise',
    id: 'reopen_rate_pct',
    value: 12,
    interval: [10, 14],
    bound: 'at_least',
    target: atMost(8),
    verdict: 'missed',
  },
  {
    says: 'missed so far, but it may still fall',
    id: 'first_contact_resolution_pct',
    value: 60,
    interval: [55, 65],
    bound: 'at_most',
    target: atMost(50),
    verdict: 'open',
  },
];

describe('the verdict on a target', () => {
  for (const { says, id, value, interval, bound = null, target, verdict } of CASES) {
    test(`${says}: ${verdict}`, () => {
      const [low, high] = interval ?? [null, null];
      assert.equal(targetVerdict(figure(id), { value, low, high, bound }, target), verdict);
    });
  }
});

describe('the version in force', () => {
  const on = (text: string): LocalDate => parseLocalDate(text);
  const version = (number: number, validFrom: string, value: number | null): TargetVersion => ({
    version: number,
    value,
    direction: 'at_least',
    validFrom: on(validFrom),
  });
  const first = version(1, '2026-01-01', 85);
  const stricter = version(2, '2026-07-01', 90);
  const corrected = version(3, '2026-03-01', 80);

  test('there is none before the first', () => assert.equal(versionOn([first], on('2025-12-31')), null));
  test('it counts from its first day', () => assert.equal(versionOn([first, stricter], on('2026-07-01')), stricter));
  test('the day before is that of the one before', () =>
    assert.equal(versionOn([stricter, first], on('2026-06-30')), first));
  test('one set later supersedes from its date on whatever begins after it', () =>
    assert.equal(versionOn([first, stricter, corrected], on('2026-08-01')), corrected));
  test('an end is a version as well', () => {
    const end = version(4, '2026-09-01', null);
    assert.equal(versionOn([first, end], on('2026-09-02')), end);
  });
});

test('the direction of a target follows from the figure, unless neither is better', () => {
  assert.deepEqual(
    ['resolution_sla_pct', 'reopen_rate_pct', 'tickets_created_count'].map((id) => directionOf(figure(id))),
    ['at_least', 'at_most', null],
  );
});
