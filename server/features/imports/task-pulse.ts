import type pg from 'pg';
import type { Seconds } from '#core/time/instant.ts';
import { inTenantSession } from '#server/platform/database.ts';
import type { ImportProgress } from './import-request.ts';
import { renewTask, type TaskHold } from './import-task.ts';

/** Thrown where a task reports how far it is, when it should not go on. */
export class TaskStopped extends Error {
  override readonly name = 'TaskStopped';
  readonly reason: 'cancel' | 'lost';

  constructor(reason: 'cancel' | 'lost') {
    super(reason);
    this.reason = reason;
  }
}

const BEAT_MILLISECONDS = 400;

/**
 * Keeps a task alive in the database: some times a second it renews the lease and writes down how far the work is. The
 * work is stopped at its next report when somebody asked for that, or when the lease is lost.
 */
export class TaskPulse {
  readonly #pool: pg.Pool;
  readonly #hold: TaskHold;
  readonly #leaseSeconds: Seconds;
  #progress: ImportProgress | null = null;
  #stopped: 'cancel' | 'lost' | null = null;
  #beating: Promise<void> = Promise.resolve();
  readonly #timer: NodeJS.Timeout;

  constructor(pool: pg.Pool, hold: TaskHold, leaseSeconds: Seconds) {
    this.#pool = pool;
    this.#hold = hold;
    this.#leaseSeconds = leaseSeconds;
    this.#timer = setInterval(() => {
      this.#beating = this.#beating.then(() => this.#beat());
    }, BEAT_MILLISECONDS);
  }

  /** Remembers how far the work is. Throws TaskStopped when it should not go on. */
  readonly report = (progress: ImportProgress): void => {
    this.#progress = progress;
    if (this.#stopped !== null) throw new TaskStopped(this.#stopped);
  };

  /** Ends the beat; how far the work came is written down for the last time. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#beating;
    await this.#beat();
  }

  async #beat(): Promise<void> {
    try {
      const renewal = await inTenantSession(this.#pool, this.#hold.tenantId, ({ client }) =>
        renewTask(client, this.#hold, { leaseSeconds: this.#leaseSeconds, progress: this.#progress }),
      );
      if (renewal !== 'held') this.#stopped = renewal;
    } catch {
      // A beat that is missed is no loss: the lease outlives many. The work itself says what is wrong with the database.
    }
  }
}
