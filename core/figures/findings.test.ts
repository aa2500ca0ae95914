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

type Given = Partial<TileSignal> & { readonly target?: readonly [value: number, verdict: TargetVerdict] };

function tile(name: keyof typeof IDS, value: number | null, given: Given = {}): JudgedTile {
  const { target, ...signal } = given;
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
    low: null,
    high: null,
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

  test('begins with what is beyond its limits, then slow shifts, then missed targets', () => {
    const tiles = [
      tile('owners', 80, { target: [90, 'missed'] }),
      tile('kept', 88, { rule: 'near_limit_3_of_4' }),
      tile('reopened', 6, { rule: 'run_8', inARow: 9 }),
      tile('created', 500, { rule: 'beyond_limits' }),
    ];
    assert.deepEqual(
      codes(tiles).map(([, code]) => code),
      ['beyond_limits', 'run_8', 'near_limit_3_of_4', 'target_missed'],
    );
  });

  test('tells the bad before the good of the same rank, and the stronger before the weaker', () => {
    const tiles = [
      tile('created', 1, { rule: 'beyond_limits', tone: 'neutral', sigmas: 9 }),
      tile('backlog', 1, { rule: 'beyond_limits', tone: 'better', sigmas: 9 }),
      tile('kept', 1, { rule: 'beyond_limits', sigmas: 4 }),
      tile('reopened', 1, { rule: 'beyond_limits', sigmas: 6 }),
    ];
    assert.deepEqual(
      codes(tiles).map(([id]) => id),
      ['reopen_rate_pct', 'resolution_sla_pct', 'tickets_created_count', 'backlog_open_count'],
    );
  });

  test('puts longer runs first, and the target that is missed by more', () => {
    const runs = [tile('kept', 1, { rule: 'run_8', inARow: 8 }), tile('reopened', 1, { rule: 'run_8', inARow: 11 })];
    const missed = [tile('kept', 89, { target: [90, 'missed'] }), tile('owners', 60, { target: [90, 'missed'] })];
    assert.deepEqual(
      [...codes(runs), ...codes(missed)].map(([id]) => id),
      ['reopen_rate_pct', 'resolution_sla_pct', 'case_owner_coverage_pct', 'resolution_sla_pct'],
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
