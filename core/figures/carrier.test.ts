import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseInstant } from '../time/instant.ts';
import type { FigureAnswer } from './answer.ts';
import { carrierOf } from './carrier.ts';
import { figureById } from './registry.ts';

const AT = parseInstant('2026-06-01T00:00:00Z');

function answer(split: string, given: Partial<FigureAnswer>): FigureAnswer {
  return {
    split,
    from: AT,
    to: AT,
    value: null,
    reason: null,
    n: 0,
    numerator: null,
    denominator: null,
    low: null,
    high: null,
    wide: null,
    deviation: null,
    duration: null,
    bound: null,
    undecided: 0,
    excluded: 0,
    excludedBy: {},
    immature: 0,
    beside: {},
    ...given,
  };
}

const share = (split: string, numerator: number, of: number) =>
  answer(split, { n: of, numerator, denominator: of, value: (100 * numerator) / of });
const count = (split: string, value: number) => answer(split, { n: value, value });
const time = (split: string, n: number, mean: number) =>
  answer(split, { n, value: mean, duration: { median: mean, mean, p90: null, longest: null, classes: null } });

const figure = (id: string) => figureById(id)!;

describe('who carries a deviation', () => {
  test('of a share: whoever has the most cases beyond its own past rate', () => {
    const before = [share('mail', 90, 100), share('print', 60, 100)];
    const now = [share('mail', 40, 100), share('print', 58, 100)];
    const carrier = carrierOf(figure('resolution_sla_pct'), { now, before, periodsBefore: 12, side: 'below' });
    assert.deepEqual([carrier?.answer.split, carrier?.share.toFixed(2)], ['mail', '0.96']);
  });

  test('a value that was always bad carries nothing', () => {
    const before = [share('mail', 30, 100), share('print', 90, 100)];
    const now = [share('mail', 30, 100), share('print', 70, 100)];
    const carrier = carrierOf(figure('resolution_sla_pct'), { now, before, periodsBefore: 12, side: 'below' });
    assert.equal(carrier?.answer.split, 'print');
  });

  test('of a count: whoever has the most beyond its usual number', () => {
    const before = [count('mail', 120), count('print', 600)];
    const now = [count('mail', 40), count('print', 52)];
    const carrier = carrierOf(figure('tickets_created_count'), { now, before, periodsBefore: 12, side: 'above' });
    assert.equal(carrier?.answer.split, 'mail');
  });

  test('of a time: whoever took the most hours more than usual', () => {
    const before = [time('mail', 100, 60), time('print', 100, 50)];
    const now = [time('mail', 100, 200), time('print', 10, 300)];
    const carrier = carrierOf(figure('resolution_time_minutes'), { now, before, periodsBefore: 12, side: 'above' });
    assert.equal(carrier?.answer.split, 'mail');
  });

  test('nobody, when no value adds half of it', () => {
    const values = ['mail', 'print', 'net'];
    const before = values.map((name) => share(name, 90, 100));
    const now = values.map((name) => share(name, 60, 100));
    assert.equal(carrierOf(figure('resolution_sla_pct'), { now, before, periodsBefore: 12, side: 'below' }), null);
  });

  test('nobody, when it is the only value, when it has too few cases, and when it is not recorded', () => {
    const ask = (name: string, cases: number, others: readonly FigureAnswer[]) =>
      carrierOf(figure('resolution_sla_pct'), {
        now: [share(name, 0, cases), ...others],
        before: [share(name, 100, 100)],
        periodsBefore: 12,
        side: 'below',
      });
    const fine = share('print', 100, 100);
    assert.deepEqual([ask('mail', 50, []), ask('mail', 4, [fine]), ask('(none)', 50, [fine])], [null, null, null]);
    assert.equal(ask('mail', 50, [fine])?.answer.split, 'mail');
  });
});
