import type { z } from 'zod';
import { baselineReadRoutes, baselineWriteRoutes } from './baseline-routes.ts';
import { cockpitLineRoutes, cockpitReadRoutes } from './cockpit-routes.ts';
import { differenceRoutes } from './difference-routes.ts';
import { distributionRoutes } from './distribution-routes.ts';
import { figureFileRoutes } from './figure-file-routes.ts';
import { figureRoutes } from './figure-routes.ts';
import { importFileRoutes, importReadRoutes, importUploadRoutes, importWriteRoutes } from './import-routes.ts';
import { noteReadRoutes, noteWriteRoutes } from './note-routes.ts';
import type { AnyRoute, Route } from './route.ts';
import { sessionCookieRoutes, sessionReadRoutes, sessionWriteRoutes } from './session-routes.ts';
import { targetReadRoutes, targetWriteRoutes } from './target-routes.ts';
import { commandRoutes, ticketReadRoutes, ticketWriteRoutes } from './ticket-routes.ts';
import { viewReadRoutes, viewWriteRoutes } from './view-routes.ts';

/*
 * All addresses under /api/v1, each once. The server can register nothing else, and lacks none: both are errors of
 * types. /healthz, /readyz, /metrics and /api/openapi.json are about the server itself and carry no data of a tenant.
 */

/** Routes that change nothing, however often they are called. */
export const readRoutes = {
  ...figureRoutes,
  ...differenceRoutes,
  ...distributionRoutes,
  ...ticketReadRoutes,
  ...cockpitReadRoutes,
  ...targetReadRoutes,
  ...noteReadRoutes,
  ...baselineReadRoutes,
  ...importReadRoutes,
  ...sessionReadRoutes,
  ...viewReadRoutes,
} as const;

/** Routes with an effect: each does all of it in one transaction, and once for an Idempotency-Key. */
export const writeRoutes = {
  ...ticketWriteRoutes,
  ...commandRoutes,
  ...targetWriteRoutes,
  ...noteWriteRoutes,
  ...baselineWriteRoutes,
  ...importWriteRoutes,
  ...sessionWriteRoutes,
  ...viewWriteRoutes,
} as const;

/** Routes that change nothing and answer with a file. */
export const fileRoutes = { ...figureFileRoutes, ...importFileRoutes } as const;

/** Routes that change nothing and answer with lines of JSON, each sent as soon as it is there. */
export const lineRoutes = { ...cockpitLineRoutes } as const;

/** Routes that take a file. */
export const uploadRoutes = { ...importUploadRoutes } as const;

/** Routes that give a browser the cookie of a session, or take it away. */
export const cookieRoutes = { ...sessionCookieRoutes } as const;

export const routes = {
  ...readRoutes,
  ...lineRoutes,
  ...fileRoutes,
  ...uploadRoutes,
  ...writeRoutes,
  ...cookieRoutes,
} as const;

export type Routes = typeof routes;
export type RouteId = keyof Routes;
export const ROUTE_IDS = Object.keys(routes) as readonly RouteId[];

/** The parts of a request to a route, as its shapes deliver them. */
export interface RequestOf<R extends Pick<AnyRoute, 'params' | 'query' | 'body'>> {
  readonly params: z.output<R['params']>;
  readonly query: z.output<R['query']>;
  readonly body: z.output<R['body']>;
}

/** What the answer to a route must look like before its shape checks it. */
export type AnswerOf<R extends Route> = z.input<R['answer']>;
