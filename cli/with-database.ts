import { runningFailure } from '#server/platform/database-failure.ts';
import type { Settings } from '#server/platform/setting-table.ts';
import { readSettings } from '#server/platform/settings.ts';
import { type StartedDatabase, startDatabase } from '#server/platform/start-database.ts';
import type { Language } from '#text/language.ts';
import type { CommandIo } from './command.ts';

/** What a command that works on the database gets. */
export interface DatabaseWork {
  readonly database: StartedDatabase;
  readonly settings: Settings;
  readonly language: Language;
  /** Aborted on Ctrl-C and SIGTERM; the command may end tidily, but need not. */
  readonly stop: AbortSignal;
}

/**
 * Runs a command's work on the database of this installation: beside a running server, or on a database started for
 * this command alone. On Ctrl-C the work is left where it stands, its open transaction is rolled back by the database,
 * and the embedded PostgreSQL ends if nobody else uses it.
 */
export async function withDatabase(io: CommandIo, work: (given: DatabaseWork) => Promise<number>): Promise<number> {
  const settings = readSettings(io.environment, io.workingFolder);
  const stop = io.stopSignal();
  const database = await startDatabase(settings, { stop });
  const stopped = new Promise<'stopped'>((done) => {
    stop.addEventListener('abort', () => done('stopped'), { once: true });
  });
  try {
    const result = await Promise.race([work({ database, settings, language: io.language, stop }), stopped]);
    if (result !== 'stopped') return result;
  } catch (error) {
    throw runningFailure(error, settings.KUNDIG_DATA) ?? error;
  } finally {
    await end(database, stop);
  }
  throw stop.reason;
}

/** After a stop, work may still hold connections, so closing them would wait for it: the process ends anyway. */
async function end(database: StartedDatabase, stop: AbortSignal): Promise<void> {
  if (stop.aborted) await database.cluster?.release();
  else await database.close();
}
