import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localDate } from '#core/time/local-date.ts';
import { readPeriod } from './read-period.ts';

const today = localDate(2026, 11, 23);

for (const [typed, token] of [
  ['Juni 2026', '2026-06'],
  ['juni', '2026-06'],
  ['Dezember', '2025-12'],
  ['june 26', '2026-06'],
  ['jun', '2026-06'],
  ['März 2026', '2026-03'],
  ['maerz 2026', '2026-03'],
  ['Sept. 2025', '2025-09'],
  ['letzter Monat', '2026-10'],
  ['  LETZTER   monat ', '2026-10'],
  ['vorletzter Monat', '2026-09'],
  ['this month', '2026-11'],
  ['dieses Jahr', '2026'],
  ['letztes Quartal', '2026-Q3'],
  ['last week', '2026-W47'],
  ['gestern', '2026-11-22'],
  ['Q2 2026', '2026-Q2'],
  ['q4', '2026-Q4'],
  ['2. Quartal 2026', '2026-Q2'],
  ['KW 23', '2026-W23'],
  ['week 1 2025', '2025-W01'],
  ['2026', '2026'],
  ['2026-06', '2026-06'],
  ['2026-q2', '2026-Q2'],
  ['30.6.2026', '2026-06-30'],
  ['6/2026', '2026-06'],
] as const) {
  test(`"${typed}" is ${token}`, () => assert.equal(readPeriod(typed, today), token));
}

for (const typed of [
  '',
  'ju',
  '4711',
  '13/2026',
  '31.2.2026',
  'KW 60',
  'letzter',
  'letzter Vorgang',
  'Junikäfer',
  'q5',
]) {
  test(`"${typed}" is no period`, () => assert.equal(readPeriod(typed, today), null));
}
