import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { testDatabase } from '#server/testing/test-database.ts';
import { ask, importFile, verifyAll } from '#tests/import-log.ts';
import { needsShared, sharedPath } from '#tests/shared-folder.ts';
import type { ImportReport } from './import-report.ts';
import { PRESETS } from './presets.ts';

/** A thousand real tickets, and their figures as computed apart from the product. */
interface Truth {
  readonly incidents: number;
  readonly created: Readonly<Record<string, number>>;
  readonly resolved: Readonly<Record<string, number>>;
  readonly closed: Readonly<Record<string, number>>;
  readonly backlog_end: Readonly<Record<string, number>>;
  readonly lead_time_hours: {
    readonly n: number;
    readonly mean: number;
    readonly median: number;
    readonly p90: number;
  };
  readonly sla: Readonly<Record<string, readonly [met: number, all: number]>>;
}

const log = sharedPath('data', 'uci-498', 'sample_1k.csv.gz') ?? '';
const months = { from: '2016-02-01', to: '2017-04-01', by: 'month' } as const;
const whole = { from: '2016-02-01', to: '2017-04-01' } as const;

const database = await testDatabase();
let truth: Truth;
let report: ImportReport;

before(async () => {
  if (needsShared.skip !== false) return;
  truth = JSON.parse(readFileSync(sharedPath('data', 'uci-498', 'sample_1k.truth.json') ?? '', 'utf8'));
  ({ report } = await importFile(database, log, { mapping: PRESETS['uci-498'] }));
});

test('the sample is read to its last row and becomes as many tickets as it has', needsShared, () => {
  assert.deepEqual([report.rows, report.unreadableRows, report.tickets.added], [5807, 0, truth.incidents]);
});

for (const [figure, name] of [
  ['tickets_created_count', 'created'],
  ['tickets_resolved_count', 'resolved'],
  ['tickets_closed_count', 'closed'],
] as const) {
  test(`${figure} of the sample agrees with the truth in every month`, needsShared, async () => {
    const answers = await ask(database, figure, months);
    const values = answers.map(({ from, value }) => [new Date(from * 1000).toISOString().slice(0, 7), value ?? 0]);
    assert.deepEqual(Object.fromEntries(values.filter(([, value]) => value !== 0)), truth[name]);
  });
}

test(
  'backlog_open_count of the sample agrees with the truth at the end of every month that it names',
  needsShared,
  async () => {
    const answers = await ask(database, 'backlog_open_count', months);
    const values = answers.map(({ from, value }) => [new Date(from * 1000).toISOString().slice(0, 7), value]);
    const named = values.filter(([month]) => String(month) in truth.backlog_end);
    assert.deepEqual(Object.fromEntries(named), truth.backlog_end);
  },
);

test('lead_time_hours of the sample agrees with the truth', needsShared, async () => {
  const [answer] = await ask(database, 'lead_time_hours', whole);
  assert.equal(answer?.n, truth.lead_time_hours.n);
  for (const part of ['mean', 'median', 'p90'] as const) {
    assert.ok(Math.abs((answer.duration?.[part] ?? 0) - truth.lead_time_hours[part]) < 1e-9, part);
  }
});

test('the imported verdicts of the sample agree with the truth in every priority', needsShared, async () => {
  for (const figure of ['resolution_sla_pct', 'sla_compliance_pct']) {
    const answers = await ask(database, figure, { ...whole, split: 'priority' });
    const counted = answers.map(({ split, numerator, denominator }) => [split, [numerator, denominator]]);
    assert.deepEqual(Object.fromEntries(counted), truth.sla);
  }
});

test('what the log does not witness is null and not recorded, never 0 or 100', needsShared, async () => {
  for (const figure of ['first_response_sla_pct', 'first_response_time_minutes', 'functional_escalation_rate_pct']) {
    const [answer] = await ask(database, figure, whole);
    assert.deepEqual([answer?.value, answer?.reason, answer?.excluded], [null, 'not_recorded', truth.incidents]);
  }
});

test('the report puts file and database side by side, and both agree with the truth', needsShared, () => {
  for (const flow of ['created', 'resolved', 'closed'] as const) {
    for (const side of ['file', 'database'] as const) {
      const totals = report.months.map((month) => [month.month, month[side][flow]]);
      assert.deepEqual(Object.fromEntries(totals.filter(([, count]) => count !== 0)), truth[flow]);
    }
  }
});

test('the proof finds no difference in the sample', needsShared, async () => {
  const proof = await verifyAll(database);
  assert.deepEqual([proof.tickets, proof.differences, proof.asOfs.length], [truth.incidents, 0, 5]);
});
