import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agreementFor } from '#core/agreement/agreement-for.ts';
import { compileCalendar } from '#core/calendar/calendar.ts';
import { isOpen } from '#core/calendar/open-time.ts';
import { parseInstant } from '#core/time/instant.ts';
import { addDays, parseLocalDate } from '#core/time/local-date.ts';
import { startOfDate, zoneOf } from '#core/time/zone.ts';
import { STRICTER_TARGETS_MONTH } from './agreements.ts';
import { type CalendarId, calendarsOf } from './calendars.ts';
import { TEAM_KEYS } from './house.ts';
import { peopleOf } from './people.ts';
import { surroundingsOf } from './surroundings.ts';
import { HOME_ZONE, timelineOf } from './timeline.ts';

const today = parseLocalDate('2026-11-23');
const people = peopleOf(1);

test('the company has sixty people, twelve of them on the desk and one who leads it', () => {
  const own = people.all.filter(({ customer }) => customer === 'fennwerk');
  assert.deepEqual(
    [own.length, own.filter(({ team }) => team !== null).length, own.filter(({ isManager }) => isManager).length],
    [60, 12, 1],
  );
});

test('two customers outside have people of their own', () => {
  assert.ok(people.requestersOf('zirbelau').length > 5 && people.requestersOf('hohenquell').length > 5);
});

test('no two people have the same id or name', () => {
  const { size: ids } = new Set(people.all.map(({ id }) => id));
  const { size: names } = new Set(people.all.map(({ name }) => name));
  assert.deepEqual([ids, names], [people.all.length, people.all.length]);
});

test('every team has somebody', () => {
  for (const team of TEAM_KEYS) assert.ok(people.staffOf(team).length > 0, team);
});

const calendars = calendarsOf(timelineOf(today));
const cases: readonly (readonly [string, string, Readonly<Record<CalendarId, boolean>>])[] = [
  ['2026-06-04T10:00', 'Corpus Christi', openAt('office-hamburg', 'extended')],
  ['2026-10-31T10:00', 'Reformation day, a Saturday', openAt()],
  ['2025-10-31T10:00', 'Reformation day, a Friday', openAt('office-bavaria')],
  ['2025-12-24T11:00', 'the morning of 24 December', openAt('office-hamburg', 'office-bavaria', 'extended')],
  ['2025-12-24T14:00', 'the afternoon of 24 December', openAt()],
  ['2025-12-31T14:00', 'the afternoon of 31 December', openAt()],
  ['2026-11-18T19:00', 'an evening', openAt('extended')],
  ['2026-11-18T23:00', 'late on a working day', openAt('night')],
  ['2026-11-20T23:00', 'late on a Friday', openAt()],
  ['2026-11-22T23:00', 'late on a Sunday', openAt('night')],
];
for (const [local, what, expected] of cases) {
  test(`who is there on ${what} (${local})`, () => {
    const at = parseInstant(Temporal.PlainDateTime.from(local).toZonedDateTime(HOME_ZONE).toInstant().toString());
    const found = [...calendars].map(([id, definition]) => [id, isOpen(compileCalendar(definition), at)]);
    assert.deepEqual(Object.fromEntries(found), expected);
  });
}

test('the stricter targets hold for tickets from their date on, and for that customer alone', () => {
  const { agreements, timeline } = surroundingsOf({ seed: 1, today });
  const from = timeline.month(STRICTER_TARGETS_MONTH);
  const versionOn = (customer: string, days: number) =>
    agreementFor(agreements, { customer, service: 'mail', at: startOfDate(zoneOf(HOME_ZONE), addDays(from, days)) })
      ?.id;
  assert.deepEqual(
    [versionOn('zirbelau', -1), versionOn('zirbelau', 0), versionOn('fennwerk', 0), versionOn('hohenquell', 0)],
    ['zirbelau-1', 'zirbelau-2', 'house-1', 'hohenquell-1'],
  );
});

function openAt(...open: readonly CalendarId[]): Record<CalendarId, boolean> {
  const is = (id: CalendarId): boolean => open.includes(id);
  return {
    'office-hamburg': is('office-hamburg'),
    'office-bavaria': is('office-bavaria'),
    extended: is('extended'),
    night: is('night'),
  };
}
