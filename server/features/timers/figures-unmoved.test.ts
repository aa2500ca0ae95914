import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { FIGURES } from '#core/figures/registry.ts';
import { instant, parseInstant } from '#core/time/instant.ts';
import { zoneOf } from '#core/time/zone.ts';
import { defaultTenantId as tenantId } from '#server/database/default-tenant.ts';
import { askFigure } from '#server/features/figures/index.ts';
import { verify } from '#server/features/proof/index.ts';
import { createLog } from '#server/platform/log.ts';
import { storeDesk } from '#server/testing/store-desk.ts';
import { testDatabase } from '#server/testing/test-database.ts';
import { minutes, openAt } from '#server/testing/timed-desk.ts';
import { randomDesk } from '#worlds/random-desk.ts';
import { settleDue } from './settle-due.ts';

/*
 * Figures judge by instants, never by what somebody recorded (law 7). So whether the worker ran, ran late or never ran
 * must not move one of them by one digit.
 */
const database = await testDatabase();
const zone = zoneOf('Europe/Berlin');
const now = parseInstant('2026-11-23T12:00:00Z');
const edges = ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01', '2026-12-01'].map((date) =>
  parseInstant(`${date}T00:00:00+01:00`),
);
/** Before most, at and beside due instants, and long after all. */
const asOfs = [parseInstant('2026-02-10T09:30:00Z'), minutes(15), instant(minutes(15) + 1), minutes(200), now];

async function allFigures(): Promise<string> {
  const answers: unknown[] = [];
  for (const figure of FIGURES) {
    for (const asOf of asOfs) {
      answers.push(
        await askFigure(database.app, tenantId, { figure, edges, asOf, split: 'priority', where: [], zone }),
      );
    }
  }
  return JSON.stringify(answers);
}

before(async () => {
  await storeDesk(database, tenantId, randomDesk(4711, 300));
  await openAt(
    database,
    tenantId,
    Array.from({ length: 20 }, (_, index) => minutes(index * 7)),
  );
});

test('figures are the same to the byte before and after the worker ran, and the proof holds', async () => {
  const figures = await allFigures();
  const { recorded, failed } = await settleDue({
    database,
    now: () => now,
    log: createLog('silent'),
    mostSkewSeconds: Number.POSITIVE_INFINITY,
    stop: new AbortController().signal,
  });
  assert.ok(recorded > 150, `${recorded} steps`);
  assert.equal(failed, 0);
  assert.ok((await allFigures()) === figures, 'the figures have moved');
  const { differences } = await verify(database.appPool, {
    tenantId,
    zone,
    asOfs,
    now,
    onProgress: () => undefined,
    onDifference: ({ kind, of, detail }) => assert.fail(`${kind} ${of} ${detail}`),
  });
  assert.equal(differences, 0);
});
