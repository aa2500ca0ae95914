import { setTimeout as delay } from 'node:timers/promises';
import type { Instant } from '#core/time/instant.ts';
import { settleDue, type TimerWork } from './settle-due.ts';

/** The worker while it runs. */
export interface RunningTimers {
  /** Ends it: what is begun is finished. */
  stop(): Promise<void>;
}

export interface TimerOptions extends Omit<TimerWork, 'stop'> {
  /** How long at most until it looks again: what other processes have planned meanwhile is found by that. */
  readonly mostPauseMilliseconds?: number;
}

const MOST_PAUSE_MILLISECONDS = 5_000;
const LEAST_PAUSE_MILLISECONDS = 200;

/**
 * Starts the worker that records what clocks do by themselves (law 9). It looks when the next timer comes due, and every
 * few seconds in any case; what came due while no server ran is found at the first look. An error is logged, and it
 * goes on.
 */
export function startTimers({ mostPauseMilliseconds = MOST_PAUSE_MILLISECONDS, ...work }: TimerOptions): RunningTimers {
  const controller = new AbortController();
  const stop = controller.signal;
  const look = watchful({ ...work, stop });
  const running = (async () => {
    while (!stop.aborted) {
      const nextDueAt = await look();
      const pause = Math.min(mostPauseMilliseconds, millisecondsUntil(nextDueAt, work.now()));
      await delay(pause, undefined, { signal: stop }).catch(() => undefined);
    }
  })();
  return {
    stop: async () => {
      controller.abort();
      await running;
    },
  };
}

/** A round that never fails and says in the log what it did; that it pauses it says once, not every few seconds. */
function watchful(work: TimerWork): () => Promise<Instant | null> {
  const { log } = work;
  let isPaused = false;
  return async () => {
    try {
      const { recorded, failed, nextDueAt, skewSeconds } = await settleDue(work);
      if (recorded + failed > 0) log.info({ recorded, failed }, 'timers settled');
      if (skewSeconds !== null && !isPaused)
        log.error({ skewSeconds }, 'clocks of server and database differ, timers pause');
      if (skewSeconds === null && isPaused) log.warn('clocks of server and database agree again, timers go on');
      isPaused = skewSeconds !== null;
      return nextDueAt;
    } catch (error) {
      log.error({ err: error }, 'timers could not be looked at');
      return null;
    }
  };
}

/** A step has come due when its second is over. */
function millisecondsUntil(dueAt: Instant | null, now: Instant): number {
  if (dueAt === null) return Number.POSITIVE_INFINITY;
  return Math.max(LEAST_PAUSE_MILLISECONDS, (dueAt + 1 - now) * 1000);
}
