import type { z } from 'zod';
import type { Access } from './permissions.ts';
import type { ProblemCode } from './problems.ts';

/**
 * One address of the API. Everything about it is said here once: the server registers it, checks what comes and goes by
 * its shapes, asks for its permission, and describes it from this value.
 */
export interface Route<
  Params extends z.ZodObject = z.ZodObject,
  Query extends z.ZodObject = z.ZodObject,
  Body extends z.ZodObject = z.ZodObject,
  Answer extends z.ZodObject = z.ZodObject,
> {
  readonly method: 'GET' | 'POST';
  /** Parameters in braces: `/api/v1/figures/{id}`. */
  readonly path: string;
  /** No route without it: leaving it out is an error of types. */
  readonly access: Access;
  readonly group: 'figures' | 'tickets' | 'commands' | 'server';
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly status: 200 | 201;
  readonly answer: Answer;
  /** Problems of this route beside those that every route may have. */
  readonly problems: readonly ProblemCode[];
  readonly example: {
    readonly params: z.input<Params>;
    readonly query: z.input<Query>;
    readonly body: z.input<Body>;
    readonly answer: z.input<Answer>;
  };
}

/** States a route; the types of its examples follow from its shapes. */
export function route<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Body extends z.ZodObject,
  Answer extends z.ZodObject,
>(given: Route<Params, Query, Body, Answer>): Route<Params, Query, Body, Answer> {
  return Object.freeze(given);
}

/** Problems that any route with this access may answer with. */
export function commonProblems({ access, method }: Pick<Route, 'access' | 'method'>): readonly ProblemCode[] {
  const always: ProblemCode[] = ['invalid_request', 'too_many_requests', 'internal', 'overloaded', 'unavailable'];
  if (access !== 'anyone') always.push('token_missing', 'permission_missing');
  if (method === 'POST') always.push('bad_request', 'too_large', 'unsupported_format', 'key_reused');
  return always;
}
