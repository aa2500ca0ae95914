import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { parseInstant } from '#core/time/instant.ts';
import { defaultTenantId as tenantId } from '#server/database/default-tenant.ts';
import { inTenantSession } from '#server/platform/database.ts';
import { storeDesk } from '#server/testing/store-desk.ts';
import { type Answer, makeToken, testApi } from '#server/testing/test-api.ts';
import { testDatabase } from '#server/testing/test-database.ts';
import { randomDesk } from '#worlds/random-desk.ts';
import { saveNamed } from '../directory/index.ts';

const database = await testDatabase();
const api = await testApi(database);
const nextDay = await testApi(database, { now: () => parseInstant('2026-07-02T10:00:00Z') });
let lead = '';

before(async () => {
  await storeDesk(database, tenantId, randomDesk(21, 400));
  lead = (await makeToken(database, tenantId, { role: 'lead', name: 'Desk lead' })).token;
});

type Told = Answer['json'];

const period = 'from=2025-12-01&to=2026-07-01';
const list = (id: string, query: string) => api.get(`/api/v1/figures/${id}/facts?${period}&limit=2000&${query}`, lead);

const columns = (rows: readonly Told[], name: string) => rows.map((row) => row.columns[name]);

describe('what a list tells of each fact', () => {
  test('those with success and those without are as many as the tabs say', async () => {
    const { judged } = (await list('resolution_sla_pct', 'tab=counted')).json.tabs;
    assert.ok(Math.min(judged.met, judged.missed) > 5);
    for (const [success, facts] of [
      [true, judged.met],
      [false, judged.missed],
    ] as const) {
      const { rows } = (await list('resolution_sla_pct', `tab=counted&success=${success}`)).json;
      assert.deepEqual(
        [rows.length, new Set(rows.map((row: Told) => row.success)), new Set(columns(rows, 'verdict'))],
        [facts, new Set([success]), new Set([success ? 'met' : 'breached'])],
      );
    }
  });

  test('a cell of a table is a list: one value, one clock, one month, those missed', async () => {
    const query = 'by=month&split=team&where=clock=resolution&where=team=network';
    const { rows } = (await api.get(`/api/v1/figures/sla_compliance_pct?${period}&${query}`, lead)).json;
    const cells = rows.filter(({ n, numerator }: Told) => n > numerator);
    assert.ok(cells.length > 2);
    for (const { from, to, n, numerator } of cells) {
      const path = `/api/v1/figures/sla_compliance_pct/facts?from=${from}&to=${to}&success=false&limit=2000`;
      const behind = await api.get(`${path}&where=team=network&where=clock=resolution`, lead);
      assert.equal(behind.json.rows.length, n - numerator);
      assert.deepEqual(new Set(columns(behind.json.rows, 'clock')), new Set(['resolution']));
    }
  });

  test('a clock that stopped tells how late it was, and its sign agrees with the instant promised', async () => {
    const { rows } = (await list('sla_compliance_pct', 'tab=counted')).json;
    const late = rows.filter(({ lateSeconds }: Told) => lateSeconds !== null);
    assert.ok(late.length > 50);
    for (const { lateSeconds, columns } of late) {
      assert.equal(lateSeconds, columns.elapsedSeconds - columns.targetSeconds);
      if (columns.cause === 'elapsed') assert.equal(columns.stoppedAt > columns.dueAt, lateSeconds > 0);
    }
  });

  test('every fact stands in one tab: the tabs add up to what was counted by itself', async () => {
    for (const id of ['sla_compliance_pct', 'backlog_open_count', 'unresolved_rate_pct', 'lead_time_hours']) {
      const { counted, leftOut, undecided, total } = (await list(id, 'tab=counted')).json.tabs;
      assert.ok(total > 0);
      assert.equal(counted + leftOut + undecided, total, id);
    }
  });

  test('keys come with what they are called, also those of a filter that finds nothing', async () => {
    const rows = [{ key: 'network', name: 'Net and remote access', validFrom: parseInstant('2026-01-01T00:00:00Z') }];
    await inTenantSession(database.appPool, tenantId, ({ client }) =>
      saveNamed(client, tenantId, { kind: 'team', rows }),
    );
    const found = (await list('tickets_created_count', 'tab=counted')).json;
    assert.ok(found.rows.some((row: Told) => row.team === 'network'));
    assert.deepEqual(found.names.team, { network: 'Net and remote access' });
    const none = (await list('tickets_created_count', 'where=team=network&where=service=none-such')).json;
    assert.deepEqual([none.rows, none.names.team], [[], { network: 'Net and remote access' }]);
  });

  for (const [id, query, pointer] of [
    ['tickets_created_count', 'success=true', '/success'],
    ['resolution_sla_pct', 'success=true&tab=left_out', '/success'],
    ['resolution_sla_pct', 'success=true&beside=waived', '/success'],
    ['resolution_sla_pct', 'success=yes', '/success'],
    ['resolution_sla_pct', 'limit=2001', '/limit'],
  ] as const) {
    test(`${id} with ${query} is refused at ${pointer}`, async () => {
      const { status, json } = await api.get(`/api/v1/figures/${id}/facts?${query}`, lead);
      assert.deepEqual([status, json.errors[0].pointer], [400, pointer]);
    });
  }
});

describe('what is left out tells since when, by whom and why', () => {
  const opened = async (): Promise<number> => {
    const body = { subject: 'The printer is silent', priority: '1' };
    return (await api.post('/api/v1/tickets', lead, body)).json.number;
  };
  const command = (number: number, kind: string, body: object) =>
    api.post(`/api/v1/tickets/${number}/commands/${kind}`, lead, body);
  const leftOut = async (id: string, number: number): Promise<Told> => {
    const query = 'from=2026-07-01&to=2026-07-03&tab=left_out&limit=2000';
    const { rows } = (await nextDay.get(`/api/v1/figures/${id}/facts?${query}`, lead)).json;
    const row = rows.find(({ ticket }: Told) => ticket === number);
    assert.ok(row, `ticket ${number} is not left out of ${id}`);
    return [row.subject, row.reason, row.leftOut?.by.name, row.leftOut?.why, row.leftOut?.into, row.leftOut?.at];
  };
  const at = '2026-07-01T10:00:00Z';

  test('a cancelled ticket, with the reason that was given', async () => {
    const number = await opened();
    await command(number, 'cancel', { reason: 'Found the cause.' });
    const expected = ['The printer is silent', 'cancelled', 'Desk lead', 'Found the cause.', null, at];
    assert.deepEqual(await leftOut('unresolved_rate_pct', number), expected);
  });

  test('a verdict that was waived, with the reason that was given', async () => {
    const number = await opened();
    await command(number, 'startWork', {});
    await command(number, 'waiveVerdict', { clock: 'resolution', reason: 'No power in town.' });
    await command(number, 'resolve', { solution: 'Paper.' });
    const expected = ['The printer is silent', 'waived', 'Desk lead', 'No power in town.', null, at];
    assert.deepEqual(await leftOut('resolution_sla_pct', number), expected);
  });

  test('a duplicate, with the ticket that it was merged into', async () => {
    const [older, younger] = [await opened(), await opened()];
    const answer = await api.post(`/api/v1/tickets/${older}/merge`, lead, { with: younger });
    assert.equal(answer.status, 200, answer.text);
    const expected = ['The printer is silent', 'merged', 'Desk lead', null, older, at];
    assert.deepEqual(await leftOut('tickets_created_count', younger), expected);
  });

  test('what was marked as spam', async () => {
    const number = await opened();
    await command(number, 'markSpam', {});
    const expected = ['The printer is silent', 'spam', 'Desk lead', null, null, at];
    assert.deepEqual(await leftOut('tickets_created_count', number), expected);
  });
});
