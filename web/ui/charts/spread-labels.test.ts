import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { spreadLabels, type WantedLabel } from './spread-labels.ts';

const room = { low: 0, high: 200 };
const runs = { seed: 20_261_123, numRuns: 300 };
const label = fc.record({ at: fc.integer({ min: -50, max: 250 }), size: fc.constantFrom(16, 16, 48) });
const some = fc.array(label, { minLength: 1, maxLength: 7 }).filter((labels) => sizeOf(labels) <= 200);

function lines(...places: readonly number[]): WantedLabel[] {
  return places.map((at) => ({ at, size: 16 }));
}

function sizeOf(labels: readonly WantedLabel[]): number {
  return labels.reduce((sum, { size }) => sum + size, 0);
}

test('labels that are far apart stay where they are', () => {
  assert.deepEqual(spreadLabels(lines(100, 20, 60), room), [100, 20, 60]);
});

test('two labels on the same line move half a line each', () => {
  assert.deepEqual(spreadLabels(lines(80, 80), room), [72, 88]);
});

test('labels that push each other over the edge stay inside', () => {
  assert.deepEqual(spreadLabels(lines(2, 1), room), [24, 8]);
  assert.deepEqual(spreadLabels(lines(199, 200), room), [176, 192]);
});

test('three lines keep one line away', () => {
  assert.deepEqual(spreadLabels([{ at: 100, size: 48 }, ...lines(110)], room), [89, 121]);
});

test('no label overlaps another or the edges', () => {
  fc.assert(
    fc.property(some, (labels) => {
      const placed = spreadLabels(labels, room);
      const boxes = labels.map(({ size }, i) => [placed[i]! - size / 2, placed[i]! + size / 2] as const);
      boxes.sort((a, b) => a[0] - b[0]);
      for (const [i, [top]] of boxes.entries()) assert.ok(top >= (i === 0 ? 0 : boxes[i - 1]![1]) - 1e-9);
      assert.ok(boxes.at(-1)![1] <= 200 + 1e-9);
    }),
    runs,
  );
});

test('labels keep their order', () => {
  fc.assert(
    fc.property(some, (labels) => {
      const placed = spreadLabels(labels, room);
      for (const [a, one] of labels.entries())
        for (const [b, other] of labels.entries()) assert.ok(one.at >= other.at || placed[a]! < placed[b]!);
    }),
    runs,
  );
});

test('without room for all they start at the top', () => {
  assert.deepEqual(spreadLabels(lines(5, 5, 5), { low: 0, high: 20 }), [8, 24, 40]);
});
