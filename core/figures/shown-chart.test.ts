import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Instant } from '../time/instant.ts';
import type { SegmentedChart } from './figure-chart.ts';
import { shownFrom } from './shown-chart.ts';

const at = (period: number): Instant => (period * 100) as Instant;
const point = (period: number) => ({
  from: at(period),
  to: at(period + 1),
  value: period,
  lower: 0,
  upper: 9,
  bound: null,
});
const limits = { kind: 'xmr', reason: null, insteadOf: null, center: 4, sigmaZ: null, isProvisional: false } as const;
const [old, recent] = [
  { from: at(0), to: at(2), points: 2 },
  { from: at(2), to: at(4), points: 2 },
];
const CHART: SegmentedChart = {
  split: null,
  measure: 'value',
  ...limits,
  baseline: recent,
  points: [0, 1, 2, 3, 4, 5].map(point),
  signals: [1, 4].map((index) => ({ index, rule: 'beyond_limits', side: 'above' })),
  segments: [
    { ...limits, from: at(0), to: at(2), baseline: old },
    { ...limits, from: at(2), to: at(6), baseline: recent },
  ],
};

test('what is shown has the limits and the baseline of the whole', () => {
  const shown = shownFrom(CHART, at(4))!;
  assert.deepEqual(shown.points, CHART.points.slice(4));
  assert.deepEqual(shown.baseline, recent);
  assert.deepEqual(shown.segments, [{ ...CHART.segments[1], from: at(4) }]);
});

test('signals before what is shown are left away, the others keep their period', () => {
  assert.deepEqual(shownFrom(CHART, at(3))!.signals, [{ index: 1, rule: 'beyond_limits', side: 'above' }]);
});

test('a period that has begun before is not shown in part', () => {
  assert.equal(shownFrom(CHART, (at(3) + 1) as Instant)!.points[0]!.from, at(4));
});

test('nothing is left of a chart that ends before', () => {
  assert.equal(shownFrom(CHART, at(6)), null);
});
