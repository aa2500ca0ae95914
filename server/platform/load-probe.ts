import { monitorEventLoopDelay } from 'node:perf_hooks';
import type pg from 'pg';

/** What the server is busy with at this moment. */
export interface Load {
  /** Mean and longest delay of the event loop in the last whole second. */
  readonly meanLagSeconds: number;
  readonly longestLagSeconds: number;
  readonly openConnections: number;
  readonly busyConnections: number;
  /** Requests that wait for a connection. */
  readonly waiting: number;
}

const roundMilliseconds = 1_000;
const resolutionMilliseconds = 20;
const nanosecondsPerSecond = 1e9;
const mostWaiting = 200;
const mostLagSeconds = 0.5;

/** Knows how much the server has to do, and when it is too much. `stop` ends its timer. */
export class LoadProbe {
  private readonly pools: readonly pg.Pool[];
  private readonly delays: ReturnType<typeof monitorEventLoopDelay>;
  private readonly timer: NodeJS.Timeout;
  private meanLagSeconds = 0;
  private longestLagSeconds = 0;

  constructor(pools: readonly pg.Pool[]) {
    this.pools = pools;
    this.delays = monitorEventLoopDelay({ resolution: resolutionMilliseconds });
    this.delays.enable();
    this.timer = setInterval(() => this.endRound(), roundMilliseconds).unref();
  }

  read(): Load {
    const sum = (of: (pool: pg.Pool) => number) => this.pools.reduce((total, pool) => total + of(pool), 0);
    return {
      meanLagSeconds: this.meanLagSeconds,
      longestLagSeconds: this.longestLagSeconds,
      openConnections: sum((pool) => pool.totalCount),
      busyConnections: sum((pool) => pool.totalCount - pool.idleCount),
      waiting: sum((pool) => pool.waitingCount),
    };
  }

  /** Whether new work would only wait: then it is better refused at once. */
  isOverloaded(): boolean {
    return this.meanLagSeconds > mostLagSeconds || this.pools.some((pool) => pool.waitingCount > mostWaiting);
  }

  stop(): void {
    clearInterval(this.timer);
    this.delays.disable();
  }

  private endRound(): void {
    const { mean, max } = this.delays;
    // The histogram measures the whole interval of its own timer, which is no delay.
    const lag = (nanoseconds: number) =>
      Math.max(
        0,
        (Number.isFinite(nanoseconds) ? nanoseconds : 0) / nanosecondsPerSecond - resolutionMilliseconds / 1e3,
      );
    this.meanLagSeconds = lag(mean);
    this.longestLagSeconds = lag(max);
    this.delays.reset();
  }
}
