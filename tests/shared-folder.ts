import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const projectFolder = resolve(import.meta.dirname, '..');

/**
 * The folder with data that does not lie in the repository: KUNDIG_SHARED, else `../shared` beside the project. Null
 * when it is absent: tests that need it then skip with `sharedFolderIsAbsent`.
 */
export function sharedFolder(): string | null {
  const folder = resolve(projectFolder, process.env.KUNDIG_SHARED || '../shared');
  return existsSync(folder) ? folder : null;
}

/** A path inside that folder, or null. */
export function sharedPath(...parts: readonly string[]): string | null {
  const folder = sharedFolder();
  return folder === null ? null : join(folder, ...parts);
}

/** The reason for a skip; the runner counts the tests that were skipped with it. */
export const sharedFolderIsAbsent = 'needs the folder ../shared (or KUNDIG_SHARED), which is absent';

/** Options for a test that needs the folder: `test('…', needsShared, …)`. */
export const needsShared: { readonly skip: string | false } = {
  skip: sharedFolder() === null ? sharedFolderIsAbsent : false,
};
