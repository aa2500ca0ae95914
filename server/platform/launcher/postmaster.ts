import { closeSync, existsSync, openSync, readSync, renameSync, rmSync, statSync } from 'node:fs';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '#server/platform/failure.ts';
import { type Account, fileOwner, startAs } from './account.ts';
import { type ClusterFolder, diskFullWords, give } from './cluster-folder.ts';
import { holderOf, postmasterFileName } from './postmaster-file.ts';
import { stateOfProcess } from './process-state.ts';
import type { Programs } from './programs.ts';
import { clearSocketFolder, makeSocketFolder, removeSocketFolder } from './socket-folder.ts';

/** `none` is for a tests' cluster alone: it may lose everything in a crash. */
export type Durability = 'full' | 'none';

const largestLogBytes = 10_000_000;
const pollMilliseconds = 20;
/** Processes of a killed server let go of its shared memory within moments; this is far more. */
const orphanMilliseconds = 30_000;

/**
 * Starts PostgreSQL on the folder and returns at once; the caller waits until it answers. A leftover pid file is
 * taken over here, and only here: the caller holds the launch lock and has seen that its process is gone.
 */
export function startPostmaster(
  folder: ClusterFolder,
  { programs, account, durability }: { programs: Programs; account: Account; durability: Durability },
): StartedPostmaster {
  const holder = holderOf(folder.database);
  if (holder.kind === 'leftover') rmSync(join(folder.database, postmasterFileName), { force: true });
  const former = holder.kind === 'leftover' ? holder.file.socketFolder : null;
  const socketFolder = makeSocketFolder(folder.database, account, former);
  clearSocketFolder(socketFolder);
  turnLog(folder);
  const log = openSync(folder.log, 'a', 0o600);
  try {
    give(folder.log, fileOwner(account));
    const begin = statSync(folder.log).size;
    const settings = Object.entries(settingsFor(durability, socketFolder));
    const args = ['-D', folder.database, ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])];
    // Detached: else Ctrl-C in a terminal reaches the database before the server that still needs it.
    const child = startAs(account, programs.postgres, args, { stdio: ['ignore', log, log], detached: true });
    let hasEnded = false;
    const ending = new Promise<void>((done) => {
      const end = () => {
        hasEnded = true;
        done();
      };
      child.once('exit', end);
      child.once('error', end);
    });
    child.unref();
    return {
      hasEnded: () => hasEnded,
      words: () => readLog(folder.log, begin),
      interrupt: async () => {
        child.ref();
        child.kill('SIGINT');
        await ending;
      },
    };
  } finally {
    closeSync(log);
  }
}

export interface StartedPostmaster {
  hasEnded(): boolean;
  /** What the database has written to its log since this start. */
  words(): string;
  /** Stops it fast and cleanly, at whatever point of its start it is. */
  interrupt(): Promise<void>;
}

/** Why a start failed: `again` when waiting helps, else the failure to report. */
export function reasonOfEnd(folder: ClusterFolder, words: string, startedAt: number): 'again' | Failure {
  const isYoung = performance.now() - startedAt < orphanMilliseconds;
  if (isYoung && /lock file ".*" already exists|pre-existing shared memory block/.test(words)) return 'again';
  if (diskFullWords.test(words)) return new Failure('failure.diskFull', { folder: folder.home });
  if (/could not (access|open|read).*Permission denied/.test(words)) {
    return new Failure('failure.folderNotReachable', { folder: folder.home });
  }
  const fatal = words.split('\n').filter((line) => /FATAL|PANIC|ERROR/.test(line));
  const reason = (fatal.at(-1) ?? words.trim().split('\n').at(-1) ?? '').replace(/^.*?(FATAL|PANIC|ERROR):\s*/, '');
  return new Failure('failure.clusterStart', { reason, log: folder.log });
}

/**
 * Stops PostgreSQL fast and cleanly: sessions end, a checkpoint is written, and the next start needs no recovery.
 * Should this process be killed meanwhile, PostgreSQL goes on stopping by itself.
 */
export async function stopPostmaster(folder: ClusterFolder): Promise<void> {
  const holder = holderOf(folder.database);
  if (holder.kind !== 'running') return;
  const { pid, socketFolder } = holder.file;
  try {
    process.kill(pid, 'SIGINT');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
  while (stateOfProcess(pid) === 'alive') await sleep(pollMilliseconds);
  removeSocketFolder(socketFolder);
}

/** Given on the command line, so that no edited file can take durability away unseen. */
function settingsFor(durability: Durability, socketFolder: string): Record<string, string> {
  const safety = durability === 'full' ? 'on' : 'off';
  return {
    listen_addresses: '',
    unix_socket_directories: `"${socketFolder.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
    fsync: safety,
    full_page_writes: safety,
    synchronous_commit: safety,
    max_wal_size: '1GB',
    shared_buffers: `${sharedBuffersMegabytes()}MB`,
    // What figures read is in the memory of the system; handing that over through other processes costs a quarter.
    io_method: 'sync',
    // A new installation fills tables that were planned for as empty; the sooner they are counted, the better.
    autovacuum_naptime: '15s',
    max_connections: '100',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Nothing of a person's data in the log: neither statements nor the values that an error names.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    logging_collector: 'off',
    log_destination: 'stderr',
  };
}

/** A sixteenth of the machine's memory: tables that figures read over and over are then not copied each time. */
function sharedBuffersMegabytes(): number {
  const sixteenth = Math.floor(totalmem() / 16 / 1024 / 1024);
  return Math.min(Math.max(sixteenth, 128), 1024);
}

function turnLog(folder: ClusterFolder): void {
  if (existsSync(folder.log) && statSync(folder.log).size > largestLogBytes) renameSync(folder.log, `${folder.log}.1`);
}

function readLog(file: string, begin: number): string {
  const handle = openSync(file, 'r');
  try {
    const buffer = Buffer.alloc(Math.min(Math.max(statSync(file).size - begin, 0), 65_536));
    return buffer.toString('utf8', 0, readSync(handle, buffer, 0, buffer.length, begin));
  } finally {
    closeSync(handle);
  }
}
