import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localDate } from '#core/time/local-date.ts';
import { formatIn } from '#web/shell/format.ts';
import { measuredChart, scattered, shareChart, shares } from '#web/stories/chart-examples.ts';
import { type Chart, segmentsOf } from './chart.ts';
import { controlLayout } from './control-layout.ts';
import type { ControlInput } from './control-parts.ts';
import { dayOf, monthNamesOf, startOf } from './period-words.ts';
import { marksOf } from './point-marks.ts';
import { textWidth } from './text-width.ts';

const format = formatIn('de', 'UTC');
const badMonth = shareChart([...shares(23, 94.9, 1928, { seed: 11 }), [1714, 1928]]);
const charts: Readonly<Record<string, Chart>> = {
  'a bad month': badMonth,
  gaps: shareChart(shares(26, 91, 140, { seed: 21 }).map((one, i) => (i % 9 === 6 ? null : one))),
  'eight points': measuredChart([22, 25, 21, 28, 24, 26, 23, 27]),
  'a hundred and twenty points': shareChart(shares(120, 92, 900, { seed: 17 })),
  'too few points': measuredChart([3, 4]),
  'one point': measuredChart([3]),
  'no values': measuredChart([null, null]),
  'no points': measuredChart([]),
};
const widths = [290, 350, 519, 520, 640, 1040, 1600];

function input(chart: Chart, change: Partial<ControlInput> = {}): ControlInput {
  const starts = chart.points.map(({ from }) => startOf(from, { format }));
  const ends = chart.points.slice(-1).map(({ to }) => startOf(to, { format }));
  const worded = (name: string) => (value: number) => `${name} ${value.toFixed(1)}`;
  return {
    chart,
    segments: segmentsOf(chart),
    marks: marksOf(chart, 'higher'),
    starts,
    granularity: 'month',
    monthNames: monthNamesOf('de'),
    width: 800,
    height: 330,
    promises: chart.points.map(() => 95),
    possible: { low: 0, high: 100 },
    unit: 'percent',
    texts: {
      tick: String,
      value: (value) => value.toFixed(1),
      upper: worded('Obere Grenze'),
      lower: worded('Untere Grenze'),
      mean: worded('Mittel'),
      promise: worded('Zusage'),
      baseline: () => ['Grenzen aus diesen 20 Monaten, seither eingefroren', '20 Monate'],
    },
    edgeDays: [...starts, ...ends].map(dayOf),
    notes: [],
    callout: null,
    isLastRunning: false,
    ...change,
  };
}

for (const [name, chart] of Object.entries(charts)) {
  test(`a chart of ${name} has no number that is none, and stays in its frame at every width`, () => {
    for (const width of widths) {
      const layout = controlLayout(input(chart, { width }));
      assert.doesNotMatch(JSON.stringify(layout), /NaN|Infinity|null,null/);
      assert.doesNotMatch(`${layout.band}${layout.line}${layout.limits.join('')}`, /NaN|Infinity/);
      for (const { x, y } of layout.marks) {
        assert.ok(x >= layout.plot.left && x <= layout.plot.right, `${width}: ${x}`);
        assert.ok(y >= layout.plot.top - 0.01 && y <= layout.plot.bottom + 0.01, `${width}: ${y}`);
      }
      for (const { x, text } of layout.labels) assert.ok(x + textWidth(text) <= width + 1, `${width}: ${text}`);
    }
  });
}

test('labels at the right edge keep sixteen pixels between them, the words of the last point included', () => {
  const lines = ['Oktober: 88,9 %', '4,5 Pkt. unter der Grenze', 'VPN-Störung'];
  const { labels, callout } = controlLayout(input(badMonth, { callout: { index: 23, lines } }));
  const heights = [...labels.map(({ y }) => y), ...lines.map((_, i) => callout!.y + 16 * i)].sort((a, b) => a - b);
  for (const [i, y] of heights.entries()) assert.ok(i === 0 || y - heights[i - 1]! >= 15.99, `${heights}`);
});

test('a promise is a step where its value changed, a gap where there was none, and named by its last value', () => {
  const promises = badMonth.points.map((_, i) => (i < 4 ? null : i < 20 ? 85 : 88));
  const { promise, labels, xOf, step, scale } = controlLayout(input(badMonth, { promises }));
  const places = [...promise.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
  const rounded = (value: number) => Number(value.toFixed(1));
  assert.deepEqual(places[0], [rounded(xOf(4) - step / 2), rounded(scale.y(85))]);
  const turn = places.findIndex(([, y]) => y === rounded(scale.y(88)));
  assert.deepEqual(places[turn], [rounded(xOf(20) - step / 2), rounded(scale.y(88))]);
  assert.deepEqual(
    labels.filter(({ kind }) => kind === 'promise').map(({ text }) => text),
    ['Zusage 88.0'],
  );
});

test('a promise that has ended has a line up to its end and no name beside the last period', () => {
  const promises = badMonth.points.map((_, i) => (i < 20 ? 85 : null));
  const { promise, labels, xOf, step } = controlLayout(input(badMonth, { promises }));
  assert.ok(promise.includes(`L${Number((xOf(19) + step / 2).toFixed(1))},`), promise);
  assert.ok(labels.every(({ kind }) => kind !== 'promise'));
});

test('a narrow chart has bare numbers at its edge', () => {
  const { labels } = controlLayout(input(badMonth, { width: 350 }));
  assert.ok(labels.every(({ text }) => /^[\d.]+$/.test(text)));
});

test('a limit where values end anyway is neither drawn nor named', () => {
  const chart = measuredChart(scattered(20, 3, 2, { seed: 4 }).map(Math.abs));
  assert.ok(chart.points[0]!.lower! < 0);
  const { labels, limits } = controlLayout(input(chart, { promises: [], possible: { low: 0, high: null } }));
  assert.deepEqual([labels.length, limits.length], [2, 1]);
});

test('words about a point that hide its data are left to the text under the chart', () => {
  const chart = measuredChart(scattered(120, 50, 10, { seed: 3 }));
  const lines = ['Ein sehr langer Satz über diesen Punkt, der nirgends Platz hat', 'und noch einer dazu'];
  assert.equal(controlLayout(input(chart, { width: 350, callout: { index: 60, lines } })).callout, null);
});

test('the period that still runs is reached by a line of its own', () => {
  const whole = controlLayout(input(badMonth));
  const running = controlLayout(input(badMonth, { isLastRunning: true }));
  assert.equal(whole.running, null);
  assert.equal(running.running?.match(/[ML]/g)?.length, 2);
});

test('a note stands at its day between the edges of its period, and one outside of the chart nowhere', () => {
  const at = (month: number, day: number) => ({ day: localDate(2026, month, day), text: 'Umzug' });
  const { notes, xOf, step } = controlLayout(input(badMonth, { notes: [at(7, 1), at(6, 16), at(11, 2)] }));
  const places = notes.labels.map(({ x }) => Math.round(100 * ((x - xOf(20)) / step + 0.5)));
  assert.deepEqual(places, [-50, 0]);
});

test('notes without room become numbers', () => {
  const notes = [1, 5, 9].map((day) => ({ day: localDate(2026, 5, day), text: 'Ein langer Text, der Platz braucht' }));
  const { labels, areNumbered } = controlLayout(input(badMonth, { width: 350, notes })).notes;
  assert.deepEqual([areNumbered, labels.map(({ text }) => text)], [true, ['1', '2', '3']]);
});

test('limits that begin anew are drawn as segments with a bracket each', () => {
  const before = shareChart(shares(22, 86, 700, { seed: 5 }), { until: localDate(2025, 9, 1) });
  const after = shareChart(shares(14, 91, 700, { seed: 9 }));
  const chart = {
    ...after,
    points: [...before.points, ...after.points],
    segments: [before, after].flatMap(segmentsOf),
  };
  const { centers, changes, brackets, xOf, step } = controlLayout(input(chart));
  assert.deepEqual([centers.length, brackets.length], [2, 2]);
  assert.deepEqual(changes, [xOf(22) - step / 2]);
  assert.equal(centers[0]!.x2, centers[1]!.x1);
});

test('a bracket takes the words that fit', () => {
  const text = (width: number) => controlLayout(input(badMonth, { width })).brackets[0]!.text;
  assert.deepEqual([text(1000), text(290)], ['Grenzen aus diesen 20 Monaten, seither eingefroren', '20 Monate']);
});
