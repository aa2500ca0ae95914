import { cpSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { startKundig } from '#tests/kundig-process.ts';
import { temporaryFolder, until } from '#tests/temporary-folder.ts';
import { addressOf } from './address-of.ts';

const PATIENCE_MILLISECONDS = 180_000;

/**
 * A data folder of the example company that belongs to a test alone. Made once for all test files of a run and copied,
 * for making the company takes far longer than copying it.
 */
export async function demoFolder(test: TestContext): Promise<string> {
  const model = join(tmpdir(), 'kundig-demo-model');
  if (isFirst(`${model}-begun`)) await make(test, model);
  else await until(() => existsSync(model), PATIENCE_MILLISECONDS);
  const folder = temporaryFolder(test);
  cpSync(model, folder, { recursive: true });
  return folder;
}

/** Whether no other test file of the run has come here before. */
function isFirst(mark: string): boolean {
  try {
    mkdirSync(mark);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}

async function make(test: TestContext, model: string): Promise<void> {
  const folder = temporaryFolder(test);
  const made = join(folder, 'made');
  const kundig = startKundig(test, ['demo', '--data', made, '--seed', '1'], { environment: { KUNDIG_PORT: '0' } });
  await addressOf(kundig);
  await kundig.end('SIGTERM');
  renameSync(made, model);
}
