import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findingsOf, type JudgedTile, tallyOf } from './findings.ts';
import { figureById } from './registry.ts';
import type { TargetVerdict } from './target.ts';
import type { TileSignal } from './tile-signal.ts';

const IDS = {
  kept: 'resolution_sla_pct',
  reopened: 'reopen_rate_pct',
  created: 'tickets_created_count',
  owners: 'case_owner_coverage_pct',
  backlog: 'backlog_open_count',
} as const;

type Given = Partial<TileSignal> & {
  readonly target?: readonly [value: number, verdict: TargetVerdict];
  readonly n?: number;
};

function tile(name: keyof typeof IDS, value: number | null, given: Given = {}): JudgedTile {
  const { target, n = 100, ...signal } = given;
  const figure = figureById(IDS[name])!;
  const isSignal = signal.rule !== undefined;
  const base: TileSignal = {
    rule: 'beyond_limits',
    side: 'below',
    tone: 'worse',
    measure: 'value',
    value: value ?? 0,
    center: 90,
    lower: 87,
    upper: 93,
    sigmas: 4,
    inARow: 1,
  };
  return {
    figure,
    value,
    n,
    signal: isSignal ? { ...base, ...signal } : null,
    target: target ? { value: target[0], direction: 'at_least', verdict: target[1] } : null,
  };
}

const codes = (tiles: readonly JudgedTile[]) => findingsOf(tiles).map(({ figure, code }) => [figure.id, code]);

describe('what stands out', () => {
  test('is a signal or a missed target, and nothing else', () => {
    const tiles = [
      tile('kept', 80, { rule: 'beyond_limits' }),
      tile('owners', 80, { target: [90, 'missed'] }),
      tile('reopened', 5, { target: [4, 'open'] }),
      tile('created', 500),
      tile('backlog', null, { target: [4, 'too_few'] }),
    ];
    assert.deepEqual(codes(tiles), [
      ['resolution_sla_pct', 'beyond_limits'],
      ['case_owner_coverage_pct', 'target_missed'],
    ]);
  });

  test('begins with promises missed by unusual values, then what is unusual, then promises missed as ever', () => {
    const tiles = [
      tile('backlog', 1, { rule: 'beyond_limits', tone: 'better' }),
      tile('created', 500, { rule: 'beyond_limits', tone: 'neutral' }),
      tile('owners', 10, { target: [90, 'missed'], n: 900 }),
      tile('reopened', 10, { rule: 'beyond_limits', n: 900 }),
      tile('kept', 84, { rule: 'near_limit_3_of_4', target: [85, 'missed'], n: 20 }),
    ];
    assert.deepEqual(
      codes(tiles).map(([id]) => id),
      [
        'resolution_sla_pct',
        'reopen_rate_pct',
        'case_owner_coverage_pct',
        'tickets_created_count',
        'backlog_open_count',
      ],
    );
  });

  test('puts first what concerns more cases than usual, however steady a figure used to be', () => {
    const tiles = [
      tile('reopened', 13, { rule: 'beyond_limits', center: 7, sigmas: 9, n: 700 }),
      tile('kept', 74, { rule: 'beyond_limits', center: 90, sigmas: 4, n: 700 }),
    ];
    assert.deepEqual(
      codes(tiles).map(([id]) => id),
      ['resolution_sla_pct', 'reopen_rate_pct'],
    );
  });

  test('weighs a count by the part of its cases that is beyond the usual', () => {
    const tiles = [
      tile('backlog', 40, { rule: 'beyond_limits', center: 10, n: 40 }),
      tile('kept', 86, { rule: 'beyond_limits', center: 90, n: 700 }),
      tile('reopened', 7, { rule: 'beyond_limits', center: 5, n: 700 }),
    ];
    assert.deepEqual(
      codes(tiles).map(([id]) => id),
      ['backlog_open_count', 'resolution_sla_pct', 'reopen_rate_pct'],
    );
  });

  test('of promises missed as ever tells first the one that more cases would have kept', () => {
    const missed = [tile('kept', 89, { target: [90, 'missed'] }), tile('owners', 60, { target: [90, 'missed'] })];
    assert.deepEqual(
      codes(missed).map(([id]) => id),
      ['case_owner_coverage_pct', 'resolution_sla_pct'],
    );
  });

  test('names the missed target beside a signal', () => {
    const [finding] = findingsOf([tile('kept', 70, { rule: 'beyond_limits', target: [85, 'missed'] })]);
    assert.deepEqual([finding?.code, finding?.missed?.value], ['beyond_limits', 85]);
  });

  test('keeps the order of the tiles where nothing is stronger', () => {
    const tiles = [tile('reopened', 1, { rule: 'beyond_limits' }), tile('kept', 1, { rule: 'beyond_limits' })];
    assert.deepEqual(
      codes(tiles).map(([id]) => id),
      ['reopen_rate_pct', 'resolution_sla_pct'],
    );
  });
});

test('a tally counts figures, what stands out, and verdicts', () => {
  const tiles = [
    tile('kept', 80, { rule: 'beyond_limits', target: [85, 'missed'] }),
    tile('owners', 95, { target: [90, 'kept'] }),
    tile('reopened', 5, { target: [4, 'open'] }),
    tile('backlog', null, { target: [4, 'too_few'] }),
    tile('created', 500),
  ];
  assert.deepEqual(tallyOf(tiles), { figures: 5, standOut: 1, kept: 1, missed: 1, open: 1, tooFew: 1 });
});
