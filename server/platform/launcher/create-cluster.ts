import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Failure } from '#server/platform/failure.ts';
import { type Account, startAs } from './account.ts';
import { type ClusterFolder, diskFullWords } from './cluster-folder.ts';
import type { Durability } from './postmaster.ts';
import type { Programs } from './programs.ts';

const thoroughly = { recursive: true, force: true } as const;
const unfinishedPrefix = 'database.unfinished-';

/** The administrator of the embedded PostgreSQL: only the launcher uses it. */
export const administrator = 'postgres';

/**
 * Creates the database folder: under another name first, then renamed, so that a kill in the middle leaves nothing
 * that looks like a database. The caller holds the launch lock.
 *
 * Sorting is by code point and never depends on the libraries of the machine, so an index stays valid when the folder
 * moves; a query asks for German order by `collate "de-x-icu"`.
 */
export async function createCluster(
  folder: ClusterFolder,
  { programs, account, durability }: { programs: Programs; account: Account; durability: Durability },
): Promise<void> {
  for (const name of readdirSync(folder.home)) {
    // Its initdb may still be at work: it ends when its folder is gone.
    if (name.startsWith(unfinishedPrefix)) rmSync(join(folder.home, name), { ...thoroughly, maxRetries: 20 });
  }
  const unfinished = join(folder.home, `${unfinishedPrefix}${process.pid}`);
  const args = [
    `--pgdata=${unfinished}`,
    `--username=${administrator}`,
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
    // Who reaches the socket is let in: it lies in a folder that only this account can enter. There is no TCP.
    '--auth-local=trust',
    '--auth-host=reject',
    '--no-instructions',
    ...(durability === 'none' ? ['--no-sync'] : []),
  ];
  const child = startAs(account, programs.initdb, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const words = child.stderr === null ? '' : text(child.stderr);
  const code = await new Promise<number | null>((done) => {
    child.once('error', () => done(null));
    child.once('close', done);
  });
  if (code !== 0) {
    rmSync(unfinished, thoroughly);
    throw creationFailure(folder, await words);
  }
  renameSync(unfinished, folder.database);
  makeLasting(folder.home);
}

function creationFailure(folder: ClusterFolder, words: string): Failure {
  if (diskFullWords.test(words)) return new Failure('failure.diskFull', { folder: folder.home });
  if (/could not (access|create) directory.*Permission denied/.test(words)) {
    return new Failure('failure.folderNotReachable', { folder: folder.home });
  }
  const reason =
    words
      .trim()
      .split('\n')
      .find((line) => /error|fatal/i.test(line)) ?? words.trim();
  return new Failure('failure.clusterCreation', { folder: folder.home, reason });
}

/** The rename itself must survive a power cut. */
function makeLasting(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
