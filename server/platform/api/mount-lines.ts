import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { LineRoute } from '#contract/api/route.ts';
import { lineRoutes, type Routes } from '#contract/api/routes.ts';
import type { Admit } from './admission.ts';
import { type Call, callOf, mount } from './mount-routes.ts';

/*
 * Routes that answer with lines of JSON, each sent as soon as it is there.
 *
 * 1. All that can be refused is refused before the first line; from there on a failure can only cut the answer off, so
 *    a client needs the last line to know that it has all.
 * 2. Lines are made no faster than the client takes them. One that takes nothing for a minute is cut off.
 * 3. When the client goes away, the signal of the call says so, and no further line is asked for.
 */

export type LineId = keyof typeof lineRoutes;
type LineOf<Id extends LineId> = z.input<Routes[Id]['line']>;

export type LineHandlers<Id extends LineId = LineId> = {
  readonly [Each in Id]: (call: Call<Routes[Each]>, gone: AbortSignal) => AsyncGenerator<LineOf<Each>>;
};

type AnyLineHandler = (call: Call<LineRoute>, gone: AbortSignal) => AsyncGenerator<unknown>;

const LONGEST_STALL_MILLISECONDS = 60_000;

/** Registers all routes of the table that answer with lines. */
export function mountLines(http: FastifyInstance, handlers: LineHandlers, { admit }: { readonly admit: Admit }): void {
  for (const [id, route] of Object.entries(lineRoutes)) {
    const handler = handlers[id as LineId] as AnyLineHandler;
    mount(http, route, admit, async (request, reply) => {
      const gone = new AbortController();
      reply.raw.once('close', () => gone.abort());
      const lines = handler(callOf(route, request), gone.signal);
      return sendLines(request, reply, { route, lines, first: await lines.next() });
    });
  }
}

export interface SentLines {
  readonly route: Pick<LineRoute, 'line'>;
  readonly lines: AsyncGenerator<unknown>;
  /** Made before the answer begins, so that a question that makes no sense is still told in words. */
  readonly first: IteratorResult<unknown>;
}

/** Answers with lines, each checked by the shape of its route. */
export function sendLines(
  request: FastifyRequest,
  reply: FastifyReply,
  { route, lines, first }: SentLines,
): FastifyReply {
  // The shape is a list of what may leave: a column that it does not name fails here instead of going out.
  const textOf = (line: unknown): string => `${JSON.stringify(route.line.parse(line))}\n`;
  async function* text(): AsyncGenerator<string> {
    if (first.done) return;
    yield textOf(first.value);
    for await (const line of lines) yield textOf(line);
  }
  const body = Readable.from(text(), { objectMode: false });
  body.on('error', (error: Error) => {
    if (!reply.raw.destroyed) request.log.error({ err: error }, 'lines cut off');
  });
  reply.raw.setTimeout(LONGEST_STALL_MILLISECONDS, () => reply.raw.destroy());
  return (
    reply
      .code(200)
      .header('cache-control', 'no-store')
      .header('vary', 'accept-language, authorization')
      // A proxy that gathers an answer before it passes it on would undo the point of lines.
      .header('x-accel-buffering', 'no')
      .type('application/x-ndjson')
      .send(body)
  );
}
