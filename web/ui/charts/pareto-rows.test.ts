import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type ParetoItem, paretoRows } from './pareto-rows.ts';

const more = (count: number) => `${count} more`;

function items(...counts: readonly number[]): ParetoItem[] {
  return counts.map((count, index) => ({ key: String(index), label: `cause ${index}`, count }));
}

test('the most frequent cause comes first, and shares add up to all', () => {
  const rows = paretoRows(items(14, 71, 29), more);
  assert.deepEqual(
    rows.map(({ count }) => count),
    [71, 29, 14],
  );
  assert.equal(Math.round(rows.at(-1)!.cumulative), 100);
});

test('what was not recorded stands last, even where it is the most', () => {
  const rows = paretoRows([{ key: 'x', label: 'x', count: 90, isNotRecorded: true }, ...items(5, 5)], more);
  assert.equal(rows.at(-1)!.key, 'x');
  assert.equal(rows.at(-1)!.isLeading, false);
});

test('what was not recorded is shown even where there is none of it', () => {
  assert.equal(paretoRows([...items(5), { key: 'x', label: 'x', count: 0, isNotRecorded: true }], more).length, 2);
});

test('leading are those that stay within eighty percent, and always the first', () => {
  const leading = (counts: readonly number[]) =>
    paretoRows(items(...counts), more).filter(({ isLeading }) => isLeading);
  assert.equal(leading([71, 58, 29, 19, 14, 12, 11]).length, 3);
  assert.equal(leading([95, 5]).length, 1);
});

test('many small causes are put together, and nothing is lost', () => {
  const rows = paretoRows(items(...Array.from({ length: 30 }, (_, i) => 100 - i)), more);
  assert.equal(rows.length, 12);
  assert.equal(rows.at(-1)!.label, '19 more');
});

test('the rows always add up to the whole', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(500), { maxLength: 40 }), fc.nat(50), (counts, unknown) => {
      const all = [...items(...counts), { key: 'x', label: 'x', count: unknown, isNotRecorded: true }];
      const total = paretoRows(all, more).reduce((sum, { count }) => sum + count, 0);
      assert.equal(total, counts.reduce((sum, count) => sum + count, 0) + unknown);
    }),
    { seed: 20_261_123, numRuns: 200 },
  );
});

test('nothing at all has no shares', () => {
  assert.deepEqual(paretoRows([], more), []);
});
