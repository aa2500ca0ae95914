import { instant } from '#core/time/instant.ts';
import { defaultTenantId } from '#server/database/default-tenant.ts';
import { addApi } from '#server/features/api/index.ts';
import { startImports } from '#server/features/imports/index.ts';
import { startTimers } from '#server/features/timers/index.ts';
import { addDesk } from '#server/platform/desk-files.ts';
import { closeHttp, createHttp, listen } from '#server/platform/http.ts';
import { listeningFailure } from '#server/platform/http-failure.ts';
import { takeServerPlace } from '#server/platform/launcher/embedded-cluster.ts';
import { watchCluster } from '#server/platform/launcher/watch-cluster.ts';
import { LoadProbe } from '#server/platform/load-probe.ts';
import { createLog } from '#server/platform/log.ts';
import { ReadinessProbe } from '#server/platform/readiness.ts';
import type { Settings } from '#server/platform/setting-table.ts';
import { startDatabase } from '#server/platform/start-database.ts';

/** A server that answers. */
export interface RunningServer {
  readonly address: string;
  /** Settles when the server cannot go on by itself: the reason why. */
  readonly broken: Promise<unknown>;
  /** Ends it: no new requests, running ones end, then the database and with it the embedded PostgreSQL. */
  stop(): Promise<void>;
}

/** What a caller may choose beside the settings. */
export interface ServerOptions {
  /** Whose data is shown without a token while the server is open to this machine. */
  readonly openTenantId?: string;
  /** Builds of the desk, the newest first; none: the API alone. */
  readonly deskFolders?: readonly string[];
}

/**
 * The composition root: builds the whole server from its settings. Fails with a sentence, or when `stop` is aborted
 * meanwhile; then nothing is left running.
 */
export async function startServer(
  settings: Settings,
  stop: AbortSignal,
  { openTenantId = defaultTenantId, deskFolders = [] }: ServerOptions = {},
): Promise<RunningServer> {
  const log = createLog(settings.KUNDIG_LOG_LEVEL);
  const cleanup = new AsyncDisposableStack();
  try {
    if (settings.DATABASE_URL === null) {
      const place = takeServerPlace(settings.KUNDIG_DATA);
      cleanup.defer(() => place.release());
    }
    const onBrokenConnection = (error: Error) => log.warn({ code: codeOf(error) }, 'database connection lost');
    const database = await startDatabase(settings, { onBrokenConnection, stop });
    cleanup.defer(() => database.close());
    log.info({ steps: database.stepsDone }, 'database ready');

    const { promise: broken, resolve: breakDown } = Promise.withResolvers<unknown>();
    if (database.cluster !== null) {
      const watch = new AbortController();
      const watching = watchCluster(database.cluster, watch.signal, {
        onDeath: () => log.error('the embedded database has ended, starting it again'),
        onRevival: () => log.warn('the embedded database is back'),
        onFailure: breakDown,
      });
      cleanup.defer(async () => {
        watch.abort();
        await watching;
      });
    }

    const now = () => instant(Date.now() / 1000);
    const timers = startTimers({ database, now, log, mostSkewSeconds: 60 });
    cleanup.defer(() => timers.stop());
    const databaseUrl = database.cluster?.url ?? settings.DATABASE_URL ?? '';
    const imports = startImports({ database, databaseUrl, log, timeZone: settings.KUNDIG_TIME_ZONE });
    cleanup.defer(() => imports.stop());

    const readiness = new ReadinessProbe(database);
    const http = createHttp(log, readiness);
    cleanup.defer(() => closeHttp(http));
    const load = new LoadProbe([database.commandPool, database.reportPool]);
    cleanup.defer(() => load.stop());
    addApi(http, { database, settings, load, now, openTenantId });
    if (deskFolders.length > 0) await addDesk(http, deskFolders);
    const { KUNDIG_HOST: host, KUNDIG_PORT: port } = settings;
    const address = await listen(http, host, port).catch((error: unknown) => {
      throw listeningFailure(error, host, port);
    });
    stop.throwIfAborted();
    log.info({ address }, 'listening');
    return {
      address,
      broken,
      stop: async () => {
        readiness.announceStop();
        log.info('stopping');
        await cleanup.disposeAsync();
      },
    };
  } catch (error) {
    await cleanup.disposeAsync();
    throw error;
  }
}

function codeOf(error: Error): string | undefined {
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
