import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatLocalDate, weekdayOf } from '../time/local-date.ts';
import { easterSunday } from './easter.ts';
import {
  GERMAN_STATES,
  type GermanHoliday,
  type GermanState,
  germanHolidays,
  type MunicipalHoliday,
  municipalHolidaysOf,
} from './german-holidays.ts';

function datesOf(state: GermanState, year: number, additions: readonly MunicipalHoliday[] = []): string[] {
  return germanHolidays(state, year, additions).map(({ date }) => formatLocalDate(date));
}

function statesWith(holiday: GermanHoliday, year: number): string {
  return GERMAN_STATES.filter((state) =>
    germanHolidays(state, year).some(({ holidays }) => holidays.includes(holiday)),
  ).join(' ');
}

test('Easter falls where the tables have it', () => {
  const known = [
    '1990-04-15',
    '2000-04-23',
    '2008-03-23',
    '2011-04-24',
    '2024-03-31',
    '2026-04-05',
    '2038-04-25',
    '2100-03-28',
  ];
  for (const date of known) assert.equal(formatLocalDate(easterSunday(Number(date.slice(0, 4)))), date);
});

test('Easter is always a Sunday between 22 March and 25 April', () => {
  for (let year = 1900; year <= 2200; year += 1) {
    const easter = easterSunday(year);
    const day = formatLocalDate(easter).slice(5);
    assert.equal(weekdayOf(easter), 'sun');
    assert.ok(day >= '03-22' && day <= '04-25', `${year}-${day}`);
  }
});

test('Bavaria 2026 has the twelve holidays that hold everywhere in it', () => {
  assert.deepEqual(datesOf('BY', 2026), [
    '2026-01-01',
    '2026-01-06',
    '2026-04-03',
    '2026-04-06',
    '2026-05-01',
    '2026-05-14',
    '2026-05-25',
    '2026-06-04',
    '2026-10-03',
    '2026-11-01',
    '2026-12-25',
    '2026-12-26',
  ]);
});

test('Repentance Day was a holiday everywhere until 1994 and is one in Saxony since', () => {
  assert.equal(statesWith('repentance', 1994), GERMAN_STATES.join(' '));
  for (const year of [1995, 2026, 2100]) assert.equal(statesWith('repentance', year), 'SN');
  const days = [2022, 2023, 2024, 2025, 2026, 2028].map((year) =>
    datesOf('SN', year).find((date) => date.includes('-11-')),
  );
  assert.deepEqual(days, ['2022-11-16', '2023-11-22', '2024-11-20', '2025-11-19', '2026-11-18', '2028-11-22']);
});

test('Reformation Day held in the east, everywhere in 2017, and from 2018 in the north too', () => {
  assert.equal(statesWith('reformation', 2016), 'BB MV SN ST TH');
  assert.equal(statesWith('reformation', 2017), GERMAN_STATES.join(' '));
  for (const year of [2018, 2026]) assert.equal(statesWith('reformation', year), 'BB HB HH MV NI SH SN ST TH');
});

test("Women's Day holds in Berlin from 2019 and in Mecklenburg-Western Pomerania from 2023", () => {
  const years = [2018, 2019, 2022, 2023, 2026];
  assert.deepEqual(
    years.map((year) => statesWith('womens_day', year)),
    ['', 'BE', 'BE', 'BE MV', 'BE MV'],
  );
});

test("World Children's Day holds in Thuringia from 2019", () => {
  assert.deepEqual(
    [2018, 2019].map((year) => statesWith('childrens_day', year)),
    ['', 'TH'],
  );
});

test('Berlin had single holidays on 8 May 2020 and 2025 and has one on 17 June 2028', () => {
  const years = [2019, 2020, 2021, 2024, 2025, 2026, 2027, 2028, 2029];
  assert.deepEqual(
    years.filter((year) => statesWith('liberation_day', year) === 'BE'),
    [2020, 2025],
  );
  assert.deepEqual(
    years.filter((year) => statesWith('uprising_1953', year) === 'BE'),
    [2028],
  );
  assert.ok(datesOf('BE', 2028).includes('2028-06-17'));
});

test('German Unity is a holiday from 1990 on, and years before are refused', () => {
  assert.ok(datesOf('SN', 1990).includes('1990-10-03'));
  assert.throws(() => germanHolidays('SN', 1989), RangeError);
});

test('a date on which two holidays fall is listed once, with both', () => {
  const may = germanHolidays('BY', 2008).filter(({ date }) => formatLocalDate(date) === '2008-05-01');
  assert.deepEqual(
    may.map(({ holidays }) => holidays),
    [['labour_day', 'ascension']],
  );
});

test('municipal holidays come only when asked for, and only where they exist', () => {
  assert.ok(!datesOf('BY', 2026).includes('2026-08-15'));
  assert.ok(datesOf('BY', 2026, ['assumption']).includes('2026-08-15'));
  assert.ok(datesOf('BY', 2026, ['peace_festival']).includes('2026-08-08'));
  assert.ok(datesOf('TH', 2026, ['corpus_christi']).includes('2026-06-04'));
  assert.throws(() => germanHolidays('HH', 2026, ['corpus_christi']), RangeError);
  assert.deepEqual(
    GERMAN_STATES.filter((state) => municipalHolidaysOf(state).length > 0),
    ['BY', 'SN', 'TH'],
  );
});

test('neither 24 nor 31 December is a holiday anywhere', () => {
  for (const state of GERMAN_STATES) {
    assert.ok(!datesOf(state, 2026).some((date) => date.endsWith('12-24') || date.endsWith('12-31')), state);
  }
});
