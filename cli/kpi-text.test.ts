import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { FigureAnswer } from '#core/figures/answer.ts';
import type { FigureChart } from '#core/figures/figure-chart.ts';
import { figureById } from '#core/figures/registry.ts';
import { type Instant, parseInstant, SECONDS_PER_DAY } from '#core/time/instant.ts';
import { zoneOf } from '#core/time/zone.ts';
import { catalogueOf } from '#text/catalogue.ts';
import { chartsText } from './kpi-chart-text.ts';
import { answerJson, chartJson } from './kpi-json.ts';
import { answersText } from './kpi-text.ts';

const from = parseInstant('2026-03-01T00:00:00Z');
const to = parseInstant('2026-04-01T00:00:00Z');
const shared = { asOf: to, split: null, where: [], zone: zoneOf('UTC') } as const;

const answer: FigureAnswer = {
  split: null,
  from,
  to,
  value: 12.5,
  reason: null,
  n: 8,
  numerator: 1,
  denominator: 8,
  low: 2.2,
  high: 47.1,
  wide: true,
  deviation: null,
  duration: null,
  bound: 'at_least',
  undecided: 0,
  excluded: 0,
  excludedBy: {},
  immature: 3,
  beside: { non_issue: { value: 25, unit: 'percent', n: 4, numerator: 1, denominator: 4 } },
};

describe('a value that may still change', () => {
  const question = { ...shared, figure: figureById('reopen_rate_pct')!, edges: [from, to] };

  test('is printed as a bound, with what stands beside it', () => {
    const text = answersText([answer], question, 'de');
    assert.match(text, /≥ 12,5 {2}1 von 8 {2}/);
    assert.match(text, /25,0 %/);
  });

  test('from above is printed the other way round, a final one plainly', () => {
    assert.match(answersText([{ ...answer, bound: 'at_most' }], question, 'en'), /≤ 12\.5 {2}/);
    assert.match(answersText([{ ...answer, bound: null }], question, 'en'), / {2}12\.5 {2}/);
  });

  test('says so in JSON', () => {
    assert.equal((answerJson(answer, question) as { bound: string }).bound, 'at_least');
  });
});

describe('a chart as text', () => {
  const question = { ...shared, figure: figureById('tickets_created_count')!, granularity: 'week', from, to } as const;
  const monday = parseInstant('2026-03-02T00:00:00Z');
  const weekAfter = (weeks: number): Instant => (monday + weeks * 7 * SECONDS_PER_DAY) as Instant;
  const points = [10, 20, null, 30].map((value, week) => ({
    from: weekAfter(week),
    to: weekAfter(week + 1),
    value,
    lower: 5,
    upper: 25,
    bound: null,
  }));
  const chart: FigureChart = {
    split: null,
    kind: 'xmr',
    reason: null,
    measure: 'per_working_day',
    insteadOf: 'u',
    center: 15,
    points,
    signals: [{ index: 3, rule: 'beyond_limits', side: 'above' }],
    sigmaZ: 2.25,
    isProvisional: true,
    baseline: { from: monday, to: weekAfter(4), points: 3 },
  };

  test('has a line for every period, its value in place between its limits', () => {
    const lines = chartsText([chart], question, 'en').split('\n');
    const drawn = lines.filter((line) => line.startsWith('2026-W'));
    assert.equal(drawn.length, 4);
    const [first, , gap, last] = drawn as [string, string, string, string];
    assert.ok(first.indexOf('┊') < first.indexOf('●') && first.indexOf('●') < first.indexOf('│'));
    assert.match(gap, /2026-W12 {2}no value/);
    assert.ok(last.lastIndexOf('┊') < last.indexOf('◆'));
  });

  test('says its signals in words, in both languages', () => {
    assert.match(chartsText([chart], question, 'en'), /2026-W13: above the upper limit/);
    assert.match(chartsText([chart], question, 'de'), /2026-W13: über der oberen Grenze/);
  });

  test('says why it is another chart than usual, and that its limits are provisional', () => {
    const text = chartsText([chart], question, 'en');
    assert.match(text, /scatter 2\.3 times/);
    assert.match(text, /provisional/);
  });

  test('is not drawn of what is too rare, and says so', () => {
    const text = chartsText([{ ...chart, kind: 'none', reason: 'rare_events', center: null }], question, 'de');
    assert.match(text, /zu selten für Grenzen/);
    assert.doesNotMatch(text, /●/);
  });

  test('as JSON has the period of each signal', () => {
    const { signals } = chartJson({ ...chart, segments: [] }, question) as { signals: unknown };
    assert.deepEqual(signals, [{ from: '2026-03-23T00:00:00Z', rule: 'beyond_limits', side: 'above' }]);
  });

  test('has words for every signal in both languages', () => {
    for (const language of ['de', 'en'] as const) {
      const words = catalogueOf(language) as Record<string, string>;
      for (const rule of ['beyond_limits', 'run_8', 'near_limit_3_of_4']) {
        for (const side of ['above', 'below']) assert.ok(words[`signal.${rule}.${side}`]);
      }
      assert.ok(words['signal.mr_beyond']);
    }
  });
});
