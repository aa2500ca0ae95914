import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { mappingProblems } from '#contract/import-mapping-problems.ts';
import {
  columnOf,
  type Draft,
  meaningOf,
  namedColumns,
  valuesWithoutMeaning,
  withColumn,
  withFormat,
  withMeaning,
  withRows,
  withStateColumns,
  withUnknownMeaning,
} from './mapping-draft.ts';

const base: Draft = { source: 'desk', rows: 'event', ticket: { column: 'Id' }, at: { column: 'Time', format: 'iso' } };
const column = (name: string, values: readonly string[] = [], format: string | null = null) => ({
  name,
  values: values.map((value) => ({ value, rows: 1 })),
  format,
});

test('a column that is chosen for a role brings its format, and the mapping stays one that the command line takes', () => {
  const draft = withColumn(base, 'createdAt', column('Opened', [], 'd.M.yyyy HH:mm'));
  assert.deepEqual(draft.createdAt, { column: 'Opened', format: 'd.M.yyyy HH:mm' });
  assert.deepEqual(mappingProblems(draft), []);
});

test('columns of the end lie together, and the last that goes takes it along', () => {
  const both = withColumn(withColumn(base, 'resolvedAt', column('R')), 'closedAt', column('C'));
  assert.deepEqual(both.end, { resolvedAt: { column: 'R', format: 'iso' }, closedAt: { column: 'C', format: 'iso' } });
  const one = withColumn(both, 'resolvedAt', null);
  assert.deepEqual([columnOf(one, 'resolvedAt'), columnOf(one, 'closedAt')], [null, 'C']);
  assert.equal('end' in withColumn(one, 'closedAt', null), false);
});

test('another format leaves the column as it is', () => {
  assert.deepEqual(withFormat(base, 'at', 'd/M/yyyy').at, { column: 'Time', format: 'd/M/yyyy' });
});

test('values of the status get a guess, and keep what was said of them', () => {
  const values = ['New', 'Odd', 'Done'].map((value) => ({ value, rows: 2 }));
  const first = withStateColumns(base, ['Status'], values);
  assert.deepEqual(first.state, { column: 'Status', values: { New: 'new', Done: 'resolved' } });
  assert.deepEqual(valuesWithoutMeaning(first, values), [{ value: 'Odd', rows: 2 }]);
  const said = withMeaning(first, 'New', 'spam');
  assert.equal(meaningOf(withStateColumns(said, ['Other'], values), 'New'), 'spam');
  assert.deepEqual(valuesWithoutMeaning(withUnknownMeaning(first, 'in_progress'), values), []);
  assert.equal('state' in withStateColumns(first, [], []), false);
});

test('of two columns together the first alone counts where the combination is not listed', () => {
  const draft = { ...base, state: { column: ['Status', 'Sub'], values: { Pending: 'pending_vendor' } } };
  assert.equal(meaningOf(draft, 'Pending / Parts'), 'pending_vendor');
  assert.equal(
    meaningOf(withMeaning(draft, 'Pending / Parts', 'pending_customer'), 'Pending / Parts'),
    'pending_customer',
  );
});

test('a priority that begins with its rank is read by its digits', () => {
  assert.deepEqual(withColumn(base, 'priority', column('P', ['1 - High', '2 - Low'])).priority, {
    column: 'P',
    take: 'digits',
  });
  assert.deepEqual(withColumn(base, 'priority', column('P', ['High', 'Low'])).priority, { column: 'P' });
});

test('a verdict knows which of its values is the good one', () => {
  assert.deepEqual(withColumn(base, 'verdict', column('SLA', ['no', 'yes'])).verdict, {
    column: 'SLA',
    met: ['yes'],
    missed: ['no'],
  });
});

test('a list of tickets has no order and no activities', () => {
  const draft = { ...base, order: { column: 'n' }, activity: { column: 'a', values: {} }, empty: 'unchanged' };
  const list = withRows(draft, 'ticket');
  assert.deepEqual(Object.keys(list).sort(), ['at', 'rows', 'source', 'ticket']);
});

test('the columns of the preset are all named', () => {
  const preset = JSON.parse(readFileSync('server/features/imports/presets/uci-498.json', 'utf8'));
  assert.equal(namedColumns(preset).size, 13);
});
