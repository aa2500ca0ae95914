import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listRow } from './list-row.oracle.ts';
import { columnsOf, firstSorting, fittingColumns, isOneClock } from './shown-columns.ts';

const sla = { kind: 'share', counts: 'clock', basis: 'flow', unit: 'percent' } as const;
const lead = { kind: 'duration', counts: 'resolution', basis: 'flow', unit: 'hours' } as const;
const clockColumns = ['clock', 'cycle', 'priority', 'dueAt', 'stoppedAt', 'verdict', 'cause'];
const ids = (columns: readonly { readonly id: string }[]) => columns.map(({ id }) => id);

test('a figure over clocks has the promise line, sorted with the latest first', () => {
  const columns = columnsOf(sla, 'counted', { own: clockColumns, filtered: [], isOneClock: true });
  const all = 'ticket subject customer service priority dueAt stoppedAt plot lateSeconds team state'.split(' ');
  assert.deepEqual(ids(columns), all);
  assert.equal(firstSorting(columns), '-lateSeconds');
});

test('a clock is named where both stand in one list', () => {
  const columns = columnsOf(sla, 'counted', { own: clockColumns, filtered: [], isOneClock: false });
  assert.ok(ids(columns).includes('clock'));
  const both = [listRow(0, { columns: { clock: 'resolution' } }), listRow(1, { columns: { clock: 'first_response' } })];
  assert.deepEqual([isOneClock(both), isOneClock(both.slice(1)), isOneClock([])], [false, true, true]);
});

test('what is open has no promise line, for nothing has stopped', () => {
  const columns = columnsOf(sla, 'undecided', { own: clockColumns, filtered: [], isOneClock: true });
  assert.ok(!ids(columns).includes('lateSeconds'));
  assert.equal(firstSorting(columns), undefined);
});

test('what the list is filtered by has no column, for all rows have the same', () => {
  const columns = columnsOf(sla, 'counted', { own: clockColumns, filtered: ['service', 'clock'], isOneClock: false });
  assert.ok(!ids(columns).includes('service') && !ids(columns).includes('clock') && ids(columns).includes('team'));
});

test('a duration stands in a column of its own', () => {
  assert.ok(
    ids(columnsOf(lead, 'counted', { own: ['at', 'leadSeconds'], filtered: [], isOneClock: true })).includes('seconds'),
  );
});

test('what is left out tells why, by whom and since when, whatever the figure', () => {
  const columns = ids(columnsOf(lead, 'left_out', { own: [], filtered: [], isOneClock: true }));
  assert.deepEqual(columns, ['ticket', 'subject', 'customer', 'reason', 'why', 'by', 'leftOutAt']);
});

test('where there is little room columns leave, and number, subject and promise stay', () => {
  const columns = columnsOf(sla, 'counted', { own: clockColumns, filtered: [], isOneClock: true });
  const narrow = fittingColumns(columns, 700);
  assert.ok(narrow.reduce((sum, { width }) => sum + width, 0) <= 700);
  assert.deepEqual(ids(fittingColumns(columns, 100)), ['ticket', 'subject', 'plot', 'lateSeconds']);
  assert.equal(fittingColumns(columns, 5000).length, columns.length);
});
