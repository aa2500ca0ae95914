import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importMapping } from '#contract/import-mapping.ts';
import { mappingProblems } from '#contract/import-mapping-problems.ts';
import { Failure } from '#server/platform/failure.ts';
import { calendarOfImport } from './calendar-of-import.ts';

const mapping = (publicHolidays?: object) => ({
  source: 'desk',
  rows: 'ticket',
  ticket: { column: 'id' },
  createdAt: { column: 'created' },
  calendar: {
    timeZone: 'Europe/Vienna',
    weekly: { mon: [['08:00', '17:00']] },
    holidays: ['2026-12-24'],
    publicHolidays,
  },
});

test('public holidays of a region join those that are listed', () => {
  const { holidays } = calendarOfImport(importMapping.parse(mapping({ region: 'AT', years: '2026' })));
  assert.ok(holidays.includes('2026-10-26'));
  assert.ok(holidays.includes('2026-12-24'));
  assert.equal(holidays.length, 14);
});

test('without a region the listed ones are all', () => {
  assert.deepEqual(calendarOfImport(importMapping.parse(mapping())).holidays, ['2026-12-24']);
});

test('a region without known holidays is refused with a sentence', () => {
  const parsed = importMapping.parse(mapping({ region: 'DE', years: '2026-2027' }));
  assert.throws(
    () => calendarOfImport(parsed),
    (error) => error instanceof Failure && error.key === 'failure.importRegion',
  );
});

test('what is no region or no years is said at its key', () => {
  const kinds = mappingProblems(mapping({ region: 'austria', years: '2027-2026' })).map(({ kind }) => kind);
  assert.deepEqual(kinds.sort(), ['region', 'years']);
});
