import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type SumsToCheck, sumFault } from './sum-check.ts';

const tabs: SumsToCheck['tabs'] = {
  counted: 259,
  leftOut: 23,
  leftOutBy: { cancelled: 8, merged: 2, waived: 13 },
  undecided: 4,
  immature: 1,
  judged: { met: 125, missed: 134 },
  lasting: null,
  total: 286,
  beside: {},
};
const sums: SumsToCheck = { tabs, figureCounts: 259, rows: { came: 134, expected: 134 } };

test('sums that hold have no fault, also before all has come', () => {
  assert.equal(sumFault(sums), null);
  assert.equal(sumFault({ tabs, figureCounts: null, rows: null }), null);
  assert.equal(sumFault({ ...sums, tabs: { ...tabs, judged: null } }), null);
});

for (const [kind, wrong] of [
  ['total', { tabs: { ...tabs, undecided: 5 } }],
  ['judged', { tabs: { ...tabs, judged: { met: 125, missed: 133 } } }],
  ['reasons', { tabs: { ...tabs, leftOutBy: { waived: 13 } } }],
  ['figure', { figureCounts: 260 }],
  ['rows', { rows: { came: 133, expected: 134 } }],
] as const) {
  test(`a sum that does not hold is told: ${kind}`, () => {
    assert.equal(sumFault({ ...sums, ...wrong })?.kind, kind);
  });
}
