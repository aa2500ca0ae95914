import { PassThrough, type Writable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { FileRoute } from '#contract/api/route.ts';
import { fileRoutes, type Routes } from '#contract/api/routes.ts';
import type { Admit } from './admission.ts';
import { type Call, callOf, mount } from './mount-routes.ts';

/*
 * Routes that answer with a file: written while it is sent, never held as a whole.
 *
 * 1. All that can be refused is refused before the first byte; from there on a failure can only cut the file off, so
 *    that no client takes half a file for a whole one.
 * 2. The file is written as fast as the client takes it. One that takes nothing for a minute is cut off.
 * 3. When the client goes away, writing ends, and with it whatever the file was read from.
 */

/** A file that is about to be sent. */
export interface SentFile {
  /** Plain letters, digits, `.`, `_` and `-`. */
  readonly name: string;
  readonly mediaType: string;
  /** Writes the file into the sink and ends it; rejects when the sink is destroyed. */
  readonly write: (sink: Writable) => Promise<unknown>;
}

export type FileId = keyof typeof fileRoutes;

export type FileHandlers<Id extends FileId = FileId> = {
  readonly [Each in Id]: (call: Call<Routes[Each]>) => Promise<SentFile>;
};

type AnyFileHandler = (call: Call<FileRoute>) => Promise<SentFile>;

const LONGEST_STALL_MILLISECONDS = 60_000;
const plainName = /^[\w.-]{1,120}$/;

/** Registers all routes of the table that answer with a file. */
export function mountFiles(http: FastifyInstance, handlers: FileHandlers, { admit }: { readonly admit: Admit }): void {
  for (const [id, route] of Object.entries(fileRoutes)) {
    const handler = handlers[id as FileId] as AnyFileHandler;
    mount(http, route, admit, async (request, reply) =>
      sendFile(request, reply, await handler(callOf(route, request))),
    );
  }
}

export interface SendOptions {
  /** A client that takes nothing for so long is cut off. */
  readonly longestStallMilliseconds?: number;
}

/** Answers with a file that is written while it is sent. */
export function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  { longestStallMilliseconds = LONGEST_STALL_MILLISECONDS, ...file }: SentFile & SendOptions,
): FastifyReply {
  if (!plainName.test(file.name)) throw new Error(`${file.name} is no plain name of a file`);
  const pipe = new PassThrough();
  file.write(pipe).catch((error: Error) => {
    // A client that has gone away closes the pipe without an error, and is no failure.
    const isClientGone = pipe.destroyed && pipe.errored === null;
    if (!isClientGone) request.log.error({ err: error }, 'file cut off');
    pipe.destroy(error);
  });
  reply.raw.setTimeout(longestStallMilliseconds, () => reply.raw.destroy());
  return reply
    .code(200)
    .header('cache-control', 'no-store')
    .header('vary', 'accept-language, authorization')
    .header('content-disposition', `attachment; filename="${file.name}"`)
    .type(file.mediaType)
    .send(pipe);
}
