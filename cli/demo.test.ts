import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { instant } from '#core/time/instant.ts';
import { parseLocalDate } from '#core/time/local-date.ts';
import { defaultTenantId } from '#server/database/default-tenant.ts';
import { inTenantSession } from '#server/platform/database.ts';
import { testDatabase } from '#server/testing/test-database.ts';
import { settingsFor } from '#tests/import-command.ts';
import { runKundig, startKundig, startServerProcess } from '#tests/kundig-process.ts';
import { preparedDataFolder } from '#tests/prepared-data-folder.ts';
import { postmasterPid, temporaryFolder, until } from '#tests/temporary-folder.ts';
import { lastWeeksOf } from '#worlds/demo/last-weeks.oracle.ts';
import { storyDates } from '#worlds/demo/stories.ts';
import { timelineOf } from '#worlds/demo/timeline.ts';
import { demoWorld } from '#worlds/demo/world.ts';
import { demoTenant } from './demo/demo-tenant.ts';
import { prepareWorld } from './demo/prepare-world.ts';

const today = '2026-06-10';
const badMonth = monthOf(storyDates(timelineOf(parseLocalDate(today)))['failed-migration'].from);
const longestBuildMilliseconds = 180_000;

/** Runs `kundig demo` until it serves, and gives all that it printed. */
async function demo(
  t: TestContext,
  folder: string,
  args: readonly string[] = [],
  settings: Readonly<Record<string, string>> = {},
): Promise<string> {
  const environment = { ...settings, KUNDIG_PORT: '0' };
  const process = startKundig(t, ['demo', '--data', folder, ...args], { environment });
  const isServing = () => process.written().includes('Kundig is ready');
  const ended = process.ended.then(({ err }) => Promise.reject(new Error(`ended before it served: ${err}`)));
  ended.catch(() => undefined);
  await Promise.race([until(isServing, longestBuildMilliseconds), ended]);
  const { code, out } = await process.end('SIGTERM');
  assert.equal(code, 0);
  return out;
}

test('the first run builds the company and says what went wrong, the second only serves, and none disturbs a server', async (t) => {
  const folder = await preparedDataFolder(t);
  const first = await demo(t, folder, ['--today', today]);
  assert.match(first, /^The example company is built: \d,\d{3} tickets up to 2026-06-10/);
  assert.match(first, new RegExp(`The worst was ${badMonth}, in the service mail`));
  const server = await startServerProcess(t, folder);
  const refused = await runKundig(t, ['demo', '--data', folder, '--fresh']);
  assert.match(refused.err, /^Another Kundig server/);
  await server.end('SIGTERM');
  const second = await demo(t, folder);
  assert.match(second, /^The example company is there: up to 2026-06-10/);
  assert.equal(withoutHeadline(second), withoutHeadline(first));
});

test('with DATABASE_URL the company is a tenant of its own, and other data there is left alone', async (t) => {
  const database = await testDatabase();
  await inTenantSession(database.appPool, defaultTenantId, ({ client }) =>
    client.query("insert into source (tenant_id, id, key) values ($1, gen_random_uuid(), 'a-log')", [defaultTenantId]),
  );
  await prepareWorld(database, {
    tenantId: await demoTenant({ cluster: null, ownerPool: database.ownerPool }),
    call: { today: undefined, seed: undefined, isFresh: false },
    fallback: { seed: 1, today: parseLocalDate(today) },
    language: 'en',
    place: 'here',
    worldOf: (key) => lastWeeksOf(demoWorld(key)),
    onProgress: () => undefined,
    stop: new AbortController().signal,
  });
  const out = await demo(t, temporaryFolder(t), [], settingsFor(database));
  assert.match(out, /^The example company is there: up to 2026-06-10/);
});

for (const [args, words] of [
  [['--today', '2099-01-01'], /--today 2099-01-01 is not possible/],
  [['--today', '1980-01-01'], /--today 1980-01-01 is not possible/],
  [['--today', 'tomorrow'], /--today tomorrow is not possible/],
  [['--seed', 'x'], /^Usage: kundig demo/],
  [['--unknown'], /^Usage: kundig demo/],
] as const) {
  test(`kundig demo ${args.join(' ')} is refused before anything is made`, async (t) => {
    const folder = `${temporaryFolder(t)}/data`;
    const { code, err } = await runKundig(t, ['demo', '--data', folder, ...args]);
    assert.equal(code, 1);
    assert.match(err, words);
    assert.equal(postmasterPid(folder), null);
  });
}

function withoutHeadline(out: string): string {
  return out.slice(out.indexOf('\n'), out.indexOf('Kundig is ready'));
}

function monthOf(date: number): string {
  const month = new Intl.DateTimeFormat('en', { timeZone: 'UTC', month: 'long', year: 'numeric' });
  return month.format(new Date(instant(date * 86_400) * 1000));
}
