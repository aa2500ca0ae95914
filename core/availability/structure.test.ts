import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { predictedAvailabilityPct, type Structure, structureTimeline } from './structure.ts';

const runs = { seed: 20_261_123, numRuns: 200 };
const percents = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 6 });

function parts(count: number): Structure[] {
  return Array.from({ length: count }, (_, i) => ({ kind: 'component', id: String(i) }));
}

function predicted(structure: Structure, values: readonly (number | null)[]): number | null {
  return predictedAvailabilityPct(structure, new Map(values.map((value, i) => [String(i), value])));
}

function assertClose(actual: number | null, expected: number): void {
  assert.ok(actual !== null && Math.abs(actual - expected) < 1e-9, `${actual} is not ${expected}`);
}

test('series is the product, parallel the complement of the product of complements', () => {
  fc.assert(
    fc.property(percents, (values) => {
      const product = values.reduce((all, value) => (all * value) / 100, 100);
      const complement = values.reduce((all, value) => (all * (100 - value)) / 100, 100);
      assertClose(predicted({ kind: 'series', parts: parts(values.length) }, values), product);
      assertClose(predicted({ kind: 'parallel', parts: parts(values.length) }, values), 100 - complement);
    }),
    runs,
  );
});

test('k of n is what counting all states of the parts gives', () => {
  fc.assert(
    fc.property(percents, fc.integer({ min: 1, max: 6 }), (values, k) => {
      const needed = Math.min(k, values.length);
      let sum = 0;
      for (let state = 0; state < 2 ** values.length; state += 1) {
        const up = values.map((_, i) => (state & (1 << i)) !== 0);
        if (up.filter(Boolean).length < needed) continue;
        sum += values.reduce((all, value, i) => (all * (up[i] ? value : 100 - value)) / 100, 100);
      }
      assertClose(predicted({ kind: 'k_of_n', needed, parts: parts(values.length) }, values), sum);
    }),
    runs,
  );
});

test('a component without availability leaves nothing to predict', () => {
  assert.equal(predicted({ kind: 'parallel', parts: parts(2) }, [99, null]), null);
});

test('a structure without parts, with too many needed, or with an unknown component is refused', () => {
  assert.throws(() => predicted({ kind: 'series', parts: [] }, []), RangeError);
  assert.throws(() => predicted({ kind: 'k_of_n', needed: 3, parts: parts(2) }, [90, 90]), RangeError);
  assert.throws(() => structureTimeline({ kind: 'series', parts: parts(1) }, new Map()), RangeError);
});
