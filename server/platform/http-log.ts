import type { FastifyReply, FastifyRequest } from 'fastify';
import { LogController } from 'fastify';
import { describeError } from './log.ts';

/**
 * What the log says about requests: method, route, status and duration, never an address, a path as called, a query
 * or a header, for those may name persons.
 */
export class HttpLog extends LogController {
  constructor() {
    super({ requestIdLogLabel: 'requestId' });
  }

  override incomingRequest(): void {
    // One line a request is enough: the one at its end.
  }

  override routeNotFound(): void {
    // The line at the request's end says 404.
  }

  override requestCompleted(error: Error | null, request: FastifyRequest, reply: FastifyReply): void {
    const line = {
      method: request.method,
      route: request.routeOptions.url ?? null,
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime),
    };
    if (error === null || error === undefined) request.log.info(line, 'request');
    else request.log.error({ ...line, err: describeError(error) }, 'request failed');
  }
}
