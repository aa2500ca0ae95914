import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { ISSUE_CODES, type Issue, type IssueCode } from '#contract/api/problems.ts';
import type { AnyRoute } from '#contract/api/route.ts';
import type { RequestOf } from '#contract/api/routes.ts';
import { HttpProblem, refuseIssues } from '#server/platform/problem.ts';

/**
 * Reads path, query and body by the shapes of the route and reports all problems together. A path that cannot be read
 * names nothing, so it is not found.
 */
export function readRequest<R extends AnyRoute>(
  route: R,
  request: Pick<FastifyRequest, 'params' | 'query' | 'body'>,
): RequestOf<R> {
  const params = route.params.safeParse(request.params);
  if (!params.success) throw new HttpProblem('not_found');
  const query = route.query.safeParse(request.query, { reportInput: true });
  const body = route.method === 'GET' ? null : route.body.safeParse(request.body, { reportInput: true });
  refuseIssues([
    ...(query.error?.issues ?? []).flatMap((issue) => issuesOf('query', issue)),
    ...(body?.error?.issues ?? []).flatMap((issue) => issuesOf('body', issue)),
  ]);
  return { params: params.data, query: query.data, body: body?.data ?? {} } as RequestOf<R>;
}

/** More than these would help nobody, and an answer must not grow with what a stranger sends. */
const mostIssues = 100;
const longestPointer = 200;

type ZodIssue = z.core.$ZodIssue;

function issuesOf(place: Issue['in'], issue: ZodIssue, above: readonly PropertyKey[] = []): readonly Issue[] {
  const path = [...above, ...issue.path];
  const one = (code: IssueCode, ...more: readonly PropertyKey[]): Issue => ({
    in: place,
    pointer: pointerOf([...path, ...more]),
    code,
  });
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.slice(0, mostIssues).map((key) => one('unknown_key', key));
    case 'invalid_union':
      return branchOf(issue).flatMap((inner) => issuesOf(place, inner, path));
    case 'invalid_type':
      return [one(issue.input === undefined ? 'missing' : 'wrong_type')];
    case 'invalid_value':
      return [one(issue.input === undefined ? 'missing' : 'not_allowed')];
    case 'too_small':
      return [one('too_small')];
    case 'too_big':
      return [one('too_big')];
    case 'invalid_format':
      return [one('malformed')];
    case 'custom':
      return [one(isIssueCode(issue.message) ? issue.message : 'invalid')];
    default:
      return [one('invalid')];
  }
}

/** The alternative that the value came closest to: the one that did not fail at its very kind. */
function branchOf({ errors }: Extract<ZodIssue, { code: 'invalid_union' }>): readonly ZodIssue[] {
  const close = errors.find(
    (issues) => !issues.some((inner) => inner.code === 'invalid_type' && inner.path.length === 0),
  );
  return close ?? errors.at(-1) ?? [];
}

function isIssueCode(text: string): text is IssueCode {
  return (ISSUE_CODES as readonly string[]).includes(text);
}

/** RFC 6901. */
function pointerOf(path: readonly PropertyKey[]): string {
  const parts = path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`);
  return parts.join('').slice(0, longestPointer).toWellFormed();
}
