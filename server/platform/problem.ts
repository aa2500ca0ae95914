import type { FastifyReply, FastifyRequest } from 'fastify';
import { say } from '#text/catalogue.ts';
import { languageOfHeader } from '#text/language.ts';

const titles = {
  400: 'http.badRequest',
  404: 'http.notFound',
  405: 'http.notFound',
  413: 'http.tooLarge',
  415: 'http.unsupportedFormat',
  500: 'http.internal',
  503: 'http.unavailable',
} as const;

/** A status that Kundig answers with a problem document. */
export type ProblemStatus = keyof typeof titles;

/**
 * Answers with a problem document (RFC 9457) in the language the request asks for. It names the request, so that a
 * person can quote it, and nothing of what went wrong inside.
 */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, status: ProblemStatus): FastifyReply {
  const language = languageOfHeader(request.headers['accept-language']);
  return reply
    .code(status)
    .header('content-language', language)
    .type('application/problem+json')
    .send(JSON.stringify({ type: 'about:blank', title: say(language, titles[status]), status, requestId: request.id }));
}

/** The status to answer with for an error: what the framework found wrong in a request, else 500. */
export function statusOfError(error: unknown): ProblemStatus {
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  if (status in titles) return status as ProblemStatus;
  return status >= 400 && status < 500 ? 400 : 500;
}
