import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Instant, SECONDS_PER_DAY } from '../time/instant.ts';
import type { ChartSignal, SegmentedChart } from './figure-chart.ts';
import { signalAt, toneOf } from './tile-signal.ts';

const periodAt = (index: number): Instant => (index * SECONDS_PER_DAY) as Instant;

/** A chart around 10 with limits at 7 and 13. */
function chartOf(values: readonly (number | null)[], signals: readonly ChartSignal[]): SegmentedChart {
  const points = values.map((value, index) => ({
    from: periodAt(index),
    to: periodAt(index + 1),
    value,
    lower: 7,
    upper: 13,
    bound: null,
  }));
  return {
    split: null,
    kind: 'xmr',
    reason: null,
    measure: 'value',
    insteadOf: null,
    center: 10,
    points,
    signals,
    sigmaZ: null,
    isProvisional: false,
    baseline: null,
    segments: [],
  };
}

const higher = { better: 'higher' } as const;

describe('the signal of a period', () => {
  test('is that of its own point', () => {
    const chart = chartOf([10, 15, 10], [{ index: 1, rule: 'beyond_limits', side: 'above' }]);
    assert.deepEqual(
      [0, 1, 2, 3].map((index) => signalAt(chart, periodAt(index), higher)?.rule ?? null),
      [null, 'beyond_limits', null, null],
    );
  });

  test('says how far the point lies from the centre, in thirds of the way to the limit', () => {
    const signal = signalAt(chartOf([15], [{ index: 0, rule: 'beyond_limits', side: 'above' }]), periodAt(0), higher);
    assert.deepEqual([signal?.sigmas, signal?.tone, signal?.upper], [5, 'better', 13]);
  });

  test('is the weightiest of those that fired', () => {
    const rules = ['mr_beyond', 'run_8', 'beyond_limits'] as const;
    const signals = rules.map((rule): ChartSignal => ({ index: 0, rule, side: rule === 'mr_beyond' ? null : 'below' }));
    assert.equal(signalAt(chartOf([2], signals), periodAt(0), higher)?.rule, 'beyond_limits');
  });

  test('counts the periods in a row, across gaps and up to one on the centre', () => {
    const chart = chartOf([11, 10, 11, null, 12, 11], [{ index: 5, rule: 'run_8', side: 'above' }]);
    assert.equal(signalAt(chart, periodAt(5), higher)?.inARow, 3);
  });

  test('counts no period before a new baseline', () => {
    const chart = chartOf([11, 11, 12, 11], [{ index: 3, rule: 'run_8', side: 'above' }]);
    const { kind, reason, insteadOf, center, sigmaZ, isProvisional, baseline } = chart;
    const limits = { kind, reason, insteadOf, center, sigmaZ, isProvisional, baseline };
    const anew = { ...chart, segments: [{ from: periodAt(2), to: periodAt(4), ...limits }] };
    assert.equal(signalAt(anew, periodAt(3), higher)?.inARow, 2);
  });

  test('of a jump points where the value went', () => {
    const chart = chartOf([12, 8], [{ index: 1, rule: 'mr_beyond', side: null }]);
    assert.deepEqual(
      [signalAt(chart, periodAt(1), higher)?.side, signalAt(chart, periodAt(1), higher)?.tone],
      ['below', 'worse'],
    );
  });
});

test('whether a side is good follows from the direction of the figure', () => {
  assert.deepEqual(
    [toneOf('above', 'higher'), toneOf('below', 'higher'), toneOf('above', 'lower'), toneOf('below', 'neutral')],
    ['better', 'worse', 'worse', 'neutral'],
  );
});
