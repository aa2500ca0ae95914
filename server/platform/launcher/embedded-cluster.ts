import { rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '#server/platform/failure.ts';
import { type Account, accountFor } from './account.ts';
import { type ClusterFolder, openClusterFolder, readServerPid, versionOfDatabase } from './cluster-folder.ts';
import { administrator, createCluster } from './create-cluster.ts';
import { prepareRoles, socketUrl, tryToConnect } from './first-connection.ts';
import { type FolderLock, takeExclusive, takeShared, waitFor } from './folder-lock.ts';
import { type Durability, reasonOfEnd, startPostmaster, stopPostmaster } from './postmaster.ts';
import { holderOf, type PostmasterFile } from './postmaster-file.ts';
import { type Programs, preparePrograms } from './programs.ts';

/*
 * The embedded PostgreSQL. Words: the *cluster* is PostgreSQL's folder and its processes, the *postmaster* its first
 * process, a *user* of the cluster any Kundig process: the server or the command line.
 *
 * 1. Creating, starting and stopping happen under the launch lock: never two at once.
 * 2. Every user holds the presence lock together with the others. Who leaves and can have it alone was the last one,
 *    and stops the postmaster. So the command line never stops it under a server, nor the server under an import.
 * 3. Locks are the operating system's: whoever is killed has left. A postmaster whose users were all killed lives on,
 *    and the next user attaches to it.
 * 4. A pid file is taken over only when its process has ended.
 */

/** A running embedded PostgreSQL, held by this process until it is released. */
export interface EmbeddedCluster {
  /** The owner's address of the Kundig database. */
  readonly url: string;
  /** The administrator's address of a database of this cluster: for tests, which create databases. */
  administratorUrl(database: string): string;
  isAlive(): boolean;
  /** Starts the postmaster again if it has died, and waits until it answers. */
  revive(stop?: AbortSignal): Promise<void>;
  /** Leaves the cluster; the last one to leave stops it. */
  release(): Promise<void>;
}

/** Starting may mean creating, or recovering after a crash; another process may be doing just that. */
const longestStartMilliseconds = 600_000;
const pollMilliseconds = 25;

interface Launch {
  readonly folder: ClusterFolder;
  readonly programs: Programs;
  readonly account: Account;
  readonly durability: Durability;
  readonly stop: AbortSignal | undefined;
}

export interface AttachOptions {
  readonly durability?: Durability;
  /** Aborted when the process is told to end while it still starts. */
  readonly stop?: AbortSignal | undefined;
}

/**
 * Attaches to the cluster in a data folder; creates and starts it first if need be. When it fails or is stopped,
 * nothing is left running that nobody uses.
 */
export async function attachCluster(dataFolder: string, options: AttachOptions = {}): Promise<EmbeddedCluster> {
  const folder = openClusterFolder(dataFolder);
  return await underLaunchLock(folder, options.stop, async () => {
    const account = accountFor(folder.home);
    const programs = preparePrograms(folder.home, account);
    const launch: Launch = { folder, account, programs, durability: options.durability ?? 'full', stop: options.stop };
    const version = versionOfDatabase(folder);
    if (version === null) await createCluster(folder, launch);
    else refuseOtherVersion(launch, version);
    const presence = takeShared(folder.presenceLock);
    if (presence === null) throw new Failure('failure.folderBusy', { folder: folder.home });
    try {
      const postmaster = await runPostmaster(launch);
      await prepareRoles(socketUrl(postmaster, administrator, 'postgres'), folder.home);
      return asCluster(launch, postmaster, presence);
    } catch (error) {
      await leave(folder, presence);
      throw error;
    }
  });
}

/** Makes this process the one server of a data folder, until the lock is released or the process ends. */
export function takeServerPlace(dataFolder: string): FolderLock {
  const folder = openClusterFolder(dataFolder);
  const lock = takeExclusive(folder.serverLock);
  if (lock === null) throw new Failure('failure.secondServer', { pid: readServerPid(folder), folder: folder.home });
  writeFileSync(folder.serverPid, `${process.pid}\n`);
  return {
    release: () => {
      rmSync(folder.serverPid, { force: true });
      lock.release();
    },
  };
}

function asCluster(launch: Launch, postmaster: PostmasterFile, presence: FolderLock): EmbeddedCluster {
  const { folder } = launch;
  return {
    url: socketUrl(postmaster, 'kundig_owner', 'kundig'),
    administratorUrl: (database) => socketUrl(postmaster, administrator, database),
    isAlive: () => holderOf(folder.database).kind === 'running',
    revive: (stop) =>
      underLaunchLock(folder, stop, async () => {
        await runPostmaster({ ...launch, stop });
      }),
    release: () => underLaunchLock(folder, undefined, () => leave(folder, presence)),
  };
}

/** The caller holds the launch lock. */
async function leave(folder: ClusterFolder, presence: FolderLock): Promise<void> {
  presence.release();
  const alone = takeExclusive(folder.presenceLock);
  if (alone === null) return;
  try {
    await stopPostmaster(folder);
  } finally {
    alone.release();
  }
}

function refuseOtherVersion({ folder, programs }: Launch, version: string): void {
  if (version === programs.majorVersion) return;
  throw new Failure('failure.folderOtherVersion', { folder: folder.home, found: version, own: programs.majorVersion });
}

async function underLaunchLock<Result>(
  folder: ClusterFolder,
  stop: AbortSignal | undefined,
  work: () => Promise<Result>,
): Promise<Result> {
  const lock = await waitFor(() => takeExclusive(folder.launchLock), { milliseconds: longestStartMilliseconds, stop });
  if (lock === null) throw new Failure('failure.folderBusy', { folder: folder.home });
  try {
    return await work();
  } finally {
    lock.release();
  }
}

/** Attaches to the postmaster if it lives, else starts it; returns when it answers. */
async function runPostmaster(launch: Launch): Promise<PostmasterFile> {
  const { folder } = launch;
  const begin = performance.now();
  for (;;) {
    if (holderOf(folder.database).kind === 'running') {
      const file = await waitForAnswer(launch, () => false);
      if (file !== null) return file;
    }
    launch.stop?.throwIfAborted();
    const started = startPostmaster(folder, launch);
    const file = await waitForAnswer(launch, () => started.hasEnded()).catch(async (error: unknown) => {
      // It may be so young that it has no pid file yet, and nobody else would find it.
      await started.interrupt();
      throw error;
    });
    if (file !== null) return file;
    const reason = reasonOfEnd(folder, started.words(), begin);
    if (reason !== 'again') throw reason;
    await sleep(pollMilliseconds * 4);
  }
}

/** Waits until the postmaster answers; null when it has ended. Recovery after a crash may take minutes. */
async function waitForAnswer({ folder, stop }: Launch, hasEnded: () => boolean): Promise<PostmasterFile | null> {
  const deadline = performance.now() + longestStartMilliseconds;
  let isSeen = false;
  for (;;) {
    stop?.throwIfAborted();
    const holder = holderOf(folder.database);
    if (holder.kind === 'running') {
      isSeen = true;
      if (await tryToConnect(socketUrl(holder.file, administrator, 'postgres'), folder.home)) return holder.file;
      if (performance.now() > deadline) {
        throw new Failure('failure.clusterSilent', { pid: holder.file.pid, log: folder.log });
      }
    } else if (hasEnded() || isSeen) return null;
    await sleep(pollMilliseconds);
  }
}
