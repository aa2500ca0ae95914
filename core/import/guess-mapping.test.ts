import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ownLog } from '#tests/import-log.ts';
import { zoneOf } from '../time/zone.ts';
import { ColumnSurvey, JointSurvey } from './column-survey.ts';
import { CsvReader } from './csv-reader.ts';
import { guessDelimiter } from './guess-delimiter.ts';
import { guessFormat } from './guess-format.ts';
import { guessMapping, type MappingGuess } from './guess-mapping.ts';
import { guessState } from './guess-state.ts';

const berlin = zoneOf('Europe/Berlin');

function guessed(text: string): MappingGuess {
  const delimiter = guessDelimiter(text);
  const reader = new CsvReader(delimiter, 10_000);
  const [header = [], ...rows] = [...reader.read(text), ...reader.end()].map((record) =>
    record.kind === 'fields' ? [...record.fields] : [],
  );
  const survey = new ColumnSurvey(header);
  for (const row of rows) survey.add(row);
  const log = { columns: survey.columns(), rows: survey.rows, delimiter, encoding: 'utf-8' };
  return guessMapping(log, { source: 'desk', timeZone: 'Europe/Berlin' });
}

for (const [name, expected] of Object.entries({
  'a,b\n1,2\n': ',',
  'a;b;c\n"x, y";2;3\n': ';',
  'a\tb\n1,5\t2,5\n': '\t',
  'a|b|c\n1|2|3\n1|2|3\n': '|',
  'one column\nand a comma, here\n': ',',
  'a;b,c;d': ';',
})) {
  test(`${JSON.stringify(name)} is split at ${JSON.stringify(expected)}`, () => {
    assert.equal(guessDelimiter(name), expected);
  });
}

for (const [values, expected] of [
  [['2026-03-02T08:00:00+01:00', '2026-03-02 08:00'], 'iso'],
  [['29/2/2016 01:16', '1/3/2016 10:00'], 'd/M/yyyy HH:mm'],
  [['3/25/2026 1:05 PM', '12/1/2026 11:00 AM'], 'M/d/yyyy h:mm a'],
  [['1.4.2026 09:30:10'], 'd.M.yyyy HH:mm:ss'],
  [['30/Mar/26 8:00 AM'], 'd/MMM/yy h:mm a'],
  [['1771574400', '1771574401'], 'epoch-seconds'],
  [['1771574400123'], 'epoch-milliseconds'],
  [['12', '15', '1'], null],
  [['Blue', '2026-03-02'], null],
  [[], null],
] as const) {
  test(`${values.join(', ')} is ${expected ?? 'no instant'}`, () => {
    assert.equal(guessFormat(values, berlin), expected);
  });
}

test('a single value that speaks against day before month decides', () => {
  assert.equal(guessFormat(['3/4/2026 10:00', '3/14/2026 10:00'], berlin), 'M/d/yyyy HH:mm');
});

for (const [value, expected] of Object.entries({
  New: 'new',
  Active: 'in_progress',
  'In Bearbeitung': 'in_progress',
  'Awaiting User Info': 'pending_customer',
  'Waiting for customer': 'pending_customer',
  'Wartet auf Kunde': 'pending_customer',
  'Awaiting Vendor': 'pending_vendor',
  'On Hold': 'pending_vendor',
  Gelöst: 'resolved',
  Done: 'resolved',
  Closed: 'closed',
  Storniert: 'cancelled',
  Duplicate: 'merged',
  '-100': null,
  Blue: null,
})) {
  test(`the status "${value}" means ${expected}`, () => {
    assert.equal(guessState(value), expected);
  });
}

test('the columns of an event log are known by names and values', () => {
  const own = readFileSync(ownLog('desk-example.csv'), 'utf8');
  const map = JSON.parse(readFileSync(ownLog('desk-example.map.json'), 'utf8'));
  const { activity, ...guess } = guessed(own);
  assert.deepEqual(
    [guess.rows, guess.delimiter, guess.ticket, guess.at, guess.priority, guess.team, guess.channel],
    ['event', ';', map.ticket, map.at, map.priority, map.team, map.channel],
  );
  assert.equal(guess.state?.column, 'Status');
  assert.deepEqual([guess.level, guess.assignee, guess.service], [map.level, map.assignee, map.service]);
  assert.deepEqual(activity, map.activity);
});

test('the columns of a list of tickets are known, and that each row is a ticket', () => {
  const guess = guessed(readFileSync(ownLog('tickets-example.csv'), 'utf8'));
  const map = JSON.parse(readFileSync(ownLog('tickets-example.map.json'), 'utf8'));
  assert.deepEqual([guess.rows, guess.ticket, guess.createdAt], ['ticket', map.ticket, map.createdAt]);
  assert.deepEqual(guess.end?.resolvedAt, map.end.resolvedAt);
});

test('a text that stands for no value is no value of a column', () => {
  const guess = guessed(
    'number,state,opened_at,resolved_at\nA,New,2026-03-02,?\nA,-100,2026-03-02,?\nB,New,2026-03-02,2026-03-03\n',
  );
  assert.deepEqual(guess.missing, ['?']);
  assert.deepEqual(guess.state, { column: 'state', values: { New: 'new' } });
  assert.deepEqual(guess.end, { resolvedAt: { column: 'resolved_at', format: 'iso' } });
});

test('a file that tells nothing gives a guess without columns', () => {
  const guess = guessed('x,y\nfoo,bar\n');
  assert.deepEqual(guess, {
    source: 'desk',
    rows: 'event',
    delimiter: ',',
    encoding: 'utf-8',
    timeZone: 'Europe/Berlin',
  });
});

test('values are counted to the last row, and dropped when there are too many', () => {
  const survey = new ColumnSurvey(['few', 'many']);
  for (let row = 0; row < 1000; row += 1) survey.add([row === 999 ? 'late' : 'early', `v${row}`]);
  const [few, many] = survey.columns();
  assert.deepEqual(few?.values, [
    { value: 'early', rows: 999 },
    { value: 'late', rows: 1 },
  ]);
  assert.deepEqual([many?.values, many?.isRepeated, few?.isRepeated], [null, false, true]);
});

test('values of two columns are counted together as a mapping joins them', () => {
  const survey = new JointSurvey(['a', 'x', 'b'], ['a', 'b']);
  for (const row of [
    ['Pending', '', 'Customer'],
    ['Pending', '', ''],
    ['Pending', '', 'Customer'],
  ])
    survey.add(row);
  assert.deepEqual(survey.values(), [
    { value: 'Pending / Customer', rows: 2 },
    { value: 'Pending', rows: 1 },
  ]);
});
