import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { testDatabase } from '#server/testing/test-database.ts';
import { ask, importFile, ownLog, verifyAll, writeLog } from '#tests/import-log.ts';
import type { ImportReport } from './import-report.ts';

/*
 * Logs of other shapes by a mapping alone. desk-example is the worked example of docs/import.md: a row per event,
 * semicolons, offsets in the instants, status and sub-status, levels, names, and the end told by the last event.
 * tickets-example has a row per ticket, names of months and a 12-hour clock.
 */
const mappingOf = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(ownLog(`${name}.map.json`), 'utf8'));
const whole = { from: '2026-03-01', to: '2026-05-01', zone: 'Europe/Berlin' } as const;

const desk = await testDatabase();
const tickets = await testDatabase();
let deskReport: ImportReport;
let ticketsReport: ImportReport;

before(async () => {
  const deskFile = ownLog('desk-example.csv');
  const ticketsFile = ownLog('tickets-example.csv');
  ({ report: deskReport } = await importFile(desk, deskFile, { mapping: mappingOf('desk-example') }));
  ({ report: ticketsReport } = await importFile(tickets, ticketsFile, { mapping: mappingOf('tickets-example') }));
});

test('the end told by the last event is the end, and the offset of each row is its own', async () => {
  assert.deepEqual(deskReport.repairs, []);
  const [resolved] = await ask(desk, 'tickets_resolved_count', whole);
  const [closed] = await ask(desk, 'tickets_closed_count', whole);
  const [open] = await ask(desk, 'backlog_open_count', whole);
  assert.deepEqual([resolved?.value, closed?.value, open?.value], [3, 1, 1]);
  const [lead] = await ask(desk, 'lead_time_hours', whole);
  // D-103 from 27 March 16:00 +01:00 to 1 April 09:00 +02:00, over the change to summer time.
  assert.equal(lead?.duration?.longest, 112);
});

test('levels witnessed give escalations', async () => {
  const [escalated] = await ask(desk, 'functional_escalation_rate_pct', whole);
  assert.deepEqual([escalated?.numerator, escalated?.denominator], [2, 3]);
  const [first] = await ask(desk, 'first_level_resolution_pct', whole);
  assert.deepEqual([first?.numerator, first?.denominator], [1, 3]);
});

test('without a column of levels escalations are not recorded', async () => {
  const { level: _, ...mapping } = { ...mappingOf('desk-example'), source: 'without-levels' } as Record<
    string,
    unknown
  >;
  const database = await testDatabase();
  await importFile(database, ownLog('desk-example.csv'), { mapping });
  const [escalated] = await ask(database, 'functional_escalation_rate_pct', whole);
  assert.deepEqual([escalated?.value, escalated?.reason], [null, 'not_recorded']);
});

test('replies, messages and escalations to management are read from the column of activities', async () => {
  const [response] = await ask(desk, 'first_response_time_minutes', whole);
  assert.deepEqual([response?.n, response?.value], [3, 30]);
  const [contacts] = await ask(desk, 'contacts_count', whole);
  assert.deepEqual([contacts?.value, contacts?.excludedBy], [1, { portal: 1 }]);
  const [management] = await ask(desk, 'hierarchical_escalation_rate_pct', whole);
  assert.deepEqual([management?.numerator, management?.denominator], [1, 3]);
});

test('status and sub-status are read together, and waiting counts in the hours of the calendar', async () => {
  const [wait] = await ask(desk, 'customer_wait_share_pct', whole);
  // D-102 from Monday 11:00 to Tuesday 11:00 of a desk open from 8 to 17: nine hours.
  assert.equal(wait?.numerator, 9 * 3600);
});

test('a cancelled ticket is neither open nor resolved', async () => {
  const flow = await Promise.all(
    ['tickets_created_count', 'tickets_resolved_count', 'backlog_open_count'].map((id) => ask(desk, id, whole)),
  );
  // D-104 is cancelled, D-105 open.
  assert.deepEqual(
    flow.map(([answer]) => answer?.value),
    [5, 3, 1],
  );
});

test('names of persons stand in the table of persons and nowhere else', async () => {
  const client = await desk.ownerPool.connect();
  await client.query("select set_config('app.tenant_id', '00000000-0000-7000-8000-000000000001', false)");
  const persons = await client.query('select p.name from person as p order by 1');
  assert.deepEqual(
    persons.rows.map(({ name }) => name),
    ['Anna Grün', 'Ben Okafor', 'Chloé Martin', 'Dana Weiß'],
  );
  const tables = await client.query(
    "select c.relname as name from pg_class as c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'person'",
  );
  for (const { name } of tables.rows) {
    const found = await client.query(
      `select count(*) as rows from "${name}" as t where t::text ~ 'Grün|Okafor|Chlo|Wei'`,
    );
    assert.equal(found.rows[0].rows, 0, name);
  }
  client.release(true);
});

test('a row per ticket gives creation, first response, resolution and the verdict of the source', async () => {
  assert.deepEqual(ticketsReport.repairs, []);
  assert.deepEqual(ticketsReport.tickets.added, 5);
  const [lead] = await ask(tickets, 'lead_time_hours', whole);
  assert.deepEqual([lead?.n, lead?.value], [3, 2]);
  const [response] = await ask(tickets, 'first_response_time_minutes', whole);
  assert.deepEqual([response?.n, response?.value], [4, 37.5]);
  const [sla] = await ask(tickets, 'resolution_sla_pct', whole);
  assert.deepEqual([sla?.numerator, sla?.denominator], [2, 3]);
  const [open] = await ask(tickets, 'backlog_open_count', whole);
  assert.equal(open?.value, 1);
});

test('a row per ticket witnesses no states on the way and no closing it has no column for', async () => {
  for (const figure of ['customer_wait_share_pct', 'reopen_rate_pct', 'tickets_closed_count']) {
    const [answer] = await ask(tickets, figure, whole);
    assert.deepEqual([answer?.value, answer?.reason], [null, 'not_recorded'], figure);
  }
});

test('a log that repeats only what changed keeps what it leaves empty', async (t) => {
  const file = writeLog(
    t,
    'id,at,state,team,priority\nA,2026-03-02T08:00Z,Open,Blue,2\nA,2026-03-02T09:00Z,,Green,\nA,2026-03-02T10:00Z,Done,,\n',
  );
  const mapping = {
    source: 'changes',
    rows: 'event',
    empty: 'unchanged',
    ticket: { column: 'id' },
    at: { column: 'at' },
    state: { column: 'state', values: { Open: 'in_progress', Done: 'resolved' } },
    team: { column: 'team' },
    priority: { column: 'priority' },
  };
  const database = await testDatabase();
  const { report } = await importFile(database, file, { mapping });
  assert.equal(report.unreadableRows, 0);
  const byTeam = await ask(database, 'tickets_resolved_count', { ...whole, split: 'team' });
  const byPriority = await ask(database, 'tickets_resolved_count', { ...whole, split: 'priority' });
  assert.deepEqual(
    [byTeam, byPriority].map(([one]) => [one?.split, one?.value]),
    [
      ['Green', 1],
      ['2', 1],
    ],
  );
});

test('the proof finds no difference in either log', async () => {
  for (const database of [desk, tickets]) assert.equal((await verifyAll(database)).differences, 0);
});
