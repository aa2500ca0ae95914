import type { z } from 'zod';
import { ACCESS, ADDRESSES } from '#contract/api/addresses.ts';
import type { Issue, ProblemCode } from '#contract/api/problems.ts';
import type { RequestOf, Routes } from '#contract/api/routes.ts';
import { isSignedOut, noteAnswer, noteSilence } from './connection.ts';

/*
 * Talks to the API by the names of its routes. The table of addresses is generated from the contract; shapes are used
 * as types only, so that nothing that checks them is loaded by a browser.
 */

export type ToldIssue = Issue & { readonly detail: string };

/** What went wrong with a request, in the words the server found for it. */
export class ApiProblem extends Error {
  readonly code: ProblemCode | 'unreachable';
  readonly status: number;
  /** What is wrong at which field, in words. */
  readonly issues: readonly ToldIssue[];
  /** By which an administrator finds the request in the log. */
  readonly requestId: string | null;
  /** When to try again at the earliest, if the server said so. */
  retrySeconds: number | null = null;
  /** The right that was missing, for a request that was refused for that. */
  missing: string | null = null;

  constructor(
    code: ApiProblem['code'],
    { title, status, issues, requestId }: Pick<ApiProblem, 'status' | 'issues' | 'requestId'> & { title: string },
  ) {
    super(title);
    this.code = code;
    this.status = status;
    this.issues = issues;
    this.requestId = requestId;
  }
}

type Values<T> = { readonly [Name in keyof T]?: unknown };

export interface Asked<Id extends keyof Routes> {
  readonly params?: Values<RequestOf<Routes[Id]>['params']>;
  readonly query?: Values<RequestOf<Routes[Id]>['query']>;
  readonly body?: z.input<Routes[Id]['body']>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** Goes on when the page is left meanwhile, unless the body is longer than browsers do that for. */
  readonly keepalive?: boolean;
}

/** Browsers refuse more than 64 KiB; a character has up to three bytes. */
const KEEPALIVE_CHARACTERS = 20_000;

/** The answer of a route as it travels. */
export type Answer<Id extends keyof Routes> = Routes[Id] extends { readonly answer: infer Shape extends z.ZodObject }
  ? z.input<Shape>
  : never;

/** Asks a route that answers in JSON. Rejects with an ApiProblem. */
export async function askApi<Id extends keyof Routes>(id: Id, asked: Asked<Id> = {}): Promise<Answer<Id>> {
  const answer = await sendApi(id, asked);
  return (await answer.json()) as Answer<Id>;
}

/** The same for what is no JSON object: lines, files. Rejects with an ApiProblem. */
export async function sendApi<Id extends keyof Routes>(id: Id, asked: Asked<Id> = {}): Promise<Response> {
  const { method } = ADDRESSES[id];
  const headers: Record<string, string> = { 'accept-language': document.documentElement.lang, ...asked.headers };
  const init: RequestInit = { method, headers, credentials: 'same-origin' };
  if (asked.signal) init.signal = asked.signal;
  if (method !== 'GET') {
    headers['content-type'] = 'application/json';
    const body = JSON.stringify(asked.body ?? {});
    init.body = body;
    init.keepalive = asked.keepalive === true && body.length <= KEEPALIVE_CHARACTERS;
  }
  return await send(addressOf(id, asked), init).catch((error: unknown) => {
    if (error instanceof ApiProblem && error.code === 'permission_missing') error.missing = ACCESS[id];
    throw error;
  });
}

/** Sends any request to the server; what is no success becomes an ApiProblem. */
export async function send(address: string, init: RequestInit): Promise<Response> {
  const answer = await fetch(address, init).catch((error: unknown) => {
    if (init.signal?.aborted) throw error;
    noteSilence();
    throw new ApiProblem('unreachable', { title: 'unreachable', status: 0, issues: [], requestId: null });
  });
  noteAnswer();
  if (answer.ok) return answer;
  const told = (await answer.json().catch(() => ({}))) as Partial<Record<'code' | 'title', string>> & {
    errors?: ToldIssue[];
  };
  if (told.code === 'token_missing' && address !== ADDRESSES.startSession.path) isSignedOut.set(true);
  const problem = new ApiProblem((told.code as ProblemCode | undefined) ?? 'internal', {
    title: told.title ?? answer.statusText,
    status: answer.status,
    issues: told.errors ?? [],
    requestId: answer.headers.get('x-request-id'),
  });
  const retryAfter = Number(answer.headers.get('retry-after') ?? Number.NaN);
  if (retryAfter > 0) problem.retrySeconds = Math.ceil(retryAfter);
  throw problem;
}

/** The address of a route with its parameters filled in; what is undefined is left out, arrays are repeated. */
export function addressOf<Id extends keyof Routes>(
  id: Id,
  { params, query }: Pick<Asked<Id>, 'params' | 'query'>,
): string {
  const path = ADDRESSES[id].path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String((params as Record<string, unknown> | undefined)?.[name])),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null) search.append(name, String(one));
    }
  }
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}
