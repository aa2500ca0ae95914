import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { sql } from 'kysely';
import type { z } from 'zod';
import { cockpitLine } from '#contract/api/cockpit-shapes.ts';
import { COCKPIT_FIGURES } from '#core/figures/cockpit-groups.ts';
import { defaultTenantId as tenantId } from '#server/database/default-tenant.ts';
import { DEFAULT_WORKING_DAYS } from '#server/features/calendars/index.ts';
import { inTenant } from '#server/platform/database.ts';
import { storeDesk } from '#server/testing/store-desk.ts';
import { makeTenant, makeToken, TEST_NOW, testApi } from '#server/testing/test-api.ts';
import { testDatabase } from '#server/testing/test-database.ts';
import { randomDesk } from '#worlds/random-desk.ts';
import { readCockpitQuestion } from './cockpit-question.ts';
import { readCockpit } from './read-cockpit.ts';
import { turnsFor } from './turns.ts';

type Line = z.output<typeof cockpitLine>;
type Tile = Extract<Line, { line: 'tile' }>;

const database = await testDatabase();
const api = await testApi(database);
const emptyTenant = '00000000-0000-7000-8000-0000000000e0';
let reader = '';
let strangers = '';

before(async () => {
  await storeDesk(database, tenantId, randomDesk(11, 160));
  await makeTenant(database, emptyTenant);
  reader = (await makeToken(database, tenantId, { role: 'reader' })).token;
  strangers = (await makeToken(database, emptyTenant, { role: 'reader' })).token;
});

async function linesOf(query: string, token = reader): Promise<Line[]> {
  const answer = await api.get(`/api/v1/cockpit?${query}`, token);
  assert.equal(answer.status, 200, answer.text);
  return answer.text
    .trim()
    .split('\n')
    .map((line) => cockpitLine.parse(JSON.parse(line)));
}

function headOf(lines: readonly Line[]): Extract<Line, { line: 'head' }> {
  const [head] = lines;
  assert.equal(head?.line, 'head');
  return head as Extract<Line, { line: 'head' }>;
}

const tilesOf = (lines: readonly Line[]): Tile[] => lines.filter((line) => line.line === 'tile');

/** A month that is over, one that runs, other lengths, other comparisons, a filter, and a past moment. */
const QUESTIONS = [
  'from=2026-03-01&to=2026-04-01&by=month&compare=previous',
  'from=2026-07-01&to=2026-08-01&by=month&compare=previous',
  'from=2026-06-29&to=2026-07-06&by=week&compare=previous',
  'from=2026-03-01&to=2026-04-01&by=month&compare=same_last_year',
  'from=2026-01-01&to=2027-01-01&by=year&compare=ytd',
  'from=2026-02-01&to=2026-03-01&by=month&compare=previous&where=team%3Dnet',
  'from=2026-03-01&to=2026-04-01&by=month&compare=previous&asOf=2026-03-20T09:30:00Z',
];

describe('a tile is what the routes of figures and charts answer', () => {
  for (const query of QUESTIONS) {
    test(query, async () => {
      const lines = await linesOf(query);
      const { charted } = headOf(lines);
      const tiles = new Map(tilesOf(lines).map((tile) => [tile.figure, tile]));
      assert.equal(tiles.size, COCKPIT_FIGURES.length);
      const chartQuery = query.replace(/&compare=\w+/, '').replace(/from=[^&]*/, `from=${charted.from}`);
      for (const { id } of COCKPIT_FIGURES) {
        const figure = await api.get(`/api/v1/figures/${id}?${query}`, reader);
        const chart = await api.get(`/api/v1/figures/${id}/chart?${chartQuery}`, reader);
        const { row, comparison, chart: drawn } = tiles.get(id)!;
        const expected = [figure.json.rows[0], figure.json.comparison?.rows[0] ?? null, chart.json.charts[0] ?? null];
        assert.deepEqual([row, comparison, drawn], expected, id);
      }
    });
  }
});

test('without a period it is the last month that is over', async () => {
  const { period, by, isRunning } = headOf(await linesOf(''));
  assert.deepEqual(
    [period, by, isRunning],
    [{ from: '2026-05-31T22:00:00Z', to: '2026-06-30T22:00:00Z' }, 'month', false],
  );
});

test('any stretch of days has values, and nothing to compare them with', async () => {
  const lines = await linesOf('from=2026-03-03&to=2026-03-19');
  const { period, isWhole, comparison } = headOf(lines);
  assert.deepEqual(
    [period.from, period.to, isWhole, comparison],
    ['2026-03-02T23:00:00Z', '2026-03-18T23:00:00Z', false, null],
  );
  const created = tilesOf(lines).find(({ figure }) => figure === 'tickets_created_count')!;
  const { json } = await api.get('/api/v1/figures/tickets_created_count?from=2026-03-03&to=2026-03-19', reader);
  assert.deepEqual(created.row, json.rows[0]);
});

test('the head names both windows of a comparison, cut at the same place while the period runs', async () => {
  const { comparison, isRunning } = headOf(await linesOf('from=2026-07-01&to=2026-08-01&by=month'));
  assert.deepEqual(
    [isRunning, comparison],
    [
      true,
      {
        kind: 'previous',
        isPartial: true,
        current: { from: '2026-06-30T22:00:00Z', to: '2026-07-01T10:00:00Z' },
        reference: { from: '2026-05-31T22:00:00Z', to: '2026-06-01T10:00:00Z' },
      },
    ],
  );
});

test('without a comparison no tile has one', async () => {
  const lines = await linesOf('from=2026-03-01&to=2026-04-01&compare=none');
  assert.deepEqual(new Set(tilesOf(lines).map(({ comparison }) => comparison)), new Set([null]));
});

test('the last line tells what stands out and counts the tiles of each group', async () => {
  const lines = await linesOf('from=2026-03-01&to=2026-04-01');
  const last = lines.at(-1)!;
  assert.equal(last.line, 'findings');
  const { findings, tally, groups } = last as Extract<Line, { line: 'findings' }>;
  const signals = tilesOf(lines).filter(({ signal, row }) => signal !== null && row.value !== null);
  assert.deepEqual(new Set(findings.map(({ figure }) => figure)), new Set(signals.map(({ figure }) => figure)));
  assert.equal(tally.figures, COCKPIT_FIGURES.length);
  assert.equal(
    groups.reduce((sum, group) => sum + group.tally.figures, 0),
    COCKPIT_FIGURES.length,
  );
});

test('a desk without tickets has no values, no charts and nothing that stands out', async () => {
  const lines = await linesOf('', strangers);
  assert.equal(headOf(lines).firstAt, null);
  assert.ok(tilesOf(lines).every(({ row, chart }) => chart === null && !row.value));
  assert.deepEqual((lines.at(-1) as Extract<Line, { line: 'findings' }>).findings, []);
});

test('a question that makes no sense is refused in words, before any line', async () => {
  const queries = [
    'from=2026-04-01&to=2026-03-01',
    'where=team%3Dnet&where=clock%3Dresolution',
    'by=month&compare=ytd',
  ];
  const answers = await Promise.all(queries.map((query) => api.get(`/api/v1/cockpit?${query}`, reader)));
  assert.deepEqual(
    answers.map(({ status, json }) => [status, json.errors[0].pointer, json.errors[0].code]),
    [
      [400, '/to', 'not_after_from'],
      [400, '/where/1', 'not_allowed'],
      [400, '/compare', 'year_to_date_needs_years'],
    ],
  );
});

const surroundings = (gone: AbortSignal, failed: string[] = []) => ({
  reports: database.reports,
  turns: turnsFor(2),
  language: 'en' as const,
  gone,
  onFailure: (_: unknown, figure: string) => void failed.push(figure),
});
const settings = { reportingZone: 'Europe/Berlin', workingDays: DEFAULT_WORKING_DAYS, now: TEST_NOW };

test('once the client has gone, no further figure is computed', async () => {
  const gone = new AbortController();
  const failed: string[] = [];
  const lines = readCockpit(tenantId, readCockpitQuestion({}, settings), surroundings(gone.signal, failed));
  const seen = [(await lines.next()).value?.line, (await lines.next()).value?.line];
  gone.abort();
  for await (const line of lines) seen.push(line.line);
  assert.deepEqual(seen, ['head', 'tile']);
  assert.deepEqual(failed, []);
});

test('a figure that cannot be computed has a line that says so, and the others are told', async () => {
  await sql`revoke select on fact_escalation from kundig_app`.execute(database.owner);
  try {
    const lines = await linesOf('from=2026-03-01&to=2026-04-01');
    const failures = lines.filter((line) => line.line === 'failure');
    assert.deepEqual(
      failures.map(({ figure, code }) => [figure, code]),
      [['escalation_timeliness_pct', 'internal']],
    );
    assert.equal(tilesOf(lines).length, COCKPIT_FIGURES.length - 1);
    assert.equal(lines.at(-1)?.line, 'findings');
  } finally {
    await sql`grant select on fact_escalation to kundig_app`.execute(database.owner);
  }
});

test('the values to filter by are those of the tickets, with their number', async () => {
  const { json } = await api.get('/api/v1/dimensions', reader);
  const team = json.dimensions.find(({ dimension }: { dimension: string }) => dimension === 'team');
  const { rows } = await inTenant(database.app, tenantId, (db) =>
    sql<{ value: string; tickets: number }>`
      select coalesce(f.team, '(none)') as value, count(*)::int as tickets
      from fact_creation as f
      where f.tenant_id = ${tenantId}
        and f.known_to = 'infinity'
      group by f.team`.execute(db),
  );
  assert.deepEqual(
    new Map(team.values.map(({ value, tickets }: { value: string; tickets: number }) => [value, tickets])),
    new Map(rows.map(({ value, tickets }) => [value, tickets])),
  );
});

test('how a figure is counted is told in the language of the request', async () => {
  const path = '/api/v1/figures/reopen_rate_pct/definition';
  const german = await api.get(path, reader, { 'accept-language': 'de' });
  const english = await api.get(path, reader, { 'accept-language': 'en' });
  assert.deepEqual([german.json.figure.name, english.json.figure.name], ['Wiederöffnungsquote', 'Reopened tickets']);
  for (const part of ['formula', 'cohort', 'clock', 'leftOut', 'interval', 'chart', 'notThis', 'source']) {
    assert.ok(german.json[part].length > 3 && !german.json[part].includes('{'), part);
    assert.ok(english.json[part].length > 3 && !english.json[part].includes('{'), part);
  }
});
