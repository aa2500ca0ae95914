import type { FastifyRequest } from 'fastify';
import { HttpProblem } from '#server/platform/problem.ts';

/**
 * Refuses a request that changes something by the authority of a cookie unless a page of this very server sent it:
 * browsers add cookies to whatever any page makes them send. Browsers say so in Sec-Fetch-Site, and where they leave it
 * out, over plain http, in Origin. A request that says neither is refused too.
 */
export function refuseCrossSite({ headers }: FastifyRequest): void {
  const { host = '', origin } = headers;
  const site = headers['sec-fetch-site'];
  const isOwn =
    site === undefined
      ? origin !== undefined && /^https?:\/\//i.test(origin) && hostOf(origin) === host.toLowerCase()
      : site === 'same-origin';
  if (!isOwn) throw new HttpProblem('foreign_origin');
}

function hostOf(origin: string): string {
  return origin.toLowerCase().replace(/^https?:\/\//, '');
}
