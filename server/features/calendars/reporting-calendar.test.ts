import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDates } from '#core/calendar/open-time.ts';
import { parseInstant } from '#core/time/instant.ts';
import { formatLocalDate } from '#core/time/local-date.ts';
import { zoneOf } from '#core/time/zone.ts';
import { Failure } from '#server/platform/failure.ts';
import { DEFAULT_WORKING_DAYS, reportingCalendar, type WorkingDays, workingDaysOf } from './index.ts';

const zone = zoneOf('Europe/Berlin');
const from = parseInstant('2026-03-30T00:00:00+02:00');
const to = parseInstant('2026-04-13T00:00:00+02:00');

function workingDates(days: WorkingDays): string[] {
  return openDates(reportingCalendar(days, zone, { from, to }), from, to).map(formatLocalDate);
}

test('unless told otherwise the working days are Monday to Friday', () => {
  assert.equal(workingDates(DEFAULT_WORKING_DAYS).length, 10);
  assert.ok(!workingDates(DEFAULT_WORKING_DAYS).includes('2026-04-04'));
});

test('public holidays of the region are no working days', () => {
  const dates = workingDates({ ...DEFAULT_WORKING_DAYS, holidayRegion: 'DE-BY' });
  assert.equal(dates.length, 8);
  assert.ok(!dates.includes('2026-04-03') && !dates.includes('2026-04-06'));
});

test('a period that begins before German holidays are told has none there', () => {
  const years = { from: parseInstant('1979-06-01T12:00:00Z'), to: parseInstant('1991-06-01T12:00:00Z') };
  const { definition } = reportingCalendar({ weekdays: ['mon'], holidayRegion: 'DE-BY' }, zone, years);
  assert.deepEqual([...new Set(definition.holidays.map((date) => date.slice(0, 4)))], ['1990', '1991']);
});

test('a shop that works on Saturday counts it', () => {
  assert.deepEqual(workingDates({ weekdays: ['sat'], holidayRegion: null }), ['2026-04-04', '2026-04-11']);
});

test('holidays are known in every year of the period', () => {
  const years = { from: parseInstant('2024-01-01T12:00:00Z'), to: parseInstant('2027-12-31T12:00:00Z') };
  const { definition } = reportingCalendar({ weekdays: ['mon'], holidayRegion: 'DE-BY' }, zone, years);
  for (const year of [2024, 2025, 2026, 2027]) assert.ok(definition.holidays.includes(`${year}-10-03`));
});

test('the settings of the installation say the working days', () => {
  const settings = { KUNDIG_WORKING_DAYS: ['mon', 'tue'] as ('mon' | 'tue')[], KUNDIG_HOLIDAY_REGION: 'AT' };
  assert.deepEqual(workingDaysOf(settings), { weekdays: ['mon', 'tue'], holidayRegion: 'AT' });
});

test('a region whose holidays nobody knows is refused', () => {
  assert.throws(
    () => workingDaysOf({ KUNDIG_WORKING_DAYS: ['mon'], KUNDIG_HOLIDAY_REGION: 'DE' }),
    (error) => error instanceof Failure && error.key === 'failure.holidayRegion',
  );
});
