import assert from 'node:assert/strict';
import { test } from 'node:test';
import { at, dimensions, row, rules, told } from '#tests/source-rows.ts';
import { historyOfRows } from './history-of-rows.ts';

const opened = row({ at: at(0), state: 'new', order: 0 });

test('a column of the end counts more than the row that tells it early', () => {
  const end = { resolvedAt: at(60), closedAt: at(90), verdict: 'met' } as const;
  const { events, repairs } = told([
    { ...opened, ...end },
    row({ at: at(10), state: 'resolved', order: 1, ...end }),
    row({ at: at(90), state: 'closed', order: 2, ...end }),
  ]);
  assert.deepEqual(events, [
    'ticketOpened@0',
    'stateChanged:resolved@60',
    'verdictImported:true@60',
    'stateChanged:closed@90',
  ]);
  assert.deepEqual(repairs, ['end_told_early']);
});

test('the end of the last row is believed, that of earlier rows is not', () => {
  const { events } = told([
    row({ at: at(0), state: 'new', order: 0, resolvedAt: at(5) }),
    row({ at: at(20), state: 'in_progress', order: 1, resolvedAt: at(5) }),
    row({ at: at(30), state: 'resolved', order: 2, resolvedAt: at(30) }),
  ]);
  assert.deepEqual(events.slice(-2), ['stateChanged:in_progress@20', 'stateChanged:resolved@30']);
});

test('an active row in the minute of the end comes before it and is no reopening', () => {
  const end = { resolvedAt: at(60) };
  const { events } = told([
    { ...opened, ...end },
    row({ at: at(60), state: 'resolved', order: 1, ...end }),
    row({ at: at(60), state: 'in_progress', order: 2, ...end }),
  ]);
  assert.deepEqual(events.slice(1), ['stateChanged:in_progress@60', 'stateChanged:resolved@60']);
});

test('without columns of the end the states are taken as they come', () => {
  const { events, repairs } = told(
    [
      opened,
      row({ at: at(10), state: 'resolved', order: 1 }),
      row({ at: at(20), state: 'in_progress', order: 2 }),
      row({ at: at(30), state: 'closed', order: 3, verdict: 'missed' }),
    ],
    { hasStatedEnd: false },
  );
  assert.deepEqual(events.slice(1), [
    'stateChanged:resolved@10',
    'stateChanged:in_progress@20',
    'stateChanged:closed@30',
    'verdictImported:false@30',
  ]);
  assert.deepEqual(repairs, []);
});

test('where only the resolution has a column, a closed row tells the closing', () => {
  const end = { resolvedAt: at(60) };
  const { events } = told([{ ...opened, ...end }, row({ at: at(90), state: 'closed', order: 1, ...end })], {
    hasStatedClosing: false,
  });
  assert.deepEqual(events.slice(1), ['stateChanged:resolved@60', 'stateChanged:closed@90']);
});

test('a ticket whose last row is withdrawn ends withdrawn and is not resolved', () => {
  const end = { closedAt: at(60), verdict: 'met' } as const;
  const { events, repairs } = told([{ ...opened, ...end }, row({ at: at(61), state: 'cancelled', order: 1, ...end })]);
  assert.deepEqual(events.slice(1), ['stateChanged:cancelled@60', 'stateChanged:closed@60']);
  assert.deepEqual(repairs, ['after_end']);
});

test('instants that contradict one another are moved and reported', () => {
  const closedFirst = told([{ ...opened, resolvedAt: at(60), closedAt: at(50) }]);
  assert.deepEqual(closedFirst.events.slice(1), ['stateChanged:resolved@60', 'stateChanged:closed@60']);
  assert.deepEqual(closedFirst.repairs, ['closing_before_resolution']);
  const resolvedFirst = told([{ ...opened, createdAt: at(0), resolvedAt: at(-50), closedAt: at(50) }]);
  assert.deepEqual(resolvedFirst.events.slice(1), ['stateChanged:resolved@0', 'stateChanged:closed@50']);
  assert.deepEqual(resolvedFirst.repairs, ['resolution_before_creation']);
  const early = told([row({ at: at(-5), state: 'in_progress', createdAt: at(0) })]);
  assert.deepEqual(early.events, ['ticketOpened@0', 'stateChanged:in_progress@0']);
  assert.deepEqual(early.repairs, ['before_creation']);
});

test('a level that a row does not say stays, a team that it does not say is none', () => {
  const one = { ...dimensions, level: '1', team: 'A' };
  const rows = [
    row({ at: at(0), dimensions: one, order: 0 }),
    row({ at: at(1), order: 1 }),
    row({ at: at(2), dimensions: { ...one, level: '2' }, order: 2 }),
  ];
  assert.deepEqual(told(rows).events.slice(1), ['teamChanged:null@1', 'teamChanged:A@2', 'handedOver:1>2@2']);
  assert.deepEqual(told(rows, { isEmptyUnchanged: true }).events.slice(1), ['handedOver:1>2@2']);
});

test('activities are answers, messages and escalations, a response column is an answer', () => {
  const { events } = told([
    opened,
    row({ at: at(5), activity: 'contact', order: 1 }),
    row({ at: at(6), activity: 'reply', order: 2 }),
    row({ at: at(7), activity: 'escalation', order: 3, firstResponseAt: at(2) }),
  ]);
  assert.deepEqual(events.slice(1), [
    'replySent@2',
    'requesterContacted@5',
    'contactHandled@5',
    'replySent@6',
    'managementEscalated@7',
  ]);
});

test('a ticket of a hundred thousand rows is told in a moment', () => {
  const end = { resolvedAt: at(200_000) };
  const rows = Array.from({ length: 100_000 }, (_, index) =>
    row({ at: at(index), state: 'new', order: index, ...end }),
  );
  const began = performance.now();
  assert.equal(historyOfRows(rows, rules).events.length, 2);
  assert.ok(performance.now() - began < 2000);
});
