import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatLocalDate, parseLocalDate } from '../time/local-date.ts';
import { type GermanState, germanHolidays } from './german-holidays.ts';
import { namedHoliday } from './named-holidays.ts';

function calendarOf(state: GermanState, timeZone = 'Europe/Berlin') {
  return { timeZone, holidays: germanHolidays(state, 2026).map(({ date }) => formatLocalDate(date)) };
}

test('a holiday of one state is named with that state alone', () => {
  assert.deepEqual(namedHoliday(calendarOf('SN'), parseLocalDate('2026-11-18')), {
    holidays: ['repentance'],
    states: ['SN'],
  });
});

test('a holiday of the whole country is named with all sixteen states', () => {
  const named = namedHoliday(calendarOf('HH'), parseLocalDate('2026-10-03'));
  assert.deepEqual([named?.holidays, named?.states.length], [['german_unity'], 16]);
});

test('two holidays on one date are both named where both hold', () => {
  const holidays = germanHolidays('BY', 2008).map(({ date }) => formatLocalDate(date));
  const named = namedHoliday({ timeZone: 'Europe/Berlin', holidays }, parseLocalDate('2008-05-01'));
  assert.deepEqual(named?.holidays.toSorted(), ['ascension', 'labour_day']);
});

test('a date that the calendar does not list, or that is no public holiday, has no name', () => {
  assert.equal(namedHoliday(calendarOf('HH'), parseLocalDate('2026-11-18')), null);
  assert.equal(
    namedHoliday({ timeZone: 'Europe/Berlin', holidays: ['2026-11-17'] }, parseLocalDate('2026-11-17')),
    null,
  );
});

test('a calendar elsewhere is not told by German names', () => {
  assert.equal(namedHoliday(calendarOf('HH', 'Europe/Vienna'), parseLocalDate('2026-12-25')), null);
});
