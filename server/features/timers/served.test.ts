import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { defaultTenantId as tenantId } from '#server/database/default-tenant.ts';
import { startServer } from '#server/main.ts';
import { readSettings } from '#server/platform/settings.ts';
import { storeDesk } from '#server/testing/store-desk.ts';
import { testDatabase } from '#server/testing/test-database.ts';
import { minutes, openAt, recordedSteps, STEPS_AFTER_MINUTES } from '#server/testing/timed-desk.ts';
import { settingsFor } from '#tests/import-command.ts';
import { until } from '#tests/temporary-folder.ts';
import { randomDesk } from '#worlds/random-desk.ts';

const database = await testDatabase();

before(() => storeDesk(database, tenantId, randomDesk(1, 0)));

test('a server that starts records what came due before, and ends cleanly', async () => {
  const ids = await openAt(database, tenantId, [minutes(0)]);
  const settings = readSettings(
    { ...settingsFor(database), KUNDIG_PORT: '0', KUNDIG_LOG_LEVEL: 'silent' },
    process.cwd(),
  );
  const server = await startServer(settings, new AbortController().signal);
  try {
    await until(async () => (await recordedSteps(database, tenantId, ids)).length === STEPS_AFTER_MINUTES.length);
  } finally {
    await server.stop();
  }
  assert.deepEqual(
    (await recordedSteps(database, tenantId, ids)).map(({ at }) => at),
    STEPS_AFTER_MINUTES.map((after) => minutes(after)),
  );
});
