import { setTimeout as delay } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Seconds } from '#core/time/instant.ts';
import { inTenantSession, type OpenDatabase } from '#server/platform/database.ts';
import { randomUUIDv7 } from '#server/platform/ids.ts';
import type { Log } from '#server/platform/log.ts';
import { type ClaimedTask, claimTask, endTask, LEASE_SECONDS, type TaskHold, waitingTasks } from './import-task.ts';
import type { ThreadTask, ThreadWord } from './import-thread.ts';
import { removeOldUploads } from './remove-old-uploads.ts';

/** The imports of a server while it runs. */
export interface RunningImports {
  /** Ends it: tasks at work are put back, and the next server goes on with them. */
  stop(): Promise<void>;
}

export interface ImportsOptions {
  readonly database: Pick<OpenDatabase, 'appPool' | 'ownerPool'>;
  readonly databaseUrl: string;
  readonly log: Log;
  /** The zone that a guess at a mapping begins with. */
  readonly timeZone: string;
  readonly leaseSeconds?: Seconds;
}

const PAUSE_MILLISECONDS = 500;
/** Two, so that somebody can look at a file while a long import is under way. */
const MOST_AT_ONCE = 2;
const CLEANING_MILLISECONDS = 600_000;

/**
 * Starts what does the tasks of imports: it looks for tasks that wait, of all tenants, and does each in a thread of its
 * own. An error is logged, and it goes on. Several servers may do this over one database.
 */
export function startImports(options: ImportsOptions): RunningImports {
  const { database, log } = options;
  const controller = new AbortController();
  const stop = controller.signal;
  const threads = new Map<string, Thread>();
  let nextCleaning = 0;
  const look = async (): Promise<void> => {
    if (performance.now() >= nextCleaning) {
      nextCleaning = performance.now() + CLEANING_MILLISECONDS;
      await removeOldUploads(database);
    }
    const room = MOST_AT_ONCE - threads.size;
    if (room <= 0) return;
    const waiting = await waitingTasks(database.ownerPool, MOST_AT_ONCE * 2);
    const fresh = waiting.filter(({ importId }) => !threads.has(importId)).slice(0, room);
    for (const { tenantId, importId } of fresh) {
      const hold = { tenantId, importId, holder: randomUUIDv7() };
      const claimed = await inTenantSession(database.appPool, tenantId, ({ client }) =>
        claimTask(client, hold, options.leaseSeconds ?? LEASE_SECONDS),
      );
      if (claimed === null) continue;
      const thread = startThread(hold, claimed, options);
      threads.set(importId, thread);
      void thread.ended.then(() => threads.delete(importId));
    }
  };
  const running = (async () => {
    while (!stop.aborted) {
      await look().catch((error: unknown) => log.error({ err: error }, 'imports could not be looked at'));
      await delay(PAUSE_MILLISECONDS, undefined, { signal: stop }).catch(() => undefined);
    }
  })();
  return {
    stop: async () => {
      controller.abort();
      await running;
      await Promise.all([...threads.values()].map((thread) => thread.putBack()));
    },
  };
}

interface Thread {
  /** Settles when it has ended, however. */
  readonly ended: Promise<void>;
  /** Ends it at once and lets its task wait for another. */
  putBack(): Promise<void>;
}

function startThread(
  hold: TaskHold,
  claimed: ClaimedTask,
  { database, databaseUrl, log, timeZone, leaseSeconds = LEASE_SECONDS }: ImportsOptions,
): Thread {
  const task: ThreadTask = { databaseUrl, hold, claimed, leaseSeconds, timeZone };
  const worker = new Worker(new URL('./import-thread.ts', import.meta.url), { workerData: task });
  worker.on('message', ({ error }: ThreadWord) => {
    if (error !== null) log.error({ import: hold.importId, thread: error }, 'an import failed');
  });
  worker.on('error', (error) => log.error({ err: error, import: hold.importId }, 'the thread of an import broke'));
  const exited = new Promise<void>((done) => worker.once('exit', () => done()));
  const release = async (state: 'interrupted' | 'waiting'): Promise<void> => {
    await inTenantSession(database.appPool, hold.tenantId, ({ client }) => endTask(client, hold, { state })).catch(
      (error: unknown) => log.warn({ err: error }, 'the task of an import could not be given back'),
    );
  };
  let isPutBack = false;
  const ended = exited.then(async () => {
    // A thread that went well has ended its task, and this finds nothing to do.
    if (!isPutBack) await release('interrupted');
  });
  return {
    ended,
    putBack: async () => {
      isPutBack = true;
      await worker.terminate();
      await ended;
      await release('waiting');
    },
  };
}
