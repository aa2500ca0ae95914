import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { testDatabase } from '#server/testing/test-database.ts';
import { importFile, writeLog } from '#tests/import-log.ts';

/** Rows that cannot be read, each told by line and column, and rows that can although they look odd. */
const database = await testDatabase();
const format = 'd/M/yyyy HH:mm';
const mapping = {
  source: 'bad',
  rows: 'event',
  missing: ['?'],
  timeZone: 'Europe/Berlin',
  ticket: { column: 'id' },
  at: { column: 'at', format },
  order: { column: 'n' },
  createdAt: { column: 'opened', format },
  state: { column: 'state', values: { New: 'new', Active: 'in_progress', Resolved: 'resolved', Closed: 'closed' } },
  end: { resolvedAt: { column: 'resolved', format }, closedAt: { column: 'closed', format } },
  team: { column: 'team' },
  level: { column: 'level' },
  verdict: { column: 'ok', met: ['yes'], missed: ['no'] },
};
const fine = {
  id: 'T1',
  at: '1/3/2026 10:00',
  n: '1',
  opened: '1/3/2026 10:00',
  state: 'New',
  resolved: '?',
  closed: '',
  team: 'Blue',
  level: 'L1',
  ok: '?',
};
const header = Object.keys(fine).join(',');
const row = (given: Partial<typeof fine>): string => Object.values({ ...fine, ...given }).join(',');

/** Problems of a dry run as `line column problem value`, and its report. */
async function dryRun(t: TestContext, content: string, given: object = {}) {
  const file = writeLog(t, content);
  const { report, problems } = await importFile(database, file, { mapping: { ...mapping, ...given }, isDryRun: true });
  const told = problems.map(({ line, column, problem, value }) => [line, column, problem, value].join('|'));
  return { report, told };
}

const wrong: readonly (readonly [what: string, given: Partial<typeof fine>, problem: string])[] = [
  ['no id', { id: '?' }, '2|id|ticketMissing|'],
  ['an id of 5,000 characters', { id: 'x'.repeat(5000) }, `2|id|tooLong|${'x'.repeat(60)}…`],
  ['a team of 201 characters', { team: 'x'.repeat(201) }, `2|team|tooLong|${'x'.repeat(60)}…`],
  ['a NUL character in an id', { id: 'a\0b' }, '2|id|controlCharacter|a b'],
  ['a command to the terminal in a team', { team: '\u001b[31mred' }, '2|team|controlCharacter| [31mred'],
  ['no instant', { at: '?' }, '2|at|instantMissing|'],
  ['an instant in words', { at: 'yesterday' }, '2|at|unreadable|yesterday'],
  ['an instant in another format', { at: '2026-03-01T10:00' }, '2|at|unreadable|2026-03-01T10:00'],
  ['month before day', { at: '12/31/2026 10:00' }, '2|at|no_such_date|12/31/2026 10:00'],
  ['30 February', { opened: '30/2/2026 10:00' }, '2|opened|no_such_date|30/2/2026 10:00'],
  ['the hour skipped in spring', { at: '29/3/2026 02:30' }, '2|at|skipped_hour|29/3/2026 02:30'],
  ['the year 9999', { closed: '31/12/9999 00:00' }, '2|closed|out_of_range|31/12/9999 00:00'],
  ['the year 0', { closed: '1/1/0000 00:00' }, '2|closed|out_of_range|1/1/0000 00:00'],
  ['an order that is no number', { n: 'x1' }, '2|n|orderUnreadable|x1'],
  ['an order with a fraction', { n: '1.5' }, '2|n|orderUnreadable|1.5'],
  ['an order beyond all numbers', { n: '9'.repeat(20) }, `2|n|orderUnreadable|${'9'.repeat(20)}`],
  ['an unknown state', { state: 'Parked' }, '2|state|stateUnknown|Parked'],
  ['a state that every JavaScript object knows', { state: 'constructor' }, '2|state|stateUnknown|constructor'],
  ['no state', { state: '' }, '2|state|stateMissing|'],
  ['a level without a number', { level: 'Expert' }, '2|level|levelUnreadable|Expert'],
  ['an unknown verdict', { ok: 'perhaps' }, '2|ok|verdictUnknown|perhaps'],
];

for (const [what, given, problem] of wrong) {
  test(`unreadable: ${what}`, async (t) => {
    const { report, told } = await dryRun(t, `${header}\n${row(given)}\n`);
    assert.deepEqual(told, [problem]);
    assert.deepEqual([report.rows, report.unreadableRows, report.tickets.inFile], [1, 1, 0]);
  });
}

test('an unknown state is read as the mapping says, and counted', async (t) => {
  const state = { ...mapping.state, unknown: 'in_progress' };
  const { report, told } = await dryRun(t, `${header}\n${row({ state: 'Parked' })}\n`, { state });
  assert.deepEqual(told, []);
  assert.deepEqual(report.repairs, [{ repair: 'unknown_state', rows: 1, examples: [2] }]);
});

test('all that is wrong with a row is told at once; with a wrong number of fields that alone', async (t) => {
  const content = [header, row({ at: 'x', n: 'y', state: 'z' }), 'T1,1/3/2026 10:00', `${row({})},more`].join('\n');
  const { report, told } = await dryRun(t, content);
  assert.deepEqual(told, [
    '2|at|unreadable|x',
    '2|n|orderUnreadable|y',
    '2|state|stateUnknown|z',
    '3||tooFewFields|2 < 10',
    '4||tooManyFields|11 > 10',
  ]);
  assert.equal(report.unreadableRows, 3);
});

test('stray and unclosed quotation marks are told with line and column, and hide no other row', async (t) => {
  const content = [
    header,
    row({ team: '19" screens' }),
    row({ state: 'Parked' }),
    row({ team: '"Blue"x' }),
    row({}),
    row({ team: '"Blue' }),
    row({}),
  ].join('\n');
  const { report, told } = await dryRun(t, content);
  assert.deepEqual(told, [
    '2|team|strayQuote|',
    '3|state|stateUnknown|Parked',
    '4|team|strayQuote|',
    '6|team|unclosedQuote|',
  ]);
  assert.deepEqual([report.rows, report.unreadableRows], [5, 4]);
});

test('lines are right behind quoted line breaks, empty lines and any line end', async (t) => {
  const content = [header, row({ team: '"Blue\nRed ""and"" Green"' }), '', '', row({ state: 'Parked' })].join('\n');
  for (const text of [content, content.replaceAll('\n', '\r\n'), `\uFEFF${content.replaceAll('\n', '\r\n')}`]) {
    assert.deepEqual((await dryRun(t, text)).told, ['6|state|stateUnknown|Parked']);
  }
  const flat = [header, row({}), row({ state: 'Parked' })];
  for (const lineEnd of ['\n', '\r\n', '\r']) {
    assert.deepEqual((await dryRun(t, flat.join(lineEnd))).told, ['3|state|stateUnknown|Parked']);
  }
  assert.deepEqual((await dryRun(t, `${flat[0]}\r\n${flat[1]}\n${flat[2]}`)).told, ['3|state|stateUnknown|Parked']);
});

test('an hour that the clock showed twice is read as the first and reported', async (t) => {
  const { report, told } = await dryRun(t, `${header}\n${row({ at: '25/10/2026 02:30' })}\n`);
  assert.deepEqual(told, []);
  assert.deepEqual(report.repairs, [{ repair: 'repeated_hour', rows: 1, examples: [2] }]);
});

test('a negative order is an order', async (t) => {
  const rows = [row({ n: '-5' }), row({ n: '-9', at: '1/3/2026 11:00' })];
  const { report, told } = await dryRun(t, [header, ...rows].join('\n'));
  assert.deepEqual(told, []);
  assert.deepEqual(report.repairs, [{ repair: 'out_of_order', rows: 1, examples: [3] }]);
});

test('closing before resolution and resolution before creation are put right and reported', async (t) => {
  const late = { state: 'Closed', at: '5/3/2026 10:00' };
  const rows = [
    row({ ...late, id: 'A', resolved: '4/3/2026 10:00', closed: '3/3/2026 10:00' }),
    row({ ...late, id: 'B', resolved: '1/2/2026 10:00', closed: '5/3/2026 10:00' }),
  ];
  const { report, told } = await dryRun(t, [header, ...rows].join('\n'));
  assert.deepEqual(told, []);
  assert.deepEqual(report.repairs, [
    { repair: 'closing_before_resolution', rows: 1, examples: [2] },
    { repair: 'resolution_before_creation', rows: 1, examples: [3] },
  ]);
  assert.deepEqual([report.months[0]?.month, report.months[0]?.file.created], ['2026-03', 2]);
});

test('two hundred thousand rows of one ticket are no ticket: told by the first line alone', async (t) => {
  const many = [header, row({ id: 'other' }), ...Array.from({ length: 200_000 }, () => row({})), row({ id: 'last' })];
  const { report, told } = await dryRun(t, many.join('\n'));
  assert.deepEqual(told, ['3|id|tooManyRows|T1']);
  assert.deepEqual([report.unreadableRows, report.tickets.inFile], [200_000, 2]);
});

test('a row per ticket that is resolved must say when', async (t) => {
  const file = writeLog(t, 'id,opened,state,resolved\nA,2026-03-01T10:00Z,Done,\nB,,Open,\n');
  const rowPerTicket = {
    source: 'bad',
    rows: 'ticket',
    ticket: { column: 'id' },
    createdAt: { column: 'opened' },
    state: { column: 'state', values: { Open: 'new', Done: 'resolved' } },
    end: { resolvedAt: { column: 'resolved' } },
  };
  const { problems } = await importFile(database, file, { mapping: rowPerTicket, isDryRun: true });
  assert.deepEqual(
    problems.map(({ line, column, problem }) => [line, column, problem]),
    [
      [2, 'resolved', 'endMissing'],
      [3, 'opened', 'instantMissing'],
    ],
  );
});
