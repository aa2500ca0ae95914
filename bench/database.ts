import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '#server/database/migrate.ts';
import { ensureAppRole } from '#server/platform/app-role.ts';
import { type OpenDatabase, openDatabase } from '#server/platform/database.ts';
import { attachCluster } from '#server/platform/launcher/embedded-cluster.ts';

/** A database of a benchmark's own. */
export interface BenchDatabase extends OpenDatabase {
  /** A session that passes row rules, for bulk loads and hand-written SQL. */
  readonly administrator: pg.Client;
  readonly administratorUrl: string;
  /** For a server of its own. */
  readonly url: string;
}

/**
 * Starts an embedded PostgreSQL in a temporary folder, migrates it, and takes everything away again whatever happens.
 * `durability` is `full` as in production, or `none` where only reading is measured.
 */
export async function withBenchDatabase<Result>(
  durability: 'full' | 'none',
  work: (database: BenchDatabase) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'kundig-bench-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  const interrupt = new AbortController();
  const stop = (): void => interrupt.abort(new Error('interrupted'));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    const cluster = await attachCluster(folder, { durability, stop: interrupt.signal });
    const database = openDatabase(cluster.url);
    const administratorUrl = cluster.administratorUrl('kundig');
    const administrator = new pg.Client({ connectionString: administratorUrl });
    try {
      await ensureAppRole(database.owner);
      await migrate(database.owner);
      await administrator.connect();
      return await orInterrupted(
        work({ ...database, administrator, administratorUrl, url: cluster.url }),
        interrupt.signal,
      );
    } finally {
      // After an interruption sessions still work; the cluster ends them.
      if (!interrupt.signal.aborted) await Promise.all([administrator.end(), database.close()]);
      administrator.on('error', () => undefined);
      await cluster.release();
    }
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    remove();
    if (interrupt.signal.aborted) process.exit(130);
  }
}

async function orInterrupted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  const interrupted = new Promise<never>((_, fail) => {
    signal.addEventListener('abort', () => fail(signal.reason), { once: true });
  });
  return Promise.race([work, interrupted]);
}
