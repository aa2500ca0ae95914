import assert from 'node:assert/strict';
import { test } from 'node:test';
import { at, row, told } from '#tests/source-rows.ts';

test('a row per ticket: an open state outweighs an end left in the columns', () => {
  const rows = [row({ createdAt: at(0), state: 'in_progress', resolvedAt: at(10) })];
  const { events, repairs } = told(rows, { rows: 'ticket' });
  assert.deepEqual([events, repairs], [['ticketOpened@0', 'stateChanged:in_progress@0'], ['end_of_open_ticket']]);
});

test('a row per ticket: without columns of the end the state holds since the row was changed', () => {
  const rows = [row({ createdAt: at(0), at: at(30), state: 'closed' })];
  assert.deepEqual(told(rows, { rows: 'ticket' }), {
    events: ['ticketOpened@0', 'stateChanged:closed@30'],
    repairs: [],
  });
});

test('a row per ticket: a ticket told twice counts by its last row', () => {
  const rows = [
    row({ createdAt: at(0), state: 'new' }),
    row({ createdAt: at(0), state: 'resolved', resolvedAt: at(9) }),
  ];
  const { events, repairs } = told(rows, { rows: 'ticket' });
  assert.deepEqual([events, repairs], [['ticketOpened@0', 'stateChanged:resolved@9'], ['told_again']]);
});
