import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { paretoOf, type WeighedAnswer } from './pareto.ts';

const answer = (split: string, given: Partial<WeighedAnswer>): WeighedAnswer => ({
  ...{ value: null, n: 0, numerator: null, duration: null },
  ...given,
  split,
});
const weights = (entries: ReturnType<typeof paretoOf>) => entries?.map(({ split, weight }) => [split, weight]) ?? null;

describe('what weighs in a Pareto', () => {
  const shares = [answer('a', { n: 10, numerator: 9 }), answer('b', { n: 10, numerator: 4 })];
  for (const [says, figure, answers, expected] of [
    [
      'failures of a share where more is better',
      { kind: 'share', better: 'higher' },
      shares,
      [
        ['b', 6],
        ['a', 1],
      ],
    ],
    [
      'what is counted where less is better',
      { kind: 'share', better: 'lower' },
      shares,
      [
        ['a', 9],
        ['b', 4],
      ],
    ],
    [
      'the value of a count',
      { kind: 'count', better: 'neutral' },
      [answer('a', { value: 3 }), answer('b', { value: 5 })],
      [
        ['b', 5],
        ['a', 3],
      ],
    ],
    [
      'all the time of a duration',
      { kind: 'duration', better: 'lower' },
      [answer('a', { n: 2, duration: { mean: 10 } }), answer('b', { n: 30, duration: { mean: 1 } })],
      [
        ['b', 30],
        ['a', 20],
      ],
    ],
    [
      'the time above the line of a quotient',
      { kind: 'quotient', better: 'neutral' },
      [answer('a', { n: 1, numerator: 60 })],
      [['a', 60]],
    ],
    ['the facts of a rate', { kind: 'rate', better: 'neutral' }, [answer('a', { n: 4, value: 0.2 })], [['a', 4]]],
  ] as const) {
    test(`is ${says}`, () => {
      assert.deepEqual(weights(paretoOf(figure, answers)), expected);
    });
  }
});

describe('a Pareto', () => {
  const count = { kind: 'count', better: 'lower' } as const;
  const counted = (values: Readonly<Record<string, number>>) =>
    paretoOf(
      count,
      Object.entries(values).map(([split, value]) => answer(split, { value })),
    );

  test('has what is not recorded last, however much it is', () => {
    assert.deepEqual(weights(counted({ '(none)': 99, a: 1, b: 2 })), [
      ['b', 2],
      ['a', 1],
      ['(none)', 99],
    ]);
  });

  test('shows what is not recorded even when it is nothing', () => {
    assert.deepEqual(weights(counted({ '(none)': 0, a: 1 })), [
      ['a', 1],
      ['(none)', 0],
    ]);
  });

  test('orders equals by name', () => {
    assert.deepEqual(weights(counted({ b: 1, a: 1 })), [
      ['a', 1],
      ['b', 1],
    ]);
  });

  test('leaves out what weighs nothing, and is none when nothing does', () => {
    assert.deepEqual([weights(counted({ a: 1, b: 0 })), counted({ a: 0 })], [[['a', 1]], null]);
  });

  test('is none of a balance that falls below zero', () => {
    assert.equal(counted({ a: 4, b: -1 }), null);
  });
});
