import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWorld } from '#cli/demo/build-world.ts';
import { defaultTenantId } from '#server/database/default-tenant.ts';
import type { OpenDatabase } from '#server/platform/database.ts';
import { readSettings } from '#server/platform/settings.ts';
import { startDatabase } from '#server/platform/start-database.ts';
import { demoWorld } from '#worlds/demo/world.ts';
import { type AnsweredExample, askExamples } from './ask-examples.ts';
import { EXAMPLE_WORLD } from './example-questions.ts';

/** Builds the example company in an embedded database of its own, asks it all examples, and leaves nothing behind. */
export async function makeExamples(): Promise<AnsweredExample[]> {
  const folder = mkdtempSync(join(tmpdir(), 'kundig-examples-'));
  try {
    const database = await startDatabase(readSettings({ KUNDIG_DATA: folder }, folder));
    return await examplesIn(database).finally(database.close);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Builds the example company in a database that is empty, and asks it all examples. */
export async function examplesIn({ app, appPool, ownerPool }: OpenDatabase): Promise<AnsweredExample[]> {
  await buildWorld(appPool, {
    tenantId: defaultTenantId,
    world: demoWorld(EXAMPLE_WORLD),
    language: 'en',
    onProgress: () => undefined,
    stop: new AbortController().signal,
  });
  await ownerPool.query('analyze');
  return askExamples(app, defaultTenantId);
}
