import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, formatLocalDate, parseLocalDate } from '#core/time/local-date.ts';
import { isHolidayRegion, publicHolidays } from './index.ts';

test('German states come from the core', () => {
  assert.deepEqual(
    publicHolidays('DE-BE', 2028, 2028).filter((date) => date === '2028-06-17'),
    ['2028-06-17'],
  );
  assert.equal(publicHolidays('DE-BY', 2025, 2026).length, 2 * 12);
});

test('Germany as a whole has no holidays of its own, its states have', () => {
  assert.equal(isHolidayRegion('DE'), false);
  assert.equal(isHolidayRegion('DE-XX'), false);
  assert.throws(() => publicHolidays('DE', 2026, 2026), RangeError);
});

test('elsewhere only public holidays count, bank days and observances do not', () => {
  const austria = publicHolidays('AT', 2026, 2026);
  assert.ok(austria.includes('2026-10-26'));
  assert.ok(!austria.includes('2026-12-24'));
  assert.equal(austria.length, 13);
});

test('a part of a country adds its own', () => {
  assert.ok(publicHolidays('CH-TI', 2026, 2026).includes('2026-06-29'));
  assert.ok(!publicHolidays('CH-ZH', 2026, 2026).includes('2026-06-29'));
});

test('a feast of several days closes all of them', () => {
  const dates = publicHolidays('SA', 2026, 2026);
  const feast = dates.findIndex((date, index) => dates[index + 1] === nextDay(date));
  assert.ok(feast >= 0);
});

function nextDay(date: string): string {
  return formatLocalDate(addDays(parseLocalDate(date), 1));
}

test('a region that does not exist is refused', () => {
  assert.equal(isHolidayRegion('ZZ'), false);
  assert.equal(isHolidayRegion('AT-99'), false);
  assert.equal(isHolidayRegion(''), false);
});

test('years come in order and no date twice', () => {
  const dates = publicHolidays('DE-SN', 2024, 2027);
  assert.deepEqual(dates, [...new Set(dates)].sort());
  assert.deepEqual(publicHolidays('DE-SN', 2027, 2026), []);
});
