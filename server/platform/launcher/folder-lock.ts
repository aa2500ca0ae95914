import { chownSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '#server/platform/failure.ts';

/** A lock that the operating system gives back when its process ends, however it ends. */
export interface FolderLock {
  release(): void;
}

/** Keeps held locks reachable: a lock that was collected as garbage would be given back unseen. */
const held = new Set<FolderLock>();

const sqliteBusy = 5;
const retryMilliseconds = 40;

/**
 * Takes a lock alone, or answers null when any other process (or part of this one) holds it.
 *
 * The file is an empty SQLite file: node:sqlite is the one place where Node offers the system's own file locks,
 * which vanish with their process. A pid file would have to guess whether its writer still lives.
 */
export function takeExclusive(file: string): FolderLock | null {
  return take(file, (database) => database.exec('begin exclusive'));
}

/** Takes a lock together with others: fails (null) only while somebody holds it alone. */
export function takeShared(file: string): FolderLock | null {
  return take(file, (database) => {
    database.exec('begin');
    database.prepare('select count(*) from sqlite_master').get();
  });
}

/** Waits for a lock; null when it is still held by others after the given time. Throws when told to stop. */
export async function waitFor(
  take: () => FolderLock | null,
  { milliseconds, stop }: { milliseconds: number; stop?: AbortSignal | undefined },
): Promise<FolderLock | null> {
  const deadline = performance.now() + milliseconds;
  for (;;) {
    stop?.throwIfAborted();
    const lock = take();
    if (lock !== null || performance.now() > deadline) return lock;
    await sleep(retryMilliseconds);
  }
}

function take(file: string, lock: (database: DatabaseSync) => void): FolderLock | null {
  const database = new DatabaseSync(file, { timeout: 0, open: false });
  try {
    database.open();
    giveToFolderOwner(file);
    lock(database);
    const taken: FolderLock = {
      release: () => {
        if (held.delete(taken)) database.close();
      },
    };
    held.add(taken);
    return taken;
  } catch (error) {
    if (database.isOpen) database.close();
    if (error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy) return null;
    throw new Failure('failure.folderWithoutLocks', { folder: dirname(file), reason: String(error) });
  }
}

/** Root may leave a lock behind in another user's folder; that user must be able to take it later. */
function giveToFolderOwner(file: string): void {
  if (process.getuid?.() !== 0) return;
  const folder = statSync(dirname(file));
  if (statSync(file).uid !== folder.uid) chownSync(file, folder.uid, folder.gid);
}
