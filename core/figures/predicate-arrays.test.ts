import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { instant } from '../time/instant.ts';
import { all, any, not, type Predicate } from './predicate.ts';
import { type AnyRow, testOf } from './predicate-arrays.ts';
import { DEFAULT_FIGURE_SETTINGS } from './settings.ts';

const AS_OF = instant(1_000_000);
const WRAP_UP = DEFAULT_FIGURE_SETTINGS.wrapUpSeconds;

function holds(predicate: Predicate, row: AnyRow): boolean {
  return testOf(predicate, AS_OF, DEFAULT_FIGURE_SETTINGS)(row);
}

const cases: readonly (readonly [sentence: string, predicate: Predicate, row: AnyRow, expected: boolean])[] = [
  ['a flag that is set holds', { op: 'flag', column: 'a' }, { a: true }, true],
  ['a flag that is not set does not', { op: 'flag', column: 'a' }, { a: false }, false],
  ['a text equals itself', { op: 'equals', column: 'a', value: 'x' }, { a: 'x' }, true],
  ['a text equals no other', { op: 'equals', column: 'a', value: 'x' }, { a: 'X' }, false],
  ['null equals no text', { op: 'equals', column: 'a', value: 'x' }, { a: null }, false],
  ['zero is present', { op: 'present', column: 'a' }, { a: 0 }, true],
  ['an empty text is present', { op: 'present', column: 'a' }, { a: '' }, true],
  ['null is not present', { op: 'present', column: 'a' }, { a: null }, false],
  ['a limit is included', { op: 'atMost', column: 'a', limit: 3 }, { a: 3 }, true],
  ['what is above the limit is out', { op: 'atMost', column: 'a', limit: 3 }, { a: 4 }, false],
  ['a limit may be a setting', { op: 'atMost', column: 'a', limit: 'wrapUpSeconds' }, { a: WRAP_UP }, true],
  ['null is not at most anything', { op: 'atMost', column: 'a', limit: 3 }, { a: null }, false],
  [
    'a window includes its end',
    { op: 'within', column: 'a', from: 'b', window: 'wrapUpSeconds' },
    { a: 50 + WRAP_UP, b: 50 },
    true,
  ],
  [
    'a window excludes the second after its end',
    { op: 'within', column: 'a', from: 'b', window: 'wrapUpSeconds' },
    { a: 51 + WRAP_UP, b: 50 },
    false,
  ],
  [
    'nothing lies within a window of null',
    { op: 'within', column: 'a', from: 'b', window: 'wrapUpSeconds' },
    { a: 1, b: null },
    false,
  ],
  [
    'null lies within no window',
    { op: 'within', column: 'a', from: 'b', window: 'wrapUpSeconds' },
    { a: null, b: 1 },
    false,
  ],
  [
    'a window that ends at as_of still runs',
    { op: 'running', column: 'a', window: 'wrapUpSeconds' },
    { a: AS_OF - WRAP_UP },
    true,
  ],
  [
    'a window that ended before it does not',
    { op: 'running', column: 'a', window: 'wrapUpSeconds' },
    { a: AS_OF - WRAP_UP - 1 },
    false,
  ],
  [
    'a window that never began does not run',
    { op: 'running', column: 'a', window: 'wrapUpSeconds' },
    { a: null },
    false,
  ],
  ['what lies before as_of is known', { op: 'known', column: 'a' }, { a: AS_OF - 1 }, true],
  ['what lies at as_of is not known yet', { op: 'known', column: 'a' }, { a: AS_OF }, false],
  ['null is never known', { op: 'known', column: 'a' }, { a: null }, false],
  ['all of nothing holds', all(), {}, true],
  ['any of nothing does not', any(), {}, false],
];

describe('a predicate over a row', () => {
  for (const [sentence, predicate, row, expected] of cases) {
    test(sentence, () => {
      assert.equal(holds(predicate, row), expected);
    });
  }
});

const value = fc.oneof(fc.constant(null), fc.integer({ min: 999_000, max: 1_001_000 }));
const row = fc.record({ a: value, b: value, flag: fc.boolean(), text: fc.constantFrom('x', 'y', null) });
const column = fc.constantFrom('a', 'b');
const leaf: fc.Arbitrary<Predicate> = fc.oneof(
  fc.constant<Predicate>({ op: 'flag', column: 'flag' }),
  fc.constant<Predicate>({ op: 'equals', column: 'text', value: 'x' }),
  column.map((name): Predicate => ({ op: 'present', column: name })),
  column.map((name): Predicate => ({ op: 'atMost', column: name, limit: 1_000_000 })),
  column.map((name): Predicate => ({ op: 'known', column: name })),
  column.map((name): Predicate => ({ op: 'running', column: name, window: 'wrapUpSeconds' })),
  fc.constant<Predicate>({ op: 'within', column: 'a', from: 'b', window: 'wrapUpSeconds' }),
);

test('every predicate is true or false, and its negation is the other, whatever is null', () => {
  fc.assert(
    fc.property(leaf, leaf, row, (left, right, given) => {
      for (const predicate of [left, all(left, right), any(left, right)]) {
        assert.equal(holds(not(predicate), given), !holds(predicate, given));
      }
      assert.equal(holds(all(left, right), given), holds(left, given) && holds(right, given));
      assert.equal(holds(any(left, right), given), holds(left, given) || holds(right, given));
    }),
    { seed: 20_261_123, numRuns: 2000 },
  );
});
