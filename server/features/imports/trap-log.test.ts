import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { testDatabase } from '#server/testing/test-database.ts';
import { ask, importFile, ownLog, verifyAll } from '#tests/import-log.ts';
import type { ImportReport } from './import-report.ts';
import { PRESETS } from './presets.ts';

/*
 * A log of our own with the traps of the real one: unpadded d/M dates, "?", a state -100, an end that is filled back on
 * every row, a Resolved row older than resolved_at, a closing without a resolution, rows out of order, after the end and
 * before the creation, a reopening, an active row in the minute of the end. The truth beside it was worked out by hand.
 */
const truth = JSON.parse(readFileSync(ownLog('incident-traps.truth.json'), 'utf8'));
const months = { from: '2026-04-01', to: '2026-07-01', by: 'month' } as const;
const whole = { from: '2026-04-01', to: '2026-07-01' } as const;

const database = await testDatabase();
let report: ImportReport;

before(async () => {
  ({ report } = await importFile(database, ownLog('incident-traps.csv'), { mapping: PRESETS['uci-498'] }));
});

for (const [figure, name] of [
  ['tickets_created_count', 'created'],
  ['tickets_resolved_count', 'resolved'],
  ['tickets_closed_count', 'closed'],
  ['backlog_open_count', 'backlog_end'],
] as const) {
  test(`${figure} is right in every month, so dates are read as day/month and the end from the last row`, async () => {
    const answers = await ask(database, figure, months);
    const values = answers.map(({ from, value }) => [new Date(from * 1000).toISOString().slice(0, 7), value]);
    assert.deepEqual(Object.fromEntries(values), truth[name]);
  });
}

test('lead times count from the creation to the end that the last row states', async () => {
  const [answer] = await ask(database, 'lead_time_hours', whole);
  assert.equal(answer?.n, truth.lead_time_hours.n);
  for (const part of ['mean', 'median', 'p90'] as const) {
    assert.ok(Math.abs((answer?.duration?.[part] ?? 0) - truth.lead_time_hours[part]) < 1e-9, part);
  }
});

test('verdicts stand under the last priority, and an open ticket has none', async () => {
  const answers = await ask(database, 'resolution_sla_pct', { ...whole, split: 'priority' });
  const counted = answers.map(({ split, numerator, denominator }) => [split ?? '(none)', [numerator, denominator]]);
  const decided = counted.filter(([, counts]) => counts?.[1] !== 0);
  assert.deepEqual(Object.fromEntries(decided), truth.sla);
});

test('an active row before the end is a reopening, one in the minute of the end is none', async () => {
  const [answer] = await ask(database, 'reopen_rate_pct', whole);
  assert.deepEqual([answer?.numerator, answer?.denominator], truth.reopened);
});

test('waiting for the customer is measured in the order of time, not of the file', async () => {
  const [answer] = await ask(database, 'customer_wait_share_pct', whole);
  assert.equal(answer?.numerator, truth.customer_wait_minutes * 60);
});

test('each kind of repair is counted, with the lines where it was needed', () => {
  const repairs = report.repairs.map(({ repair, rows, examples }) => [repair, { rows, examples }]);
  assert.deepEqual(Object.fromEntries(repairs), truth.repairs);
});

test('the proof finds no difference', async () => {
  assert.equal((await verifyAll(database)).differences, 0);
});
