import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type TestContext, test } from 'node:test';
import { alwaysOpen } from '#core/calendar/definition.ts';
import { type Instant, NEVER, parseInstant } from '#core/time/instant.ts';
import { defaultTenantId } from '#server/database/default-tenant.ts';
import { saveAgreements, saveCalendars } from '#server/features/directory/index.ts';
import { TicketUnit } from '#server/features/tickets/index.ts';
import { inTenantSession, type OpenDatabase, openDatabase } from '#server/platform/database.ts';
import { Failure } from '#server/platform/failure.ts';
import { createTestDatabase, dropTestDatabase } from '#server/testing/test-database.ts';
import { atEnd } from '#tests/at-end.ts';
import { ask, contentOf, importFile, ownLog, verifyAll, writeLog } from '#tests/import-log.ts';
import { PRESETS } from './presets.ts';

const traps = readFileSync(ownLog('incident-traps.csv'), 'utf8');
const whole = { from: '2026-04-01', to: '2026-08-01' } as const;
const preset = PRESETS['uci-498'];

/** Each test changes what is stored, so each has a database of its own. */
async function freshDatabase(t: TestContext) {
  const url = await createTestDatabase('template');
  const database = openDatabase(url);
  atEnd(t, async () => {
    await database.close();
    await dropTestDatabase(url);
  });
  return database;
}

const row = (text: Record<string, string>): string =>
  [
    text.number,
    text.state,
    'true',
    text.order,
    text.verdict ?? 'true',
    text.opened,
    text.at,
    'Phone',
    'Category 1',
    '3 - Moderate',
    'Group 7',
    'Resolver 3',
    text.resolved ?? '?',
    text.closed ?? '?',
  ].join(',');
const header = traps.slice(0, traps.indexOf('\n') + 1);
const logOf = (...rows: readonly Record<string, string>[]): string => `${header}${rows.map(row).join('\n')}\n`;

test('the same file twice changes nothing', async (t) => {
  const database = await freshDatabase(t);
  await importFile(database, ownLog('incident-traps.csv'), { mapping: preset });
  const before = await contentOf(database);
  const { report } = await importFile(database, ownLog('incident-traps.csv'), { mapping: preset });
  assert.deepEqual(report.tickets, { inFile: 11, added: 0, extended: 0, unchanged: 11, changed: 0 });
  assert.equal(report.events, 0);
  assert.deepEqual(await contentOf(database), before);
});

test('a dry run writes nothing into any table, before and after an import', async (t) => {
  const database = await freshDatabase(t);
  const empty = await contentOf(database);
  const first = await importFile(database, ownLog('incident-traps.csv'), { mapping: preset, isDryRun: true });
  assert.deepEqual(await contentOf(database), empty);
  assert.deepEqual([first.report.isDryRun, first.report.tickets.added], [true, 11]);
  assert.ok(first.report.months.every(({ database: { created } }) => created === 0));
  const { report } = await importFile(database, ownLog('incident-traps.csv'), { mapping: preset });
  assert.deepEqual({ ...first.report, isDryRun: false, months: [] }, { ...report, months: [] });
  const full = await contentOf(database);
  await importFile(database, ownLog('incident-traps.csv'), { mapping: preset, isDryRun: true });
  assert.deepEqual(await contentOf(database), full);
});

test('a longer export of the log adds new tickets and goes on with open ones', async (t) => {
  const database = await freshDatabase(t);
  await importFile(database, ownLog('incident-traps.csv'), { mapping: preset });
  const end = { resolved: '2/7/2026 10:00', closed: '7/7/2026 10:00' };
  const longer = [
    { number: 'INC9', opened: '28/5/2026 10:00', state: 'Active', order: '2', at: '1/7/2026 10:00', ...end },
    { number: 'INC9', opened: '28/5/2026 10:00', state: 'Resolved', order: '3', at: '2/7/2026 10:00', ...end },
    { number: 'INC12', opened: '3/7/2026 10:00', state: 'New', order: '0', at: '3/7/2026 10:00' },
  ];
  const file = writeLog(t, `${traps}${longer.map(row).join('\n')}\n`);
  const { report } = await importFile(database, file, { mapping: preset });
  assert.deepEqual(report.tickets, { inFile: 12, added: 1, extended: 1, unchanged: 10, changed: 0 });
  const [resolved] = await ask(database, 'tickets_resolved_count', whole);
  const [open] = await ask(database, 'backlog_open_count', whole);
  assert.deepEqual([resolved?.value, open?.value], [11, 1]);
  assert.equal((await verifyAll(database)).differences, 0);
});

test('a ticket that was resolved at the first import and reopened since goes on, its old verdict withdrawn', async (t) => {
  const database = await freshDatabase(t);
  const opened = '1/4/2026 08:00';
  const ticket = { number: 'A', opened };
  const first = { resolved: '1/4/2026 10:00' };
  const short = logOf(
    { ...ticket, ...first, state: 'New', order: '0', at: opened },
    { ...ticket, ...first, state: 'Resolved', order: '1', at: '1/4/2026 10:00', verdict: 'true' },
  );
  await importFile(database, writeLog(t, short), { mapping: preset });
  const last = { resolved: '3/4/2026 10:00' };
  const long = logOf(
    { ...ticket, ...last, state: 'New', order: '0', at: opened },
    { ...ticket, ...last, state: 'Resolved', order: '1', at: '1/4/2026 10:00', verdict: 'true' },
    { ...ticket, ...last, state: 'Active', order: '2', at: '2/4/2026 10:00', verdict: 'true' },
    { ...ticket, ...last, state: 'Resolved', order: '3', at: '3/4/2026 10:00', verdict: 'false' },
  );
  const { report } = await importFile(database, writeLog(t, long), { mapping: preset });
  assert.deepEqual(report.tickets, { inFile: 1, added: 0, extended: 1, unchanged: 0, changed: 0 });
  const [verdict] = await ask(database, 'resolution_sla_pct', whole);
  assert.deepEqual([verdict?.numerator, verdict?.denominator], [0, 1]);
  const again = await importFile(database, writeLog(t, long), { mapping: preset });
  assert.equal(again.report.tickets.unchanged, 1);
  assert.equal((await verifyAll(database)).differences, 0);
});

test('a later list of whole tickets goes on with those that were open, and reports what nothing dates', async (t) => {
  const database = await freshDatabase(t);
  const mapping = JSON.parse(readFileSync(ownLog('tickets-example.map.json'), 'utf8'));
  const list = readFileSync(ownLog('tickets-example.csv'), 'utf8');
  await importFile(database, ownLog('tickets-example.csv'), { mapping });
  const later = list
    .replace(
      'In Progress,30/Mar/26 8:00 AM,,Medium,Accounts,Green,',
      'Done,30/Mar/26 8:00 AM,2/Apr/26 9:00 AM,High,Accounts,Blue,Yes',
    )
    .replace('1/Apr/26 8:40 AM', '1/Apr/26 8:50 AM')
    .concat('HELP-6,2/Apr/26 8:00 AM,To Do,,,Low,Printing,Blue,\n');
  const file = writeLog(t, later);
  const { report } = await importFile(database, file, { mapping });
  assert.deepEqual(report.tickets, { inFile: 6, added: 1, extended: 1, unchanged: 3, changed: 1 });
  assert.deepEqual(report.changedTickets, ['HELP-5']);
  const [resolved] = await ask(database, 'tickets_resolved_count', { ...whole, from: '2026-03-01' });
  assert.equal(resolved?.value, 4);
  const again = await importFile(database, file, { mapping });
  assert.deepEqual([again.report.events, again.report.tickets.unchanged], [0, 5]);
  assert.equal((await verifyAll(database)).differences, 0);
});

test('a later list goes on with a ticket that was put under an agreement meanwhile, its timers with it', async (t) => {
  const database = await freshDatabase(t);
  const mapping = JSON.parse(readFileSync(ownLog('tickets-example.map.json'), 'utf8'));
  await importFile(database, ownLog('tickets-example.csv'), { mapping });
  await promise(database, 'HELP-3');
  const list = readFileSync(ownLog('tickets-example.csv'), 'utf8');
  const later = list.replace(
    'In Progress,30/Mar/26 8:00 AM,,Medium,Accounts,Green,',
    'Done,30/Mar/26 8:00 AM,2/Apr/26 9:00 AM,Medium,Accounts,Green,Yes',
  );
  const { report } = await importFile(database, writeLog(t, later), { mapping });
  assert.deepEqual([report.tickets.extended, report.tickets.changed], [1, 0]);
  assert.equal((await verifyAll(database)).differences, 0);
});

/** Puts an imported ticket under an agreement, a day after it was opened. */
async function promise(database: OpenDatabase, sourceKey: string): Promise<void> {
  await inTenantSession(database.appPool, defaultTenantId, async (session) => {
    const { client } = session;
    await saveCalendars(client, defaultTenantId, [{ id: 'always', definition: alwaysOpen('UTC') }]);
    const hours = { first_response: 3600, resolution: 400 * 3600 };
    const terms = {
      agreement: 'house',
      calendarId: 'always',
      targetsByPriority: { '3': hours },
      pauseStates: [],
      reopen: 'continue',
    } as const;
    const always = { validFrom: Number.NEGATIVE_INFINITY as Instant, validTo: NEVER };
    await saveAgreements(client, defaultTenantId, [
      { id: 'house-1', terms, customer: null, services: null, ...always },
    ]);
    const found = await client.query<{ id: string }>('select t.id from ticket as t where t.source_key = $1', [
      sourceKey,
    ]);
    const unit = new TicketUnit(session, defaultTenantId);
    const acting = { at: parseInstant('2026-03-31T08:00:00Z'), actor: null };
    const outcome = await unit.run(found.rows[0]!.id, { kind: 'changeAgreement', versionId: 'house-1' }, acting);
    assert.equal(outcome.kind, 'done');
    await unit.flush();
  });
}

test('a ticket whose past the file tells otherwise is reported and left as it is', async (t) => {
  const database = await freshDatabase(t);
  await importFile(database, ownLog('incident-traps.csv'), { mapping: preset });
  const before = await contentOf(database);
  const otherwise = traps
    .replaceAll(/^(INC1,.*)3\/4\/2026 08:05/gm, '$12/4/2026 08:05')
    .split('\n')
    .filter((line) => !line.startsWith('INC3,Closed'))
    .join('\n');
  const { report } = await importFile(database, writeLog(t, otherwise), { mapping: preset });
  assert.deepEqual([...report.changedTickets].sort(), ['INC1']);
  assert.deepEqual(report.tickets, { inFile: 11, added: 0, extended: 0, unchanged: 10, changed: 1 });
  assert.deepEqual(await contentOf(database), before);
});

test('an earlier export than the stored one takes nothing back', async (t) => {
  const database = await freshDatabase(t);
  await importFile(database, ownLog('incident-traps.csv'), { mapping: preset });
  const before = await contentOf(database);
  const earlier = traps
    .split('\n')
    .filter((line) => !line.startsWith('INC9,Awaiting'))
    .join('\n');
  const { report } = await importFile(database, writeLog(t, earlier), { mapping: preset });
  assert.deepEqual(report.changedTickets, ['INC9']);
  assert.deepEqual(await contentOf(database), before);
});

test('two imports of one source at once: one works, the other is refused or finds all done', async (t) => {
  const database = await freshDatabase(t);
  const both = await Promise.allSettled(
    [1, 2].map(() => importFile(database, ownLog('incident-traps.csv'), { mapping: preset })),
  );
  for (const one of both) {
    if (one.status === 'rejected') assert.equal((one.reason as Failure).key, 'failure.importBusy');
  }
  const added = both.map((one) => (one.status === 'fulfilled' ? one.value.report.tickets.added : 0));
  assert.deepEqual(added.sort(), [0, 11]);
  const [created] = await ask(database, 'tickets_created_count', whole);
  assert.equal(created?.value, 11);
});

test('imports of two sources at once share teams and numbers and do not disturb each other', async (t) => {
  const database = await freshDatabase(t);
  const other = { ...(preset as object), source: 'other' };
  await Promise.all([preset, other].map((mapping) => importFile(database, ownLog('incident-traps.csv'), { mapping })));
  const [created] = await ask(database, 'tickets_created_count', whole);
  assert.equal(created?.value, 22);
  assert.equal((await verifyAll(database)).differences, 0);
});

test('with an unreadable row a real import changes nothing, and the dry run names every row', async (t) => {
  const database = await freshDatabase(t);
  const before = await contentOf(database);
  const bad = traps
    .replace('INC2,-100,true,1,true,5/4/2026 09:00,5/4/2026 09:30', 'INC2,-100,true,x,true,31/4/2026 09:00,soon')
    .replace('INC9,Awaiting Vendor,true', 'INC9,Awaiting Vendor');
  const file = writeLog(t, bad);
  await assert.rejects(importFile(database, file, { mapping: preset }), (error) => {
    assert.ok(error instanceof Failure);
    assert.deepEqual([error.key, error.params], ['failure.importRefused', { rows: 2 }]);
    return true;
  });
  assert.deepEqual(await contentOf(database), before);
  const { report, problems } = await importFile(database, file, { mapping: preset, isDryRun: true });
  assert.deepEqual(
    problems.map(({ line, column, problem, value }) => [line, column, problem, value]),
    [
      [5, 'sys_updated_at', 'unreadable', 'soon'],
      [5, 'sys_mod_count', 'orderUnreadable', 'x'],
      [5, 'opened_at', 'no_such_date', '31/4/2026 09:00'],
      [38, '', 'tooFewFields', '13 < 14'],
    ],
  );
  assert.equal(report.unreadableRows, 2);
  assert.deepEqual(await contentOf(database), before);
});
