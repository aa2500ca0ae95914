import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import type { Route } from '#contract/api/route.ts';
import { commandRoutes } from '#contract/api/ticket-routes.ts';
import { FIGURES } from '#core/figures/registry.ts';
import { GRANULARITIES } from '#core/periods/granularity.ts';
import { DIMENSIONS } from '#core/ticket/dimensions.ts';
import { TICKET_STATES } from '#core/ticket/state.ts';
import { defaultTenantId as tenantId } from '#server/database/default-tenant.ts';
import { storeDesk } from '#server/testing/store-desk.ts';
import { makeToken, testApi } from '#server/testing/test-api.ts';
import { testDatabase } from '#server/testing/test-database.ts';
import { randomDesk } from '#worlds/random-desk.ts';

/*
 * Questions as no person would ask them: every parameter of lists and figures with values that fit, nearly fit, or were
 * made to break SQL. KUNDIG_FUZZ_RUNS asks more of them than the suite does; the seed is that of the run.
 */

const runs = Number(process.env.KUNDIG_FUZZ_RUNS ?? 400);
const atOnce = 4;
const database = await testDatabase();
const lines: string[] = [];
const api = await testApi(database, { onLog: (line) => lines.push(line) });
let reader = '';

before(async () => {
  await storeDesk(database, tenantId, randomDesk(5, 80));
  reader = (await makeToken(database, tenantId, { role: 'reader' })).token;
});

const attacks = [
  "'",
  "''",
  "' or '1'='1",
  "'; drop table ticket; --",
  '1; select pg_sleep(10)',
  "\\'",
  '$1',
  '$$',
  '%',
  '%00',
  '\0',
  '\ud800',
  '"',
  '`',
  'null',
  'NaN',
  'Infinity',
  '-1',
  '0',
  '1e9',
  '0x10',
  '9'.repeat(30),
  '()',
  '(none)',
  '{}',
  '[]',
  '__proto__',
  'constructor',
  'tenant_id',
  "a' union select hash from api_token--",
  'asc; drop',
  't.number desc',
  'case when 1=1 then',
  'DESC NULLS FIRST',
  '../../etc/passwd',
  '<script>',
  '＇',
  'İ',
  '\u202e',
  '\r\nset-cookie: x',
  'Z',
  '2026-02-30',
  '0000-01-01',
  '9999-12-31',
  '2199-12-31',
  '1970-01-01',
  '2026-03-29T02:30:00+01:00',
  '2026-06-01T00:00:00Z',
  '+275760-09-13',
  'Europe/Berlin',
  'GMT+1',
  '+01:00',
  'America/New_York',
] as const;
const attack = fc.oneof(fc.constantFrom(...attacks), fc.string({ unit: 'binary', maxLength: 40 }));
const date = fc
  .tuple(fc.integer({ min: 2024, max: 2027 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, day]) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
const mostly = (good: fc.Arbitrary<string>) =>
  fc.oneof({ weight: 4, arbitrary: good }, { weight: 1, arbitrary: attack });
const among = (values: readonly string[]) => mostly(fc.constantFrom(...values));
const dimension = fc.constantFrom(...DIMENSIONS, 'clock', 'state', 'movement', 'cause');

const parameters: Readonly<Record<string, fc.Arbitrary<string>>> = {
  from: mostly(date),
  to: mostly(date),
  by: among(GRANULARITIES),
  split: mostly(dimension),
  where: mostly(
    fc
      .tuple(dimension, fc.oneof(attack, fc.constantFrom('net', '1', '(none)')))
      .map(([name, value]) => `${name}=${value}`),
  ),
  asOf: mostly(date),
  timeZone: among(['Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Apia']),
  compare: among(['previous', 'same_last_year', 'ytd']),
  tab: among(['all', 'counted', 'left_out', 'undecided', 'immature']),
  limit: among(['1', '50', '200', '201']),
  cursor: attack,
  reason: among(['spam', 'merged', 'not_recorded', 'portal']),
  beside: among(['waived', 'paused', 'oldest']),
  format: among(['csv', 'xlsx']),
  delimiter: among([',', ';']),
  bom: among(['true', 'false']),
  decimalComma: among(['true', 'false']),
  language: among(['de', 'en']),
};
const listParameters: typeof parameters = {
  ...Object.fromEntries(DIMENSIONS.map((name) => [name, attack])),
  state: among(TICKET_STATES),
  assignee: attack,
  customer: attack,
  createdFrom: mostly(date),
  createdTo: mostly(date),
  timeZone: parameters.timeZone!,
  sort: among(['number', 'createdAt', 'lastEventAt']),
  direction: among(['ascending', 'descending']),
  limit: parameters.limit!,
  cursor: attack,
};

/** Some parameters of the table, some of them twice, and now and then one of no name known. */
function queryOf(table: typeof parameters): fc.Arbitrary<string> {
  const named = fc
    .constantFrom(...Object.keys(table))
    .chain((name) => table[name]!.map((value) => [name, value] as const));
  const unknown = fc.tuple(attack, attack);
  const pair = fc.oneof({ weight: 30, arbitrary: named }, { weight: 1, arbitrary: unknown });
  return fc
    .uniqueArray(pair, { maxLength: 5, selector: ([name]) => name })
    .map((pairs) => pairs.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&'));
}

const encode = (text: string) => encodeURIComponent(text.toWellFormed());
const figurePath = fc
  .tuple(
    mostly(fc.constantFrom(...FIGURES.map(({ id }) => id))),
    fc.constantFrom('', '/facts', '/chart', '/export', '/facts/export'),
    queryOf(parameters),
  )
  .map(([id, rest, query]) => `/api/v1/figures/${encode(id)}${rest}?${query}`);
const listPath = queryOf(listParameters).map((query) => `/api/v1/tickets?${query}`);
const numberPath = attack.map((number) => `/api/v1/tickets/${encode(number)}`);
const path = fc.oneof(
  { weight: 5, arbitrary: figurePath },
  { weight: 4, arbitrary: listPath },
  { weight: 1, arbitrary: numberPath },
);

/** A problem names the field it is about as the client wrote it. */
const namedByTheClient = /"pointer":"(?:[^"\\]|\\.)*"/g;
/** What a client stored comes back as it was. */
const storedTexts = /"(?:priority|service|type|team|level|subject)":"(?:[^"\\]|\\.)*"/g;
const ofTheDatabase = /syntax error|pg_|relation "|column "|SQLSTATE|invalid input|violates|kysely|ERROR:/i;

test('no question makes the server fail or shows a word of the database', async () => {
  const counts = new Map<number, number>();
  const ask = async (asked: string): Promise<void> => {
    const answer = await api.get(asked, reader);
    counts.set(answer.status, (counts.get(answer.status) ?? 0) + 1);
    assert.ok([200, 400, 404].includes(answer.status), `${answer.status} ${asked}: ${lines.at(-1)}`);
    assert.doesNotMatch(answer.text.replaceAll(namedByTheClient, ''), ofTheDatabase, asked);
  };
  const together = fc.array(path, { minLength: atOnce, maxLength: atOnce });
  await fc.assert(
    fc.asyncProperty(together, async (asked) => {
      await Promise.all(asked.map(ask));
    }),
    { numRuns: Math.ceil(runs / atOnce), endOnFailure: true },
  );
  process.stdout.write(`answers by status: ${JSON.stringify([...counts])}\n`);
  assert.ok((counts.get(200) ?? 0) > runs / 20, 'hardly any question was understood');
});

const commands = Object.entries(commandRoutes) as [string, Route][];
/** The example of a command with some of its fields replaced by anything that JSON can say. */
const anyCommand = fc
  .constantFrom(...commands)
  .chain(([, route]) =>
    fc
      .record(
        Object.fromEntries(Object.entries(route.example.body).map(([name, good]) => [name, anyOr(fc.constant(good))])),
        { noNullPrototype: true },
      )
      .map((body) => [route.path, body] as const),
  );

function anyOr(good: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 3, arbitrary: good },
    { weight: 1, arbitrary: fc.oneof(attack, fc.jsonValue({ maxDepth: 2 })) },
  );
}

test('no command makes the server fail or shows a word of the database', async () => {
  const { token } = await makeToken(database, tenantId, { role: 'lead' });
  const numbers = await Promise.all(
    [1, 2, 3].map(async () => (await api.post('/api/v1/tickets', token, { subject: 'x', priority: '1' })).json.number),
  );
  await fc.assert(
    fc.asyncProperty(anyCommand, fc.constantFrom(0, 1, 2), async ([to, body], which) => {
      const answer = await api.post(to.replace('{number}', String(numbers[which])), token, body);
      assert.ok([200, 400, 409, 422].includes(answer.status), `${answer.status} ${to} ${JSON.stringify(body)}`);
      assert.doesNotMatch(answer.text.replaceAll(namedByTheClient, '').replaceAll(storedTexts, ''), ofTheDatabase);
    }),
    { numRuns: Math.ceil(runs / atOnce), endOnFailure: true },
  );
});
