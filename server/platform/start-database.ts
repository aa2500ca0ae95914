import { migrate } from '#server/database/migrate.ts';
import { ensureAppRole } from './app-role.ts';
import { type DatabaseOptions, type OpenDatabase, openDatabase } from './database.ts';
import { checkAppRole, checkServer } from './database-check.ts';
import { openingFailure, runningFailure } from './database-failure.ts';
import { attachCluster, type EmbeddedCluster } from './launcher/embedded-cluster.ts';
import type { Settings } from './setting-table.ts';

/** The database of an installation, checked and up to date. */
export interface StartedDatabase extends OpenDatabase {
  /** The embedded PostgreSQL behind it, or null with DATABASE_URL. */
  readonly cluster: EmbeddedCluster | null;
  /** The migration steps that this start carried out. */
  readonly stepsDone: readonly string[];
}

/** The settings on which the database depends. */
export type DatabaseSettings = Pick<Settings, 'DATABASE_URL' | 'KUNDIG_DATA' | 'KUNDIG_ACCEPT_DATA_LOSS'>;

/**
 * Starts the embedded PostgreSQL or attaches to it, or connects to the server of DATABASE_URL; checks it and brings
 * the database up to date. When it fails, or `stop` is
 * aborted, nothing is left running that was not running before.
 * `close` closes the connections and leaves the embedded PostgreSQL, which ends with its last user.
 */
export async function startDatabase(
  settings: DatabaseSettings,
  options: DatabaseOptions & { readonly stop?: AbortSignal | undefined } = {},
): Promise<StartedDatabase> {
  const attach = () => attachCluster(settings.KUNDIG_DATA, { stop: options.stop });
  const cluster = settings.DATABASE_URL === null ? await attach() : null;
  const url = cluster?.url ?? settings.DATABASE_URL ?? '';
  const database = openDatabase(url, options);
  const close = async () => {
    await database.close();
    await cluster?.release();
  };
  try {
    await checkServer(database, { acceptDataLoss: settings.KUNDIG_ACCEPT_DATA_LOSS }).catch((error: unknown) => {
      throw openingFailure(error, url);
    });
    options.stop?.throwIfAborted();
    await ensureAppRole(database.owner);
    const stepsDone = await migrate(database.owner);
    await checkAppRole(database);
    return { ...database, cluster, stepsDone, close };
  } catch (error) {
    await close();
    throw runningFailure(error, settings.KUNDIG_DATA) ?? error;
  }
}
