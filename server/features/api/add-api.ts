import { fastifyCookie } from '@fastify/cookie';
import type { FastifyInstance } from 'fastify';
import type { Instant } from '#core/time/instant.ts';
import { annotationReadHandlers, annotationWriteHandlers } from '#server/features/annotations/index.ts';
import { workingDaysOf } from '#server/features/calendars/index.ts';
import {
  cockpitLineHandlers,
  cockpitReadHandlers,
  targetReadHandlers,
  targetWriteHandlers,
} from '#server/features/cockpit/index.ts';
import { exportHandlers } from '#server/features/exports/index.ts';
import { figureDetailHandlers, figureHandlers } from '#server/features/figures/index.ts';
import {
  importFileHandlers,
  importReadHandlers,
  importUploadHandlers,
  importWriteHandlers,
} from '#server/features/imports/index.ts';
import {
  authenticateBySession,
  authenticateByToken,
  callerOfThisMachine,
  mountSessions,
  sessionReadHandlers,
  sessionWriteHandlers,
} from '#server/features/people/index.ts';
import { ticketReadHandlers, ticketWriteHandlers } from '#server/features/tickets/index.ts';
import { viewReadHandlers, viewWriteHandlers } from '#server/features/views/index.ts';
import { type Admit, admission } from '#server/platform/api/admission.ts';
import { mountFiles } from '#server/platform/api/mount-files.ts';
import { mountLines } from '#server/platform/api/mount-lines.ts';
import { mountRoutes } from '#server/platform/api/mount-routes.ts';
import { mountUploads } from '#server/platform/api/mount-uploads.ts';
import { isLoopback, refuseForeign } from '#server/platform/api/this-machine-only.ts';
import type { OpenDatabase } from '#server/platform/database.ts';
import { Failure } from '#server/platform/failure.ts';
import type { LoadProbe } from '#server/platform/load-probe.ts';
import { PROGRAM_VERSION } from '#server/platform/program-version.ts';
import { RequestMetrics } from '#server/platform/request-metrics.ts';
import type { Settings } from '#server/platform/setting-table.ts';
import { type Language, languageOfHeader } from '#text/language.ts';
import { apiDescription } from './api-description.ts';

type ApiSettings = Pick<
  Settings,
  | 'KUNDIG_HOST'
  | 'KUNDIG_TIME_ZONE'
  | 'KUNDIG_LANGUAGE'
  | 'KUNDIG_WORKING_DAYS'
  | 'KUNDIG_HOLIDAY_REGION'
  | 'KUNDIG_OPEN_ON_LOOPBACK'
  | 'KUNDIG_REQUESTS_PER_MINUTE'
  | 'KUNDIG_UPLOAD_MEGABYTES'
>;

export interface ApiOptions {
  readonly database: Pick<OpenDatabase, 'app' | 'commandPool' | 'reports' | 'reportPool'>;
  readonly settings: ApiSettings;
  readonly load: Pick<LoadProbe, 'read' | 'isOverloaded'>;
  readonly now: () => Instant;
  /** Whose data is shown without a token while the server is open to this machine. */
  readonly openTenantId: string;
}

const BYTES_IN_MEGABYTE = 1_048_576;

/**
 * Adds the whole API to a server: its routes, its description and its metrics. Fails when the server would be open
 * without a token to more than this machine.
 */
export function addApi(http: FastifyInstance, { database, settings, load, now, openTenantId }: ApiOptions): void {
  const isOpen = settings.KUNDIG_OPEN_ON_LOOPBACK;
  if (isOpen && !isLoopback(settings.KUNDIG_HOST)) {
    throw new Failure('failure.openNotLoopback', { host: settings.KUNDIG_HOST });
  }
  if (isOpen) http.addHook('onRequest', async (request) => refuseForeign(request));
  const metrics = new RequestMetrics();
  metrics.listenTo(http);
  const workingDays = workingDaysOf(settings);
  const reportingZone = settings.KUNDIG_TIME_ZONE;
  http.register(async (api) => {
    await api.register(fastifyCookie);
    const authenticate = authenticateByToken(database.app, now);
    const requestsPerMinute = settings.KUNDIG_REQUESTS_PER_MINUTE;
    const admit = admission(api, {
      authenticate,
      authenticateCookie: authenticateBySession(database.app, now),
      openCaller: isOpen ? callerOfThisMachine(openTenantId) : null,
      requestsPerMinute,
      isOverloaded: () => load.isOverloaded(),
    });
    const { commandPool, reportPool, reports } = database;
    const tickets = { reportPool, reportingZone, now };
    const figures = { reports, reportingZone, workingDays, now };
    const language = settings.KUNDIG_LANGUAGE || null;
    const about = { reportingZone, language, version: PROGRAM_VERSION };
    const sessions = { app: database.app, authenticate, now, requestsPerMinute, ...about };
    const mostUploadBytes = settings.KUNDIG_UPLOAD_MEGABYTES * BYTES_IN_MEGABYTE;
    const imports = { pool: commandPool, reportPool, mostUploadBytes };
    mountRoutes(
      api,
      {
        reads: {
          ...figureHandlers(figures),
          ...figureDetailHandlers(figures),
          ...ticketReadHandlers(tickets),
          ...cockpitReadHandlers(figures),
          ...targetReadHandlers(figures),
          ...annotationReadHandlers(figures),
          ...sessionReadHandlers(sessions),
          ...viewReadHandlers({ reports }),
          ...importReadHandlers(imports),
        },
        writes: {
          ...ticketWriteHandlers(tickets),
          ...targetWriteHandlers(figures),
          ...annotationWriteHandlers({ now }),
          ...sessionWriteHandlers(sessions),
          ...viewWriteHandlers({ now }),
          ...importWriteHandlers(),
        },
      },
      { admit, pool: commandPool },
    );
    const onFailure = (err: unknown, figure: string): void => api.log.error({ err, figure }, 'figure failed');
    mountLines(api, cockpitLineHandlers({ ...figures, onFailure }), { admit });
    mountFiles(api, { ...exportHandlers(figures), ...importFileHandlers(imports) }, { admit });
    mountUploads(api, importUploadHandlers(imports), { admit, mostBytes: mostUploadBytes });
    mountSessions(api, sessions, { admit });
    addDescription(api, admit);
    api.get('/metrics', { onRequest: admit('metrics.read') }, async (_request, reply) =>
      reply
        .header('cache-control', 'no-store')
        .type('text/plain; version=0.0.4; charset=utf-8')
        .send(metrics.text(load.read(), process.memoryUsage())),
    );
  });
}

function addDescription(api: FastifyInstance, admit: Admit): void {
  const made = new Map<Language, string>();
  api.get('/api/openapi.json', { onRequest: admit('anyone') }, async (request, reply) => {
    const language = languageOfHeader(request.headers['accept-language']);
    const text = made.get(language) ?? JSON.stringify(apiDescription(language));
    made.set(language, text);
    return reply
      .header('content-language', language)
      .header('vary', 'accept-language')
      .type('application/json')
      .send(text);
  });
}
