import assert from 'node:assert/strict';
import { test } from 'node:test';
import { controlChart } from './control-chart.ts';
import { pChart } from './p-chart.ts';
import type { Signal } from './signals.ts';
import { uChart } from './u-chart.ts';
import { xmrChart } from './xmr.ts';

/** Mean 50, mean moving range 3.909, limits 39.6 and 60.4. */
const steady = [50, 53, 47, 51, 49, 52, 48, 50, 54, 46, 51, 49];

function signalsOf(values: readonly (number | null)[], baselinePoints = 12): string[] {
  return said(xmrChart(values, baselinePoints).signals);
}

function said(signals: readonly Signal[]): string[] {
  return signals.map(({ index, rule, side }) => `${index} ${rule} ${side}`);
}

test('eight usable points give limits, seven do not, and fewer than twelve are provisional', () => {
  const charts = [7, 8, 11, 12].map((n) => xmrChart(steady.slice(0, n)));
  assert.deepEqual(
    charts.map(({ center }) => center === null),
    [true, false, false, false],
  );
  assert.deepEqual(
    charts.map(({ isProvisional }) => isProvisional),
    [false, true, true, false],
  );
});

test('a short baseline gives no limits however long the series', () => {
  assert.equal(xmrChart([...steady, ...steady], 7).center, null);
});

test('limits come from the baseline and stay frozen', () => {
  const later = xmrChart([...steady, 500, 600, 700], 12);
  assert.equal(later.center, 50);
  assert.equal(later.upper, xmrChart(steady, 12).upper);
});

test('limits lie 2.66 mean moving ranges from the centre, and that of ranges at 3.268', () => {
  const { center, upper, lower, movingRangeMean, movingRangeUpper } = xmrChart(steady, 12);
  assert.equal(movingRangeMean, 43 / 11);
  assert.ok(Math.abs(upper! - (50 + (2.66 * 43) / 11)) < 1e-12);
  assert.ok(Math.abs(center! - lower! - (upper! - center!)) < 1e-12);
  assert.ok(Math.abs(movingRangeUpper! - (3.268 * 43) / 11) < 1e-12);
});

test('gaps are left out of the baseline, and later ranges do not look across them', () => {
  const gap = xmrChart([...steady.slice(0, 3), null, ...steady.slice(3), null, 80], 12);
  assert.equal(gap.movingRangeMean, xmrChart(steady, 12).movingRangeMean);
  assert.deepEqual(said(gap.signals), ['14 beyond_limits above']);
  assert.equal(gap.usedCount, 13);
});

test('a point on a limit is inside it, also where floating point rounds', () => {
  const tenths = Array.from({ length: 12 }, () => 0.1);
  assert.deepEqual(signalsOf([...tenths, 0.1, 0.1]), []);
  const { upper } = xmrChart(steady, 12);
  assert.deepEqual(signalsOf([...steady, upper!, 55]), []);
});

test('a run is reported from its eighth point on, and a point on the centre ends it', () => {
  const seven = [51, 52, 51, 52, 51, 52, 51];
  assert.deepEqual(signalsOf([...steady, 50, ...seven, 50, ...seven]), []);
  assert.deepEqual(signalsOf([...steady, 50, ...seven, 52, 51]), ['20 run_8 above', '21 run_8 above']);
});

test('a gap does not break a run', () => {
  const down = [49, 48, 49, null, 48, 49, 48, 49, 48];
  assert.deepEqual(signalsOf([...steady, 50, ...down]), ['21 run_8 below']);
});

test('three of four near a limit count on one side only, and the point itself must be near', () => {
  assert.deepEqual(signalsOf([...steady, 50, 56, 50, 56, 57]), ['16 near_limit_3_of_4 above']);
  assert.deepEqual(signalsOf([...steady, 50, 56, 44, 56, 50]), []);
  assert.deepEqual(signalsOf([...steady, 50, 56, 56, 50, 50, 56]), [], 'only the three before it');
  assert.deepEqual(signalsOf([...steady, 50, 44, 43, 44]), ['15 near_limit_3_of_4 below']);
});

test('a jump is reported for the moving range at the later point', () => {
  assert.deepEqual(signalsOf([...steady, 55, 41]), ['13 mr_beyond null']);
});

test('six rising points inside the limits are no signal', () => {
  assert.deepEqual(signalsOf([...steady, 46, 47, 48, 49, 50, 51, 52]), []);
});

test('limits of shares widen with small sizes and stay between 0 and 1', () => {
  const periods = [...steady.map((count) => ({ count, size: 100 })), { count: 3, size: 4 }];
  const chart = pChart(periods, 12);
  assert.equal(chart.points[12]?.upper, 1);
  assert.equal(chart.points[12]?.lower, 0);
  assert.deepEqual(chart.signals, []);
});

test('a period without denominator is a null point and breaks nothing', () => {
  const chart = pChart([
    { count: 0, size: 0 },
    { count: null, size: 5 },
    ...steady.map((count) => ({ count, size: 100 })),
  ]);
  assert.deepEqual(chart.points.slice(0, 2), [null, null]);
  assert.equal(chart.usedCount, 12);
});

test('a baseline of nothing or everything has no overdispersion', () => {
  const constant = (count: number) => Array.from({ length: 12 }, () => ({ count, size: 10 }));
  assert.equal(pChart(constant(0)).sigmaZ, null);
  assert.equal(pChart(constant(10)).sigmaZ, null);
  assert.equal(uChart(constant(0)).sigmaZ, null);
  assert.equal(uChart(constant(10)).sigmaZ, 0);
});

test('without limits every point is null', () => {
  const chart = uChart(Array.from({ length: 3 }, () => ({ count: 1, size: 2 })));
  assert.deepEqual([chart.center, chart.points, chart.signals], [null, [null, null, null], []]);
});

test('shares that scatter too much become individuals of the ratio', () => {
  const wild = steady.map((_, i) => ({ count: i % 2 === 0 ? 300 : 700, size: 1000 }));
  const calm = steady.map((count) => ({ count: 450 + count, size: 1000 }));
  assert.equal(controlChart({ kind: 'share', periods: wild }).kind, 'xmr');
  assert.equal(controlChart({ kind: 'share', periods: calm }).kind, 'p');
  const wildRate = controlChart({ kind: 'rate', periods: wild });
  assert.ok(wildRate.kind === 'xmr' && wildRate.center === 0.5);
});

test('events rarer than one a period get no chart of counts, shares do', () => {
  const rare = steady.map((_, i) => ({ count: i % 3 === 0 ? 1 : 0, size: 100 }));
  assert.deepEqual(controlChart({ kind: 'rate', periods: rare }), { kind: 'none', reason: 'rare_events' });
  assert.equal(controlChart({ kind: 'counted', values: rare.map(({ count }) => count) }).kind, 'none');
  assert.equal(controlChart({ kind: 'measured', values: rare.map(({ count }) => count) }).kind, 'xmr');
  assert.equal(controlChart({ kind: 'share', periods: rare }).kind, 'p');
});
