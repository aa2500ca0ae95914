import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AgreementTerms, targetsFor } from './terms.ts';

const terms: AgreementTerms = {
  agreement: 'a',
  calendarId: 'c',
  targetsByPriority: { P1: { first_response: 600, resolution: null } },
  pauseStates: [],
  reopen: 'continue',
};
const nothing = { first_response: null, resolution: null };

test('a priority that is named has its targets', () => {
  assert.deepEqual(targetsFor(terms, 'P1'), { first_response: 600, resolution: null });
});

for (const priority of [null, 'P2', 'constructor', '__proto__', 'toString']) {
  test(`the priority ${priority}, which is not named, is promised nothing`, () => {
    assert.deepEqual(targetsFor(terms, priority), nothing);
  });
}
