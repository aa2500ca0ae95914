import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsIn } from '#web/shell/words.oracle.ts';
import { measuredChart, shareChart } from '#web/stories/chart-examples.ts';
import type { Chart } from './chart.ts';
import { chartLabel, chartSentence } from './chart-sentence.ts';

const calm = Array.from({ length: 20 }, (_, i) => (i % 2 ? 49 : 51));
const calmShares = calm.map((n): [number, number] => [n * 10, 1000]);
const run = Array.from({ length: 9 }, (): [number, number] => [506, 1000]);

function said(chart: Chart, better: 'higher' | 'lower' | 'neutral' = 'higher'): readonly [string, string] {
  return [
    chartSentence(chart, { by: 'month', better, words: wordsIn('de', 'UTC') }),
    chartSentence(chart, { by: 'month', better, words: wordsIn('en', 'UTC') }),
  ];
}

const jumped = { ...measuredChart(calm), signals: [] as Chart['signals'] };
const jump = jumped.points[7]!.from;

const cases: readonly (readonly [string, Chart, readonly [string, string]])[] = [
  ['no values', measuredChart([null, null]), ['Noch keine Werte', 'No values yet']],
  [
    'too few values',
    measuredChart([5, 6, null, 7]),
    [
      'Erst 3 Monate mit Werten: Grenzen brauchen mindestens acht',
      'Only 3 months with values: limits need at least eight',
    ],
  ],
  [
    'rare events',
    { ...measuredChart(calm), kind: 'none', reason: 'rare_events', center: null },
    [
      'Zu selten für Grenzen: im Mittel weniger als ein Fall je Monat',
      'Too rare for limits: fewer than one a month on average',
    ],
  ],
  [
    'nothing found',
    measuredChart(calm),
    ['Im üblichen Rahmen: kein Signal in 20 Monaten', 'In the usual range: no signal in 20 months'],
  ],
  [
    'one point beyond',
    measuredChart([...calm, 40, 50.5]),
    [
      'Ein einzelner schlechter Monat (September 2026), kein schleichender Verlust',
      'A single bad month (September 2026), no slow decline',
    ],
  ],
  [
    'two points beyond',
    measuredChart([...calm, 30, 50.5, 30]),
    ['2 Monate außerhalb der Grenzen, zuletzt Oktober 2026', '2 months outside the limits, most recently October 2026'],
  ],
  [
    'a run that goes on',
    shareChart([...calmShares, ...run]),
    [
      '9 Monate in Folge über dem Mittel, seit Februar 2026: eine dauerhafte Verbesserung',
      '9 months in a row above the mean, since February 2026: a lasting improvement',
    ],
  ],
  [
    'a run that is over',
    shareChart([...calmShares, ...run, [494, 1000]]),
    [
      '9 Monate in Folge über dem Mittel (Januar 2026 bis September 2026), seither nicht mehr',
      '9 months in a row above the mean (January 2026 to September 2026), not so since',
    ],
  ],
  [
    'one point beyond beside a run that is over',
    shareChart([...calmShares, ...run, [494, 1000], [600, 1000], [494, 1000]]),
    ['September 2026 liegt über der oberen Grenze', 'September 2026 lies above the upper limit'],
  ],
  [
    'a jump alone',
    { ...jumped, signals: [{ from: jump, rule: 'mr_beyond', side: null }] },
    [
      'Ein ungewöhnlich großer Sprung (Oktober 2025), sonst im üblichen Rahmen',
      'An unusually large jump (October 2025), otherwise in the usual range',
    ],
  ],
  [
    'points near a limit',
    { ...jumped, signals: [{ from: jump, rule: 'near_limit_3_of_4', side: 'below' }] },
    [
      'Oft nahe der unteren Grenze, zuletzt Oktober 2025: vielleicht eine langsame Verschiebung',
      'Often near the lower limit, most recently October 2025: perhaps a slow shift',
    ],
  ],
];

for (const [name, chart, expected] of cases) {
  test(`the sentence of a chart with ${name}`, () => {
    assert.deepEqual(said(chart), expected);
  });
}

test('whether a single point is good follows from the direction of the figure', () => {
  const chart = measuredChart([...calm, 40, 50.5]);
  assert.match(said(chart, 'lower')[1], /^A single good month/);
  assert.match(said(chart, 'neutral')[1], /^A single unusual month/);
});

test('a label names the figure, the last value and the promise', () => {
  const words = wordsIn('de', 'UTC');
  const text = (value: number) => words.format.percent(value);
  assert.equal(
    chartLabel(measuredChart(calm), { by: 'month', better: 'higher', words, name: 'Lösungszeit', text, target: 95 }),
    'Lösungszeit, 20 Monate: Im üblichen Rahmen: kein Signal in 20 Monaten. Letzter Wert: 49,0\u202f% (Oktober 2026). Zusage: 95,0\u202f%.',
  );
});

test('every length of period has its words in both languages', () => {
  for (const by of ['day', 'week', 'month', 'quarter', 'year'] as const)
    for (const language of ['de', 'en'] as const)
      for (const values of [[...calm, 40, 50.5], calm, [1, 2]]) {
        const text = chartSentence(measuredChart(values, { by }), {
          by,
          better: 'higher',
          words: wordsIn(language, 'UTC'),
        });
        assert.doesNotMatch(text, /[{}]|undefined/, `${by} ${language}`);
      }
});
