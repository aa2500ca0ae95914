import type { FastifyInstance } from 'fastify';
import type { Instant } from '#core/time/instant.ts';
import { workingDaysOf } from '#server/features/calendars/index.ts';
import { exportHandlers } from '#server/features/exports/index.ts';
import { figureHandlers } from '#server/features/figures/index.ts';
import { authenticateByToken, callerOfThisMachine } from '#server/features/people/index.ts';
import { ticketReadHandlers, ticketWriteHandlers } from '#server/features/tickets/index.ts';
import { type Admit, admission } from '#server/platform/api/admission.ts';
import { mountFiles } from '#server/platform/api/mount-files.ts';
import { mountRoutes } from '#server/platform/api/mount-routes.ts';
import { isLoopback, refuseForeign } from '#server/platform/api/this-machine-only.ts';
import type { OpenDatabase } from '#server/platform/database.ts';
import { Failure } from '#server/platform/failure.ts';
import type { LoadProbe } from '#server/platform/load-probe.ts';
import { RequestMetrics } from '#server/platform/request-metrics.ts';
import type { Settings } from '#server/platform/setting-table.ts';
import { type Language, languageOfHeader } from '#text/language.ts';
import { apiDescription } from './api-description.ts';

type ApiSettings = Pick<
  Settings,
  | 'KUNDIG_HOST'
  | 'KUNDIG_TIME_ZONE'
  | 'KUNDIG_WORKING_DAYS'
  | 'KUNDIG_HOLIDAY_REGION'
  | 'KUNDIG_OPEN_ON_LOOPBACK'
  | 'KUNDIG_REQUESTS_PER_MINUTE'
>;

export interface ApiOptions {
  readonly database: Pick<OpenDatabase, 'app' | 'commandPool' | 'reports' | 'reportPool'>;
  readonly settings: ApiSettings;
  readonly load: Pick<LoadProbe, 'read' | 'isOverloaded'>;
  readonly now: () => Instant;
  /** Whose data is shown without a token while the server is open to this machine. */
  readonly openTenantId: string;
}

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
    const admit = admission(api, {
      authenticate: authenticateByToken(database.app, now),
      openCaller: isOpen ? callerOfThisMachine(openTenantId) : null,
      requestsPerMinute: settings.KUNDIG_REQUESTS_PER_MINUTE,
      isOverloaded: () => load.isOverloaded(),
    });
    const { commandPool, reportPool, reports } = database;
    const tickets = { reportPool, reportingZone, now };
    const figures = { reports, reportingZone, workingDays, now };
    mountRoutes(
      api,
      {
        reads: { ...figureHandlers(figures), ...ticketReadHandlers(tickets) },
        writes: ticketWriteHandlers(tickets),
      },
      { admit, pool: commandPool },
    );
    mountFiles(api, exportHandlers(figures), { admit });
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
