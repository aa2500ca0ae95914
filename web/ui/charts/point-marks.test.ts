import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measuredChart, shareChart } from '#web/stories/chart-examples.ts';
import type { Chart } from './chart.ts';
import { marksOf, runsOf, toneOf } from './point-marks.ts';

/** Up and down around 50, so that no rule fires. */
const calm = Array.from({ length: 20 }, (_, i) => (i % 2 ? 49 : 51));

function shapes(chart: Chart): string {
  const letters = { dot: '.', hollow: 'h', ring: 'o', diamond: 'D', jump: 'j' } as const;
  return marksOf(chart, 'higher')
    .map((mark) => (mark ? letters[mark.shape] : ' '))
    .join('');
}

test('without a rule fired there are dots, and nothing where there is no value', () => {
  assert.equal(shapes(measuredChart([...calm.slice(0, 10), null, ...calm.slice(10)])), '.......... ..........');
});

test('a point beyond a limit is a diamond, and the way back no second signal', () => {
  assert.equal(shapes(measuredChart([...calm, 30, 50.5, 49.5])), `${'.'.repeat(20)}D..`);
});

test('all points of a run are rings, also those before the eighth', () => {
  assert.match(
    shapes(shareChart([...calm.map((n): [number, number] => [n * 10, 1000]), ...eight(506)])),
    /^\.{20}o{8}$/,
  );
});

test('a gap breaks no run', () => {
  const run: ([number, number] | null)[] = eight(506);
  run.splice(3, 0, null);
  assert.match(shapes(shareChart([...calm.map((n): [number, number] => [n * 10, 1000]), ...run])), /o{3} o{5}$/);
});

test('a value that is not final is hollow', () => {
  const chart = measuredChart(calm);
  const points = chart.points.map((point, i) => (i === 19 ? { ...point, bound: 'at_least' as const } : point));
  assert.match(shapes({ ...chart, points }), /h$/);
});

test('a period that still runs is hollow', () => {
  assert.equal(marksOf(measuredChart(calm), 'higher', { isLastRunning: true }).at(-1)?.shape, 'hollow');
});

test('a run knows where it began and how many values it has', () => {
  const chart = shareChart([...calm.map((n): [number, number] => [n * 10, 1000]), ...eight(506), [506, 1000]]);
  assert.deepEqual(runsOf(chart), [{ first: 20, last: 28, side: 'above', rule: 'run_8', points: 9 }]);
});

test('a signal of a period that is not shown marks nothing', () => {
  const chart = measuredChart([...calm, 30]);
  assert.ok(!shapes({ ...chart, points: chart.points.slice(0, -1) }).includes('D'));
});

const tones = [
  ['above', 'higher', 'better'],
  ['below', 'higher', 'worse'],
  ['above', 'lower', 'worse'],
  ['below', 'lower', 'better'],
  ['above', 'neutral', 'neutral'],
  [null, 'higher', 'neutral'],
] as const;

for (const [side, better, tone] of tones) {
  test(`${side} is ${tone} where ${better} is better`, () => {
    assert.equal(toneOf(side, better), tone);
  });
}

function eight(count: number): [number, number][] {
  return Array.from({ length: 8 }, () => [count, 1000]);
}
