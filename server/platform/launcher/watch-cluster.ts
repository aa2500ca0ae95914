import type { EmbeddedCluster } from './embedded-cluster.ts';

/** What a server does when its embedded PostgreSQL dies under it. */
export interface WatchHandlers {
  onDeath(): void;
  onRevival(): void;
  /** Called when it cannot be started again; the watch ends. */
  onFailure(error: unknown): void;
}

const lookMilliseconds = 500;

/** Looks after the embedded PostgreSQL until the signal is aborted: if it dies, it is started again. */
export async function watchCluster(
  cluster: EmbeddedCluster,
  stop: AbortSignal,
  handlers: WatchHandlers,
): Promise<void> {
  while (!stop.aborted) {
    await pause(lookMilliseconds, stop);
    if (stop.aborted || cluster.isAlive()) continue;
    handlers.onDeath();
    try {
      await cluster.revive(stop);
      handlers.onRevival();
    } catch (error) {
      if (!stop.aborted) handlers.onFailure(error);
      return;
    }
  }
}

function pause(milliseconds: number, stop: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(end, milliseconds);
    stop.addEventListener('abort', end, { once: true });
    function end(): void {
      clearTimeout(timer);
      stop.removeEventListener('abort', end);
      done();
    }
  });
}
