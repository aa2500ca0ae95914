import assert from 'node:assert/strict';
import { test } from 'node:test';
import { segmentStarts } from './baseline.ts';

const edges = [0, 10, 20, 30, 40];

for (const [says, decisions, expected] of [
  ['without a decision limits hold for all periods', [], [0]],
  ['a decision cuts at the period that begins with it', [20], [0, 2]],
  ['a decision within a period cuts at the next one', [21], [0, 3]],
  ['two decisions before the same period are one', [11, 20], [0, 2]],
  ['decisions count in the order of time', [30, 10], [0, 1, 3]],
  ['a decision before the periods cuts nothing', [-5], [0]],
  ['a decision within the last period has no period of its own yet', [31, 99], [0]],
] as const) {
  test(says, () => {
    assert.deepEqual(segmentStarts(edges, decisions), expected);
  });
}
