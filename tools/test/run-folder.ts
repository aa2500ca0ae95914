import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Makes a temporary folder for one test run and lets every test put its files there, so that a run leaves nothing
 * behind whatever its tests do. Open for others to pass through: some tests run a database as another user.
 */
export function makeRunFolder(): { remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'kundig-run-'));
  chmodSync(folder, 0o755);
  process.env.TMPDIR = folder;
  const remove = () => {
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    } catch (error) {
      // The result of the run counts more than its traces.
      process.stderr.write(`${folder} could not be removed: ${error}\n`);
    }
  };
  return { remove };
}
