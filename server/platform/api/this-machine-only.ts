import type { FastifyRequest } from 'fastify';
import { HttpProblem } from '#server/platform/problem.ts';

/** Whether a server that listens on this host can be reached from this machine alone. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);
}

const loopbackName = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i;

/**
 * Refuses what a browser was led into by another site, while the server is open to this machine without a token. A name
 * that somebody else made point here (DNS rebinding) shows in Host; a page of another site shows in Origin, or in
 * Sec-Fetch-Site where browsers leave Origin out.
 */
export function refuseForeign({ headers }: FastifyRequest): void {
  const { host = '', origin } = headers;
  if (!loopbackName.test(host)) throw new HttpProblem('foreign_host');
  if (origin !== undefined && origin.toLowerCase() !== `http://${host.toLowerCase()}`) {
    throw new HttpProblem('foreign_origin');
  }
  if (headers['sec-fetch-site'] === 'cross-site') throw new HttpProblem('foreign_origin');
}
