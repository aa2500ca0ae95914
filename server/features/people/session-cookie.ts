import type { FastifyReply, FastifyRequest } from 'fastify';
import { sessionHash } from './session-key.ts';

/*
 * The cookie of a session. Over https it carries the prefix __Host-, with which browsers let nobody but this very host
 * set it; over plain http, on one's own machine or in a closed network, it cannot.
 */

const secureName = '__Host-kundig_session';
const plainName = 'kundig_session';

/** The hash of the key that a browser presents; null without one. */
export function presentedHash({ cookies }: FastifyRequest): Buffer | null {
  return sessionHash(cookies[secureName] ?? cookies[plainName] ?? '');
}

/** Gives the browser the key of its session, until the browser is closed or `seconds` have passed. */
export function giveKey(
  request: FastifyRequest,
  reply: FastifyReply,
  { key, seconds }: { readonly key: string; readonly seconds: number },
): void {
  const secure = cameByHttps(request);
  reply.setCookie(secure ? secureName : plainName, key, { ...attributes, secure, maxAge: seconds });
}

/** Takes the key from the browser, under either name. */
export function takeKey(reply: FastifyReply): void {
  reply.clearCookie(secureName, { ...attributes, secure: true });
  reply.clearCookie(plainName, attributes);
}

const attributes = { path: '/', httpOnly: true, sameSite: 'strict' } as const;

/** A proxy ends TLS, so this server sees http; the browser says in Origin what the person's page was loaded by. */
function cameByHttps({ protocol, headers }: FastifyRequest): boolean {
  return protocol === 'https' || /^https:/i.test(headers.origin ?? '');
}
