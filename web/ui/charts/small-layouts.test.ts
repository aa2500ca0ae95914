import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measuredChart, shareChart, shares } from '#web/stories/chart-examples.ts';
import type { Chart } from './chart.ts';
import { type HistogramInput, histogramLayout } from './histogram-layout.ts';
import { paretoLayout } from './pareto-layout.ts';
import { paretoRows } from './pareto-rows.ts';
import { marksOf } from './point-marks.ts';
import { sharedDomain } from './shared-domain.ts';
import { type SparklineInput, sparklineLayout } from './sparkline-layout.ts';
import { textWidth } from './text-width.ts';

const share = { unit: 'percent', digits: 1, better: 'higher', counts: 'clock' } as const;
const calm = shareChart(shares(24, 96.6, 2100, { seed: 31 }));

function sparkline(chart: Chart, change: Partial<SparklineInput> = {}): SparklineInput {
  return {
    chart,
    marks: marksOf(chart, 'higher'),
    width: 222,
    height: 48,
    target: 95,
    edgeText: '95',
    interval: null,
    possible: { low: 0, high: 100 },
    isLastRunning: false,
    ...change,
  };
}

test('the number of a promise ends inside the picture, and clear of its stroke', () => {
  for (const width of [84, 166, 222, 400]) {
    const { text, promise } = sparklineLayout(sparkline(calm, { width, edgeText: '99,5' }));
    assert.ok(text!.x >= promise!.x2 && text!.x + textWidth('99,5') <= width + 0.01);
  }
});

test('a promise far away is pinned to the edge instead of flattening the values', () => {
  const { promise } = sparklineLayout(sparkline(calm, { target: 20 }));
  assert.equal(promise!.pinned, 'bottom');
  assert.equal(sparklineLayout(sparkline(calm, { target: 95 })).promise!.pinned, null);
});

test('without any value there is a dotted line and nothing else', () => {
  for (const chart of [measuredChart([null, null]), measuredChart([])]) {
    const { gap, line, marks, promise, text } = sparklineLayout(sparkline(chart));
    assert.deepEqual([gap !== null, line, marks, promise, text], [true, '', [], null, null]);
  }
});

test('a missing value is a gap in line and band', () => {
  const { line, band } = sparklineLayout(
    sparkline(shareChart(shares(24, 91, 140, { seed: 21 }).map((one, i) => (i === 10 ? null : one)))),
  );
  assert.deepEqual([line.match(/M/g)?.length, band.match(/M/g)?.length], [2, 2]);
});

test('one value alone is a point', () => {
  const { marks, line } = sparklineLayout(sparkline(measuredChart([4]), { possible: { low: 0, high: null } }));
  assert.deepEqual([marks.length, marks[0]!.isLast, /NaN/.test(line)], [1, true, false]);
});

test('small multiples share a scale that holds all of them and the promise', () => {
  const [low, high] = sharedDomain([calm, shareChart(shares(24, 70, 300, { seed: 2 }))], { figure: share, target: 99 });
  assert.ok(low <= 62 && high === 100, `${low} ${high}`);
});

const causes = [71, 58, 29, 19].map((count, i) => ({ key: `${i}`, label: `Ursache Nummer ${i}`, count }));

function pareto(width: number) {
  const rows = paretoRows(causes, (count) => `${count}`);
  return paretoLayout({ rows, width, text: String, percent: (value) => `${value}`, heading: 'Anteil aufaddiert' });
}

test('bars begin at zero and are as long as their counts', () => {
  for (const width of [350, 700]) {
    const [first, second] = pareto(width).bars;
    assert.ok(Math.abs(second!.bar.width / first!.bar.width - 58 / 71) < 1e-9);
  }
});

test('where it is narrow the shares added up are numbers, and rows are high enough for a finger', () => {
  const { panel, bars } = pareto(350);
  assert.equal(panel, null);
  assert.ok(bars.every(({ cumulative, height }) => cumulative !== null && height >= 44));
});

test('bars and their numbers keep clear of the panel', () => {
  for (const width of [440, 560, 1200]) {
    const { panel, bars } = pareto(width);
    for (const { value } of bars) assert.ok(value.x + textWidth(value.text) <= panel!.left, `${width}`);
  }
});

const histogram: HistogramInput = {
  classes: [
    { from: 0, to: 1, count: 10 },
    { from: 1, to: 2, count: 30 },
    { from: 2, to: 8, count: 20 },
    { from: 8, to: null, count: 5 },
  ],
  markers: [
    { value: 1.5, text: 'Median 1,5' },
    { value: 5, text: '9 von 10 bis 5' },
  ],
  width: 480,
  height: 240,
  countText: String,
  boundText: String,
  unitText: 'Std.',
};

test('a marker stands where its value lies in its class', () => {
  const { markers, left, right } = histogramLayout(histogram);
  const column = (right - left) / 4;
  assert.deepEqual(
    markers.map(({ x }) => Math.round(100 * ((x - left) / column))),
    [150, 250],
  );
});

test('a value beyond the last bound stands in the last class', () => {
  const { markers, right } = histogramLayout({ ...histogram, markers: [{ value: 4000, text: 'x' }] });
  assert.ok(markers[0]!.x < right);
});

test('words of markers are on lines of their own and inside', () => {
  const { markers } = histogramLayout({ ...histogram, width: 320 });
  assert.equal(new Set(markers.map(({ y }) => y)).size, 2);
  for (const { textX, anchor, text } of markers) {
    const left = anchor === 'start' ? textX : textX - textWidth(text);
    assert.ok(left >= 0 && left + textWidth(text) <= 320);
  }
});

test('words of one marker do not lie across the stroke of another', () => {
  const near = [
    { value: 1.5, text: 'Median 1,5 Std.' },
    { value: 3, text: '9 von 10 bis 3 Std.' },
  ];
  const { markers } = histogramLayout({ ...histogram, markers: near });
  assert.deepEqual(
    markers.map(({ anchor }) => anchor),
    ['end', 'start'],
  );
});

test('counts have whole ticks, and no classes no bars', () => {
  for (const classes of [[], [{ from: 0, to: 1, count: 1 }]]) {
    const { grid, bars } = histogramLayout({ ...histogram, classes });
    assert.ok(grid.every(({ text }) => Number.isInteger(Number(text))));
    assert.equal(bars.length, classes.length);
  }
});
