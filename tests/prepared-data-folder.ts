import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { readSettings } from '#server/platform/settings.ts';
import { startDatabase } from '#server/platform/start-database.ts';
import { temporaryFolder } from './temporary-folder.ts';

let model: Promise<string> | null = null;

/**
 * A data folder whose database exists, is up to date and does not run. Made once for a test file and copied for each
 * test, for creating a database takes far longer than copying one.
 */
export async function preparedDataFolder(test: TestContext): Promise<string> {
  model ??= makeModel();
  const folder = temporaryFolder(test);
  cpSync(await model, folder, { recursive: true });
  return folder;
}

async function makeModel(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'kundig-model-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const database = await startDatabase(readSettings({ KUNDIG_DATA: folder }, folder));
  await database.close();
  return folder;
}
