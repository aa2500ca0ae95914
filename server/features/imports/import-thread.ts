import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase } from '#server/platform/database.ts';
import { describeError } from '#server/platform/log.ts';
import type { ClaimedTask, TaskHold } from './import-task.ts';
import { workOnTask } from './work-on-task.ts';

/** What a thread is told to do. */
export interface ThreadTask {
  readonly databaseUrl: string;
  readonly hold: TaskHold;
  readonly claimed: ClaimedTask;
  readonly leaseSeconds: number;
  readonly timeZone: string;
}

/** What a thread tells before it ends. */
export interface ThreadWord {
  /** An error that nobody foresaw, as far as the log may tell it; null when there was none. */
  readonly error: Readonly<Record<string, unknown>> | null;
}

/** The import itself takes two connections, reading the pieces one, the pulse one. */
const CONNECTIONS = 5;

/*
 * A thread of its own for one task: reading, comparing and folding a log would hold up all requests of the server
 * (law 13). It opens its own connections and ends with them.
 */
const { databaseUrl, ...task } = workerData as ThreadTask;
const database = openDatabase(databaseUrl, { appConnections: CONNECTIONS });
try {
  tell(await workOnTask({ ...task, pool: database.appPool }));
} catch (error) {
  tell(error);
} finally {
  await database.close();
}

function tell(error: unknown): void {
  parentPort?.postMessage({ error: error === null ? null : describeError(error) } satisfies ThreadWord);
}
