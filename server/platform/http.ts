import { randomUUID } from 'node:crypto';
import { fastifyHelmet } from '@fastify/helmet';
import { fastifyRateLimit } from '@fastify/rate-limit';
import { type FastifyBaseLogger, type FastifyInstance, type FastifyRequest, fastify } from 'fastify';
import { PROBLEM_STATUS } from '#contract/api/problems.ts';
import { HttpLog } from './http-log.ts';
import { HttpProblem, problemOfError, sendProblem } from './problem.ts';
import type { ReadinessProbe } from './readiness.ts';

const headerMilliseconds = 10_000;
const requestMilliseconds = 60_000;
const uploadMilliseconds = 3_600_000;
const drainMilliseconds = 3_000;
const idleMilliseconds = 65_000;
/** The longest texts that the contract allows, and some more. */
const mostBodyBytes = 512 * 1024;
const mostHeaderBytes = 16 * 1024;

/** An answer of the server itself is no page: nothing may be loaded for it, and nobody may frame it. */
const contentPolicy = { defaultSrc: ["'none'"], frameAncestors: ["'none'"] };

/** The web server with its probes, before features add their routes. */
export function createHttp(log: FastifyBaseLogger, readiness: Pick<ReadinessProbe, 'read'>): FastifyInstance {
  const http: FastifyInstance = fastify({
    loggerInstance: log,
    logController: new HttpLog(),
    genReqId: () => randomUUID(),
    requestTimeout: uploadMilliseconds,
    keepAliveTimeout: idleMilliseconds,
    bodyLimit: mostBodyBytes,
    exposeHeadRoutes: false,
    http: { headersTimeout: headerMilliseconds, maxHeaderSize: mostHeaderBytes },
    // A closing server ends idle connections at once, and lets running requests end.
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    frameworkErrors: (error, request, reply) => void sendProblem(request, reply, problemOfError(error)),
  });
  // Text is what a form of another site can send without asking first; nothing here reads it.
  http.removeContentTypeParser('text/plain');
  readStrictJson(http);
  http.decorateRequest('caller', null);
  http.register(fastifyHelmet, {
    contentSecurityPolicy: { useDefaults: false, directives: contentPolicy },
    // Whoever ends TLS decides for how long browsers insist on it, and for which names.
    strictTransportSecurity: false,
  });
  http.register(fastifyRateLimit, { global: false });
  http.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  http.addHook('onRequest', async (request) => cutSlowBody(request));
  http.setNotFoundHandler((request, reply) => sendProblem(request, reply, { code: 'not_found' }));
  http.setErrorHandler((error, request, reply) => {
    const problem = problemOfError(error);
    if (PROBLEM_STATUS[problem.code] >= 500) request.log.error({ err: error }, 'request failed');
    return sendProblem(request, reply, problem);
  });
  addProbes(http, readiness);
  return http;
}

/**
 * Reads bodies as JSON in UTF-8 and nothing else. A client that sends another encoding, as some do unless told, is
 * refused: putting a sign of replacement where an umlaut stood would lose what a person wrote.
 */
function readStrictJson(http: FastifyInstance): void {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  const parse = http.getDefaultJsonParser('error', 'error');
  http.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    let text: string;
    try {
      text = utf8.decode(body);
    } catch {
      done(new HttpProblem('bad_request'));
      return;
    }
    parse(request, text, done);
  });
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route takes a file, which may be long on its way. */
    takesFile?: true;
  }
}

/** A request must be there within a minute, unless it brings a file: slow ones would hold a connection for nothing. */
function cutSlowBody({ raw, routeOptions }: FastifyRequest): void {
  if (routeOptions.config?.takesFile || raw.complete) return;
  const timer = setTimeout(() => {
    if (!raw.complete) raw.destroy();
  }, requestMilliseconds).unref();
  raw.once('close', () => clearTimeout(timer));
}

/** Load balancers and monitors ask probes with HEAD as often as with GET. */
const probe = { exposeHeadRoute: true } as const;

/** Listens, and returns the address to show: the port may have been chosen by the system. */
export async function listen(http: FastifyInstance, host: string, port: number): Promise<string> {
  await http.listen({ host, port });
  const bound = http.server.address();
  const boundPort = bound !== null && typeof bound === 'object' ? bound.port : port;
  return `http://${host.includes(':') ? `[${host}]` : host}:${boundPort}`;
}

/** Stops listening and lets running requests end; after three seconds the rest are cut off. */
export async function closeHttp(http: FastifyInstance): Promise<void> {
  const cutOff = setTimeout(() => http.server.closeAllConnections(), drainMilliseconds);
  await http.close().finally(() => clearTimeout(cutOff));
}

/**
 * `/healthz`: this process answers, whatever the database does. `/readyz`: it can do its work; 503 otherwise.
 * Neither tells a stranger versions or hosts.
 */
function addProbes(http: FastifyInstance, readiness: Pick<ReadinessProbe, 'read'>): void {
  http.get('/healthz', probe, async (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'ok' }),
  );
  http.get('/readyz', probe, async (_request, reply) => {
    const answer = await readiness.read();
    reply.header('cache-control', 'no-store');
    if (answer.isReady) return reply.send({ status: 'ready' });
    return reply.code(503).send({ status: 'not ready', reason: answer.reason });
  });
}
