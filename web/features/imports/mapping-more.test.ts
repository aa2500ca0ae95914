import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mappingProblems } from '#contract/import-mapping-problems.ts';
import type { Draft } from './mapping-draft.ts';
import {
  holidayRegion,
  weekOf,
  withActivity,
  withActivityColumn,
  withHolidayRegion,
  withWeek,
} from './mapping-more.ts';

const base: Draft = { source: 'desk', rows: 'event', ticket: { column: 'Id' }, at: { column: 'Time' } };
const hours = { from: '08:00', to: '17:00' };

test('service hours by a name are a calendar that the command line takes, and read back as that name', () => {
  const draft = withHolidayRegion(withWeek(base, { week: 'workdays', hours }), 'DE-BY', 2026);
  assert.deepEqual(mappingProblems(draft), []);
  assert.deepEqual([weekOf(draft), holidayRegion(draft)], [{ kind: 'named', week: 'workdays', hours }, 'DE-BY']);
});

test('around the clock there is no calendar', () => {
  const draft = withWeek(withWeek(base, { week: 'everyDay', hours }), null);
  assert.deepEqual([draft, weekOf(draft)], [base, { kind: 'always' }]);
});

test('hours that differ from day to day are the mapping\u2019s own', () => {
  const weekly = { mon: [['08:00', '17:00']], tue: [['09:00', '17:00']] };
  assert.deepEqual(weekOf({ ...base, calendar: { timeZone: 'UTC', weekly } }), { kind: 'own' });
});

test('other hours keep the holidays of the calendar', () => {
  const closed = { ...base, calendar: { timeZone: 'UTC', weekly: {}, holidays: ['2026-12-24'] } };
  const draft = withWeek(closed, { week: 'workdays', hours });
  assert.deepEqual((draft.calendar as Draft).holidays, ['2026-12-24']);
});

test('what a value of the activities means is said, and taken back', () => {
  const said = withActivity(withActivityColumn(base, 'Event'), 'Mail', 'reply');
  assert.deepEqual(said.activity, { column: 'Event', values: { Mail: 'reply' } });
  assert.deepEqual(withActivity(said, 'Mail', null).activity, { column: 'Event', values: {} });
});
