import type { FastifyReply, FastifyRequest } from 'fastify';
import { DatabaseError } from 'pg';
import { type Issue, isRefusal, PROBLEM_STATUS, type ProblemCode } from '#contract/api/problems.ts';
import { say, sayLoosely, type TextKey } from '#text/catalogue.ts';
import { type Language, languageOfHeader } from '#text/language.ts';
import { runningFailure } from './database-failure.ts';

/** A problem as it is answered: its code, all that is wrong with the request, and when to try again. */
export interface Problem {
  readonly code: ProblemCode;
  readonly issues?: readonly Issue[];
  readonly retryAfterSeconds?: number;
}

/** Thrown by whatever handles a request to answer it with a problem. */
export class HttpProblem extends Error {
  readonly problem: Problem;

  constructor(code: ProblemCode, details: Omit<Problem, 'code'> = {}) {
    super(code);
    this.name = 'HttpProblem';
    this.problem = { code, ...details };
  }
}

/** Answers with a problem when anything is wrong with a request. */
export function refuseIssues(issues: readonly Issue[]): void {
  if (issues.length > 0) throw new HttpProblem('invalid_request', { issues });
}

const retrySeconds = 1;

/**
 * Answers with a problem document (RFC 9457) in the language the request asks for. It names the request, so that a
 * person can quote it, and nothing of what went wrong inside.
 */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem): FastifyReply {
  const language = languageOfHeader(request.headers['accept-language']);
  const status = PROBLEM_STATUS[problem.code];
  if (status === 401) reply.header('www-authenticate', 'Bearer realm="kundig"');
  if (status === 503 || status === 429) reply.header('retry-after', problem.retryAfterSeconds ?? retrySeconds);
  return reply
    .code(status)
    .header('content-language', language)
    .header('vary', 'accept-language')
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify(problemDocument(problem, { language, requestId: request.id })));
}

/** What a problem is called in words. */
export function problemTitle(code: ProblemCode, language: Language): string {
  const key: TextKey = isRefusal(code) ? `refusal.${code}` : `http.${code}`;
  return sayLoosely(language, key, {});
}

function problemDocument(
  { code, issues }: Problem,
  { language, requestId }: { readonly language: Language; readonly requestId: string },
): object {
  return {
    type: `urn:kundig:problem:${code}`,
    title: problemTitle(code, language),
    status: PROBLEM_STATUS[code],
    code,
    requestId,
    ...(issues ? { errors: issues.map((issue) => ({ ...issue, detail: say(language, `issue.${issue.code}`) })) } : {}),
  };
}

const statusCodes: Readonly<Record<number, ProblemCode>> = {
  404: 'not_found',
  413: 'too_large',
  415: 'unsupported_format',
  431: 'headers_too_large',
  503: 'unavailable',
};

/** What PostgreSQL says when a statement took too long, and when two transactions stood in each other's way. */
const overloadStates = new Set(['57014', '55P03', '40001', '40P01', '53300']);
const poolTimeout = 'timeout exceeded when trying to connect';

/** The problem to answer with for an error: what is wrong with the request, a server in trouble, else `internal`. */
export function problemOfError(error: unknown): Problem {
  if (error instanceof HttpProblem) return error.problem;
  if (!(error instanceof Error)) return { code: 'internal' };
  if (error instanceof DatabaseError && overloadStates.has(error.code ?? '')) return { code: 'overloaded' };
  if (error.message === poolTimeout) return { code: 'overloaded' };
  if (runningFailure(error, '') !== null) return { code: 'unavailable' };
  const status = 'statusCode' in error ? Number(error.statusCode) : 500;
  const code = statusCodes[status];
  if (code) return { code };
  return { code: status >= 400 && status < 500 ? 'bad_request' : 'internal' };
}
