import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { UploadRoute } from '#contract/api/route.ts';
import { type AnswerOf, type Routes, uploadRoutes } from '#contract/api/routes.ts';
import { HttpProblem } from '#server/platform/problem.ts';
import type {} from '../http.ts';
import type { Admit } from './admission.ts';
import { type Call, callOf, send, storedAnswer, type Told } from './mount-routes.ts';

/*
 * Routes that take a file as the bytes of the request.
 *
 * 1. What is not admitted, or of another media type than the route names, is refused before a byte of it is read. A form
 *    of another site can send none of these types, and a script of another site has to ask first, which nobody answers.
 * 2. The handler reads the bytes as a stream, as fast as it can store them. A client that sends nothing for a minute is
 *    cut off, and so is one that takes longer than an hour.
 * 3. When the handler refuses in the middle, the rest is not read: the connection ends with the answer.
 */

export type UploadId = keyof typeof uploadRoutes;

export type UploadHandlers<Id extends UploadId = UploadId> = {
  readonly [Each in Id]: (call: Call<Routes[Each]>, bytes: Readable) => Promise<Told<AnswerOf<Routes[Each]>>>;
};

type AnyUploadHandler = (call: Call<UploadRoute>, bytes: Readable) => Promise<Told<unknown>>;

const LONGEST_STALL_MILLISECONDS = 60_000;

/** Registers all routes of the table that take a file. `mostBytes`: what is announced larger is refused at once. */
export function mountUploads(
  http: FastifyInstance,
  handlers: UploadHandlers,
  { admit, mostBytes }: { readonly admit: Admit; readonly mostBytes: number },
): void {
  http.register(async (uploads) => {
    uploads.removeAllContentTypeParsers();
    for (const [id, route] of Object.entries(uploadRoutes) as [UploadId, UploadRoute][]) {
      const handler = handlers[id] as AnyUploadHandler;
      uploads.addContentTypeParser([...route.acceptedTypes], (_request, _payload, done) => done(null));
      uploads.route({
        method: route.method,
        url: route.path.replaceAll(/\{(\w+)\}/g, ':$1'),
        config: { takesFile: true },
        onRequest: [closeAfter, admit(route.access), refuseOther(route, mostBytes)],
        handler: async (request, reply) => {
          request.raw.socket.setTimeout(LONGEST_STALL_MILLISECONDS, () => request.raw.destroy());
          const told = await handler(callOf(route, request, { body: {} }), request.raw);
          return send(reply, storedAnswer(route, told));
        },
      });
    }
  });
}

/** What is left unread of a refused file must not stand before the next request. */
async function closeAfter(_request: FastifyRequest, reply: FastifyReply): Promise<void> {
  reply.header('connection', 'close');
}

function refuseOther({ acceptedTypes }: UploadRoute, mostBytes: number) {
  return async ({ headers }: FastifyRequest): Promise<void> => {
    const type = (headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase();
    if (!acceptedTypes.includes(type)) throw new HttpProblem('unsupported_format');
    if (Number(headers['content-length'] ?? 0) > mostBytes) throw new HttpProblem('file_too_large');
  };
}
