import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTicketSearch } from './ticket-search.ts';

test('the address of a deadline names its clock and an earlier cycle', () => {
  assert.deepEqual(readTicketSearch({ why: 'resolution', cycle: '2' }), { why: 'resolution', cycle: 2 });
});

test('what an address should not hold is left out', () => {
  assert.deepEqual(readTicketSearch({ why: 'magic', cycle: '1', view: 'all', other: 'x' }), {});
  assert.deepEqual(readTicketSearch({ why: 'resolution', cycle: '0', view: 'customer' }), {
    why: 'resolution',
    view: 'customer',
  });
});
