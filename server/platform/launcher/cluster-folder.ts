import { chownSync, existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '#server/platform/failure.ts';

/** Where things lie in a data folder. */
export interface ClusterFolder {
  /** The data folder itself, without symbolic links in its path, for PostgreSQL knows its folder by that name. */
  readonly home: string;
  /** PostgreSQL's own folder. */
  readonly database: string;
  readonly log: string;
  /** Held alone while somebody creates, starts or stops the database. */
  readonly launchLock: string;
  /** Held together by everyone who uses the database; who can have it alone is the last. */
  readonly presenceLock: string;
  /** Held alone by the server. */
  readonly serverLock: string;
  /** Tells a person which process the server is; the lock alone decides. */
  readonly serverPid: string;
}

/** How PostgreSQL's programs say that the disk is full. */
export const diskFullWords = /No space left on device|wrote only \d+ of \d+ bytes|Disk quota exceeded/;

const denied = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOENT', 'ELOOP', 'ENAMETOOLONG']);

/** Makes the data folder if it is missing, and proves that this process may write there. */
export function openClusterFolder(dataFolder: string): ClusterFolder {
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    const home = realpathSync(dataFolder);
    const probe = join(home, `.probe-${process.pid}`);
    writeFileSync(probe, 'x');
    rmSync(probe);
    return refuseForeign({
      home,
      database: join(home, 'database'),
      log: join(home, 'database.log'),
      launchLock: join(home, 'launch.lock'),
      presenceLock: join(home, 'presence.lock'),
      serverLock: join(home, 'server.lock'),
      serverPid: join(home, 'server.pid'),
    });
  } catch (error) {
    if (error instanceof Error && 'code' in error) {
      if (error.code === 'ENOSPC' || error.code === 'EDQUOT') {
        throw new Failure('failure.diskFull', { folder: dataFolder });
      }
      if (denied.has(String(error.code))) throw new Failure('failure.folderNotWritable', { folder: dataFolder });
    }
    throw error;
  }
}

/** The main version of the PostgreSQL that made the database, or null when there is none yet. */
export function versionOfDatabase(folder: ClusterFolder): string | null {
  const file = join(folder.database, 'PG_VERSION');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  if (existsSync(folder.database)) throw new Failure('failure.folderForeign', { folder: folder.database });
  return null;
}

/** Gives a file to the account of the database. */
export function give(file: string, owner: { uid: number; gid: number } | null): void {
  if (owner !== null) chownSync(file, owner.uid, owner.gid);
}

/** Somebody else's PostgreSQL folder is not ours to work in. */
function refuseForeign(folder: ClusterFolder): ClusterFolder {
  if (existsSync(join(folder.home, 'PG_VERSION'))) throw new Failure('failure.folderForeign', { folder: folder.home });
  return folder;
}

/** The process that says it is the server of this folder, for a message. */
export function readServerPid(folder: ClusterFolder): string {
  try {
    return readFileSync(folder.serverPid, 'utf8').trim();
  } catch {
    return '?';
  }
}
