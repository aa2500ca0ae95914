import type {} from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Access } from '#contract/api/permissions.ts';
import { HttpProblem } from '#server/platform/problem.ts';
import type { Authenticate, AuthenticateCookie, Caller } from './caller.ts';
import { refuseCrossSite } from './same-origin.ts';

/** Who is let in, and how often. */
export interface AdmissionOptions {
  readonly authenticate: Authenticate;
  readonly authenticateCookie: AuthenticateCookie;
  /** The caller of requests without a token while the server is open to this machine; null when it is not. */
  readonly openCaller: Caller | null;
  readonly requestsPerMinute: number;
  /** True while the server has more to do than it can: nothing new is begun. */
  readonly isOverloaded: () => boolean;
}

export type Admit = (access: Access) => (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

const timeWindow = 60_000;
/** Several people may share one address, so it may send more than one token. */
const tokensPerAddress = 10;
const bearer = /^Bearer ([\w-]{1,200})$/i;

/**
 * What a request passes before anything of it is read: load, rate by address, token or session, rate by token,
 * permission. A session counts against the rate of its token. The
 * server keeps its own count; several servers on one database each allow the full rate.
 */
export function admission(http: FastifyInstance, options: AdmissionOptions): Admit {
  const { authenticate, authenticateCookie, openCaller, requestsPerMinute, isOverloaded } = options;
  const byAddress = http.createRateLimit({ max: requestsPerMinute * tokensPerAddress, timeWindow });
  const byToken = http.createRateLimit({
    max: requestsPerMinute,
    timeWindow,
    keyGenerator: ({ caller, ip }) => (caller === null || caller === openCaller ? `ip ${ip}` : caller.tokenId),
  });
  const count = async (limit: typeof byToken, request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const seen = await limit(request);
    if (seen.isAllowed) return;
    reply.header('ratelimit-limit', seen.max).header('ratelimit-remaining', seen.remaining);
    reply.header('ratelimit-reset', seen.ttlInSeconds);
    if (seen.isExceeded) throw new HttpProblem('too_many_requests', { retryAfterSeconds: seen.ttlInSeconds });
  };
  const callerOf = async (request: FastifyRequest): Promise<Caller | null> => {
    const { authorization } = request.headers;
    const token = bearer.exec(authorization ?? '')?.[1];
    if (token !== undefined) return await authenticate(token);
    if (authorization !== undefined) return null;
    const signedIn = await authenticateCookie(request);
    // Reading changes nothing (S-23), so only what may change something has to come from a page of our own.
    if (signedIn !== null && request.method !== 'GET') refuseCrossSite(request);
    return signedIn ?? openCaller;
  };
  return (access) => async (request, reply) => {
    // Whoever watches the server must see it most of all when it has too much to do.
    if (access !== 'metrics.read' && isOverloaded()) throw new HttpProblem('overloaded');
    await count(byAddress, request, reply);
    if (access === 'anyone') return;
    request.caller = await callerOf(request);
    if (request.caller === null) throw new HttpProblem('token_missing');
    await count(byToken, request, reply);
    if (access !== 'signed_in' && !request.caller.permissions.has(access)) throw new HttpProblem('permission_missing');
  };
}
