import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { ownLog } from '#tests/import-log.ts';
import { calendarOfMapping, importMapping, witnessesOfMapping } from './import-mapping.ts';
import { mappingProblems } from './import-mapping-problems.ts';

const event = { source: 'desk', rows: 'event', ticket: { column: 'id' }, at: { column: 'at' } };
const ticket = { source: 'desk', rows: 'ticket', ticket: { column: 'id' }, createdAt: { column: 'at' } };

/** Problems as `path kind`. */
const problems = (raw: unknown): string[] => mappingProblems(raw).map(({ path, kind }) => `${path.join('.')} ${kind}`);

test('the shortest mappings and those in worlds/logs are valid', () => {
  const own = ['desk-example', 'tickets-example'].map((name) =>
    JSON.parse(readFileSync(ownLog(`${name}.map.json`), 'utf8')),
  );
  for (const raw of [event, ticket, ...own]) assert.deepEqual(problems(raw), []);
});

test('all that is wrong with a mapping is told at once, each with its path', () => {
  const raw = {
    source: 'Our Desk',
    rows: 'event',
    delimiter: ';;',
    encoding: 'latin1',
    missing: '?',
    timeZone: 'Mars/Base',
    ticket: {},
    at: { column: '', format: 'hh:mm' },
    state: { column: [], values: { Open: 'opened' } },
    end: {},
    level: { column: 'level', values: { Expert: 'third' } },
    verdict: { column: 7, met: ['yes'], missed: ['yes'] },
    witnesses: ['replies', 'everything'],
    calendar: {
      timeZone: 'UTC',
      weekly: { mon: [['8:00', '24:00']], someday: [] },
      holidays: ['2026-02-30'],
      exceptions: [{ date: '2026-12-24', windows: [['22:00', '06:00']] }],
    },
    colour: 'blue',
  };
  assert.deepEqual(problems(raw).sort(), [
    'at.column empty',
    'at.format format',
    'calendar.exceptions.0.windows.0 hoursOverMidnight',
    'calendar.holidays.0 date',
    'calendar.weekly.mon.0.0 timeOfDay',
    'calendar.weekly.someday unknownKey',
    'colour unknownKey',
    'delimiter delimiter',
    'encoding choice',
    'end endEmpty',
    'level.values.Expert levelNumber',
    'missing list',
    'source sourceName',
    'state.column empty',
    'state.values.Open choice',
    'ticket.column missing',
    'timeZone timeZone',
    'verdict.column text',
    'verdict.missed verdictTwice',
    'witnesses.0 witness',
    'witnesses.1 choice',
  ]);
});

test('what is no object is no mapping', () => {
  for (const raw of [null, [], 'x', 7, true]) assert.deepEqual(problems(raw), [' object']);
  assert.deepEqual(problems({}), ['source missing', 'rows missing', 'ticket missing']);
});

test('keys that contradict each other are told', () => {
  const { at: _, ...timeless } = event;
  assert.deepEqual(problems(timeless), ['at atMissing']);
  const { createdAt: __, ...unborn } = ticket;
  assert.deepEqual(problems(unborn), ['createdAt createdAtMissing']);
  const activity = { column: 'what', values: { Mail: 'reply' } };
  assert.deepEqual(problems({ ...ticket, activity }), ['activity eventOnly']);
  assert.deepEqual(problems({ ...ticket, empty: 'unchanged' }), ['empty eventOnly']);
  const calendar = { timeZone: 'UTC', weekly: { mon: [] } };
  assert.deepEqual(problems({ ...event, calendar }), ['calendar.weekly neverOpen']);
});

test('importMapping refuses what has a problem, and only that', () => {
  fc.assert(
    fc.property(
      fc.jsonValue(),
      fc.constantFrom('at', 'end', 'witnesses', 'calendar', 'level', 'delimiter', 'state'),
      (value, key) => {
        const raw = { ...event, [key]: value };
        assert.equal(importMapping.safeParse(raw).success, mappingProblems(raw).length === 0);
      },
    ),
    { numRuns: 500 },
  );
});

test('a log witnesses what its columns can tell, unless the mapping says less', () => {
  const state = { column: 'state', values: { Done: 'closed' } };
  const activity = { column: 'what', values: { Mail: 'reply', Call: 'contact' } };
  const witnessed = (raw: object) => witnessesOfMapping(importMapping.parse(raw));
  assert.deepEqual(witnessed(event), []);
  assert.deepEqual(witnessed({ ...event, state, activity, level: { column: 'level' } }), [
    'states',
    'replies',
    'levels',
    'contacts',
    'closing',
  ]);
  assert.deepEqual(witnessed({ ...ticket, state, firstResponseAt: { column: 'first' } }), ['replies']);
  assert.deepEqual(witnessed({ ...ticket, end: { closedAt: { column: 'closed' } } }), ['closing']);
  assert.deepEqual(witnessed({ ...event, state, witnesses: [] }), []);
});

test('without a calendar business time is counted around the clock in the zone of the file', () => {
  const { timeZone, weekly } = calendarOfMapping(
    importMapping.parse({ ...event, timeZone: 'Asia/Kathmandu' }),
    () => [],
  );
  assert.equal(timeZone, 'Asia/Kathmandu');
  assert.deepEqual(weekly.sun, [['00:00', '24:00']]);
});

test('no text in a mapping makes checking it slow', () => {
  const hostile = [
    'a'.repeat(100_000),
    '1'.repeat(100_000),
    'S'.repeat(100_000),
    `${'d/'.repeat(50_000)}!`,
    "'".repeat(100_000),
  ];
  const began = performance.now();
  for (const text of hostile) {
    const raw = { ...event, source: text, timeZone: text, delimiter: text, at: { column: text, format: text } };
    assert.ok(problems(raw).length >= 4);
  }
  assert.ok(performance.now() - began < 1000);
});
