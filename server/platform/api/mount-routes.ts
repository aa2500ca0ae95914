import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type pg from 'pg';
import type { AnyRoute, Route } from '#contract/api/route.ts';
import { type AnswerOf, type RequestOf, type Routes, readRoutes, writeRoutes } from '#contract/api/routes.ts';
import { againAfterDeadlock } from '#server/platform/again-after-deadlock.ts';
import { inTenantSession, type TenantSession } from '#server/platform/database.ts';
import { HttpProblem, refuseIssues } from '#server/platform/problem.ts';
import { type Language, languageOfHeader } from '#text/language.ts';
import type { Admit } from './admission.ts';
import { answerOnce, type RequestKey, requestDigest, type StoredAnswer } from './answer-once.ts';
import type { Caller } from './caller.ts';
import { readRequest } from './read-request.ts';

/** A request as its handler sees it: read, admitted, with nothing of HTTP left. */
export type Call<R extends AnyRoute> = RequestOf<R> & {
  readonly caller: Caller;
  readonly language: Language;
  /** The version that the client has seen, from If-Match; null when it does not care. */
  readonly seenVersion: number | null;
};

/** What a handler answers; `version` becomes the ETag. */
export interface Told<Body> {
  readonly body: Body;
  readonly version?: number;
}

export type ReadId = keyof typeof readRoutes;
export type WriteId = keyof typeof writeRoutes;

export type ReadHandlers<Id extends ReadId = ReadId> = {
  readonly [Each in Id]: (call: Call<Routes[Each]>) => Promise<Told<AnswerOf<Routes[Each]>>>;
};

/** Handlers of routes that write: all of it in the session's transaction, which is committed before the answer is sent. */
export type WriteHandlers<Id extends WriteId = WriteId> = {
  readonly [Each in Id]: (call: Call<Routes[Each]>, session: TenantSession) => Promise<Told<AnswerOf<Routes[Each]>>>;
};

/** Every route of the table with what it does. A route that is missing or too many is an error of types. */
export interface Handlers {
  readonly reads: ReadHandlers;
  readonly writes: WriteHandlers;
}

type AnyHandler = (call: Call<Route>, session?: TenantSession) => Promise<Told<unknown>>;

/** Registers all routes of the table. Nothing reaches a handler that was not admitted and read by its shapes. */
export function mountRoutes(
  http: FastifyInstance,
  handlers: Handlers,
  { admit, pool }: { readonly admit: Admit; readonly pool: pg.Pool },
): void {
  for (const [id, route] of Object.entries(readRoutes)) {
    const handler = handlers.reads[id as ReadId] as AnyHandler;
    mount(http, route, admit, async (request, reply) => {
      const told = await handler(callOf(route, request));
      return send(reply, storedAnswer(route, told));
    });
  }
  for (const [id, route] of Object.entries(writeRoutes) as [WriteId, Route][]) {
    const handler = handlers.writes[id] as AnyHandler;
    mount(http, route, admit, async (request, reply) => {
      const call = callOf(route, request);
      const key = requestKey(request);
      const transaction = () =>
        inTenantSession(pool, call.caller.tenantId, async (session) => {
          const work = async () => storedAnswer(route, await handler(call, session));
          return key === null
            ? await work()
            : await answerOnce(session.client, { caller: call.caller, request: key }, work);
        });
      const answer = await againAfterDeadlock(transaction);
      return send(reply, answer);
    });
  }
}

/** Registers a route: what is not admitted is not read. */
export function mount(
  http: FastifyInstance,
  route: AnyRoute,
  admit: Admit,
  handler: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>,
): void {
  http.route({
    method: route.method,
    url: route.path.replaceAll(/\{(\w+)\}/g, ':$1'),
    onRequest: [admit(route.access), refuseOtherFormats],
    handler,
  });
}

/** Only JSON is read. Forms and plain text are what a page of another site could send without asking first. */
async function refuseOtherFormats({ method, headers }: FastifyRequest): Promise<void> {
  const format = headers['content-type'] ?? '';
  if (method === 'POST' && !/^application\/json(?:;|$)/i.test(format)) throw new HttpProblem('unsupported_format');
}

/** Reads an admitted request by the shapes of its route. `body`: what stands for a body that is read elsewhere. */
export function callOf<R extends AnyRoute>(
  route: R,
  request: FastifyRequest,
  { body = request.body }: { readonly body?: unknown } = {},
): Call<R> {
  const { caller, headers, params, query } = request;
  if (caller === null) throw new Error('the request was not admitted');
  return {
    ...readRequest(route, { params, query, body }),
    caller,
    language: languageOfHeader(headers['accept-language']),
    seenVersion: versionSeen(headers['if-match']),
  };
}

export function storedAnswer(route: Route, told: Told<unknown>): StoredAnswer {
  return {
    status: route.status,
    etag: told.version === undefined ? null : `"${told.version}"`,
    // The shape is a list of what may leave: a column that it does not name fails here instead of going out.
    body: JSON.stringify(route.answer.parse(told.body)),
  };
}

export function send(reply: FastifyReply, { status, etag, body }: StoredAnswer): FastifyReply {
  if (etag !== null) reply.header('etag', etag);
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .header('vary', 'accept-language, authorization')
    .type('application/json')
    .send(body);
}

function versionSeen(header: string | undefined): number | null {
  if (header === undefined || header === '*') return null;
  const version = /^"(\d{1,9})"$/.exec(header)?.[1];
  if (version === undefined) refuseIssues([{ in: 'header', pointer: '/if-match', code: 'malformed' }]);
  return Number(version);
}

function requestKey({ headers, method, url, body }: FastifyRequest): RequestKey | null {
  const key = headers['idempotency-key'];
  if (key === undefined) return null;
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw new HttpProblem('invalid_request', {
      issues: [{ in: 'header', pointer: '/idempotency-key', code: 'malformed' }],
    });
  }
  return { key, digest: requestDigest(method, url, body) };
}
