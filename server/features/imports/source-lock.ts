import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { Failure } from '#server/platform/failure.ts';

const ATTEMPTS = 25;
const PAUSE_MILLISECONDS = 200;

/**
 * Makes this session the only one that imports from a source; the lock ends with the session. The database may need a
 * moment to notice that an import was killed, so a lock that is taken is asked for again before the import is refused.
 */
export async function lockSource(client: pg.ClientBase, tenantId: string, source: string): Promise<void> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const result = await client.query<{ is_ours: boolean }>(
      'select pg_try_advisory_lock(hashtextextended($1, 0)) as is_ours',
      [`import/${tenantId}/${source}`],
    );
    if (result.rows[0]?.is_ours) return;
    await sleep(PAUSE_MILLISECONDS);
  }
  throw new Failure('failure.importBusy', { source });
}
