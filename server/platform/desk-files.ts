import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fastifyStatic } from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { HttpProblem } from './problem.ts';

/*
 * The desk in the browser: one page for all its addresses, and the files that the page loads.
 *
 * 1. Files have their digest in their name, so browsers keep them for good. The page itself is never kept.
 * 2. The page may load what this server has and nothing else. Scripts are files; styles that a library writes into the
 *    page carry the nonce of that answer.
 */

const NONCE = '__NONCE__';
const hashed = /-[\w-]{8,}\.(?:js|css)$/;

/** Serves the desk under /desk. `folders`: builds, the newest first; older ones serve pages opened before. */
export async function addDesk(http: FastifyInstance, folders: readonly string[]): Promise<void> {
  const page = readFileSync(join(folders[0]!, 'index.html'), 'utf8');
  await http.register(fastifyStatic, {
    root: folders.map((folder) => join(folder, 'assets')),
    prefix: '/desk/assets/',
    preCompressed: true,
    index: false,
    decorateReply: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const name = path.replace(/\.(?:br|gz)$/, '');
      reply.header('cache-control', hashed.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache');
      reply.header('cross-origin-resource-policy', 'same-origin');
    },
  });
  const toDesk = async (_request: unknown, reply: FastifyReply) => reply.redirect('/desk/cockpit', 302);
  http.get('/', toDesk);
  http.get('/desk', toDesk);
  http.get('/desk/', toDesk);
  http.get('/desk/*', async (request, reply) => {
    // A missing file answered with a page would be taken for the file.
    if (request.url.startsWith('/desk/assets/')) throw new HttpProblem('not_found');
    return sendPage(reply, page);
  });
}

function sendPage(reply: FastifyReply, page: string): FastifyReply {
  const nonce = randomBytes(16).toString('base64');
  return reply
    .header('cache-control', 'no-store')
    .header('content-security-policy', policy(nonce))
    .type('text/html; charset=utf-8')
    .send(page.replaceAll(NONCE, nonce));
}

function policy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join(';');
}
