import type { z } from 'zod';
import type { Access } from './permissions.ts';
import type { ProblemCode } from './problems.ts';
import { nothing } from './shapes.ts';

/** What every address of the API says of itself, whatever it answers with. */
interface Address<Params extends z.ZodObject, Query extends z.ZodObject> {
  /** Parameters in braces: `/api/v1/figures/{id}`. */
  readonly path: string;
  /** No route without it: leaving it out is an error of types. */
  readonly access: Access;
  readonly group: 'figures' | 'tickets' | 'commands' | 'imports' | 'views' | 'server';
  readonly params: Params;
  readonly query: Query;
  /** Problems of this route beside those that every route may have. */
  readonly problems: readonly ProblemCode[];
}

/**
 * One address of the API. Everything about it is said here once: the server registers it, checks what comes and goes by
 * its shapes, asks for its permission, and describes it from this value.
 */
export interface Route<
  Params extends z.ZodObject = z.ZodObject,
  Query extends z.ZodObject = z.ZodObject,
  Body extends z.ZodObject = z.ZodObject,
  Answer extends z.ZodObject = z.ZodObject,
> extends Address<Params, Query> {
  readonly method: 'GET' | 'POST';
  readonly body: Body;
  readonly status: 200 | 201;
  readonly answer: Answer;
  readonly example: {
    readonly params: z.input<Params>;
    readonly query: z.input<Query>;
    readonly body: z.input<Body>;
    readonly answer: z.input<Answer>;
  };
}

/** An address that answers with a file instead of JSON, piece by piece. */
export interface FileRoute<Params extends z.ZodObject = z.ZodObject, Query extends z.ZodObject = z.ZodObject>
  extends Address<Params, Query> {
  readonly method: 'GET';
  readonly body: typeof nothing;
  readonly status: 200;
  /** The media types it may answer with. */
  readonly mediaTypes: readonly string[];
  readonly example: {
    readonly params: z.input<Params>;
    readonly query: z.input<Query>;
    readonly body: Readonly<Record<string, never>>;
  };
}

/** An address that answers with lines of JSON, each sent as soon as it is there. */
export interface LineRoute<
  Params extends z.ZodObject = z.ZodObject,
  Query extends z.ZodObject = z.ZodObject,
  Line extends z.ZodType = z.ZodType,
> extends Address<Params, Query> {
  readonly method: 'GET';
  readonly body: typeof nothing;
  readonly status: 200;
  /** The shape of every line. */
  readonly line: Line;
  readonly example: {
    readonly params: z.input<Params>;
    readonly query: z.input<Query>;
    readonly body: Readonly<Record<string, never>>;
    readonly lines: readonly z.input<Line>[];
  };
}

/** An address that takes a file as the bytes of the request and answers with JSON. */
export interface UploadRoute<
  Params extends z.ZodObject = z.ZodObject,
  Query extends z.ZodObject = z.ZodObject,
  Answer extends z.ZodObject = z.ZodObject,
> extends Route<Params, Query, typeof nothing, Answer> {
  /** None of these is what a form of another site can send. */
  readonly acceptedTypes: readonly string[];
}

/** Any kind of route, for what looks at all of them. */
export type AnyRoute = Route | UploadRoute | FileRoute | LineRoute;

/** States a route; the types of its examples follow from its shapes. */
export function route<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Body extends z.ZodObject,
  Answer extends z.ZodObject,
>(given: Route<Params, Query, Body, Answer>): Route<Params, Query, Body, Answer> {
  return Object.freeze(given);
}

/** States a route that answers with a file. */
export function fileRoute<Params extends z.ZodObject, Query extends z.ZodObject>({
  example,
  ...given
}: Address<Params, Query> & {
  readonly mediaTypes: readonly string[];
  readonly example: Omit<FileRoute<Params, Query>['example'], 'body'>;
}): FileRoute<Params, Query> {
  return Object.freeze({ ...given, method: 'GET', body: nothing, status: 200, example: { ...example, body: {} } });
}

/** States a route that answers with lines of JSON. */
export function lineRoute<Params extends z.ZodObject, Query extends z.ZodObject, Line extends z.ZodType>({
  example,
  ...given
}: Address<Params, Query> & {
  readonly line: Line;
  readonly example: Omit<LineRoute<Params, Query, Line>['example'], 'body'>;
}): LineRoute<Params, Query, Line> {
  return Object.freeze({ ...given, method: 'GET', body: nothing, status: 200, example: { ...example, body: {} } });
}

/** States a route that takes a file. */
export function uploadRoute<Params extends z.ZodObject, Query extends z.ZodObject, Answer extends z.ZodObject>({
  example,
  ...given
}: Address<Params, Query> &
  Pick<UploadRoute<Params, Query, Answer>, 'acceptedTypes' | 'answer'> & {
    readonly example: Omit<UploadRoute<Params, Query, Answer>['example'], 'body'>;
  }): UploadRoute<Params, Query, Answer> {
  return Object.freeze({ ...given, method: 'POST', body: nothing, status: 201, example: { ...example, body: {} } });
}

/** Problems that any route with this access may answer with. */
export function commonProblems({ access, method }: Pick<AnyRoute, 'access' | 'method'>): readonly ProblemCode[] {
  const always: ProblemCode[] = ['invalid_request', 'too_many_requests', 'internal', 'overloaded', 'unavailable'];
  if (access !== 'anyone') always.push('token_missing');
  if (access !== 'anyone' && access !== 'signed_in') always.push('permission_missing');
  if (method === 'POST') always.push('bad_request', 'too_large', 'unsupported_format', 'key_reused');
  return always;
}
