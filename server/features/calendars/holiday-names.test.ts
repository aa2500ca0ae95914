import assert from 'node:assert/strict';
import { test } from 'node:test';
import { holidayAbroad } from './holiday-names.ts';
import { publicHolidays } from './public-holidays.ts';

const calendarOf = (timeZone: string, region: string) => ({ timeZone, holidays: publicHolidays(region, 2026, 2026) });

test('a holiday abroad is called by its own name and its country, in both languages', () => {
  assert.deepEqual(holidayAbroad(calendarOf('Europe/Vienna', 'AT'), '2026-10-26'), {
    de: 'Nationalfeiertag (Österreich)',
    en: 'National Holiday (Austria)',
  });
});

test('one that only a part of the country has is called with that part', () => {
  const name = holidayAbroad(calendarOf('Europe/Zurich', 'CH-ZH'), '2026-05-01');
  assert.match(name?.de ?? '', /^Tag der Arbeit \(Kanton .+\)$/);
});

test('a date that nobody there keeps has no name, nor has one that the calendar does not list', () => {
  assert.equal(holidayAbroad({ timeZone: 'Europe/Vienna', holidays: ['2026-10-27'] }, '2026-10-27'), null);
  assert.equal(holidayAbroad({ timeZone: 'Europe/Vienna', holidays: [] }, '2026-10-26'), null);
});
