import type { FastifyInstance } from 'fastify';
import { type Kysely, sql } from 'kysely';
import type { z } from 'zod';
import { sessionCookieRoutes as cookieRoutes, type sessionEndShape } from '#contract/api/session-routes.ts';
import { instantOut } from '#contract/api/shapes.ts';
import type { Instant } from '#core/time/instant.ts';
import type { Database } from '#server/database/schema.ts';
import type { Admit } from '#server/platform/api/admission.ts';
import type { Authenticate, Caller } from '#server/platform/api/caller.ts';
import { mount, type ReadHandlers, type WriteHandlers } from '#server/platform/api/mount-routes.ts';
import { readRequest } from '#server/platform/api/read-request.ts';
import { refuseCrossSite } from '#server/platform/api/same-origin.ts';
import { inTenant } from '#server/platform/database.ts';
import { HttpProblem } from '#server/platform/problem.ts';
import type { Language } from '#text/language.ts';
import { isOfThisMachine } from './authenticate.ts';
import { giveKey, presentedHash, takeKey } from './session-cookie.ts';
import { newSessionKey, sessionHash } from './session-key.ts';
import { endSession, findSession, insertSession, keepSession, type SessionEnd } from './session-store.ts';

/** What the routes of sessions need of the installation. */
export interface SessionRouteOptions {
  readonly app: Kysely<Database>;
  readonly authenticate: Authenticate;
  readonly now: () => Instant;
  readonly reportingZone: string;
  /** Null: each browser's own. */
  readonly language: Language | null;
  /** Of the program. */
  readonly version: string;
  readonly requestsPerMinute: number;
}

/** Thirty a minute behind one address with the rate as installed: more than any house needs, and no use for guessing. */
const signInsInRequests = 1 / 40;
const minute = 60_000;

/** Registers signing in and out. A cookie is given for a token, and taken whatever it was worth. */
export function mountSessions(
  api: FastifyInstance,
  { app, authenticate, now, requestsPerMinute }: SessionRouteOptions,
  { admit }: { readonly admit: Admit },
): void {
  const max = Math.ceil(requestsPerMinute * signInsInRequests);
  const byAddress = api.createRateLimit({ max, timeWindow: minute });
  mount(api, cookieRoutes.startSession, admit, async (request, reply) => {
    refuseCrossSite(request);
    const seen = await byAddress(request);
    if (!seen.isAllowed && seen.isExceeded) {
      throw new HttpProblem('too_many_requests', { retryAfterSeconds: seen.ttlInSeconds });
    }
    const { body } = readRequest(cookieRoutes.startSession, request);
    const caller = await authenticate(body.token.trim());
    if (caller === null) throw new HttpProblem('token_missing');
    // Signed in, it would be refused on every page.
    if (!caller.permissions.has('figures.read')) throw new HttpProblem('token_for_monitoring');
    await endPresented(presentedHash(request));
    const key = newSessionKey();
    const at = now();
    const ends = await inTenant(app, caller.tenantId, (db) =>
      insertSession(db, { tenantId: caller.tenantId, id: caller.tokenId }, { hash: sessionHash(key)!, at }),
    );
    giveKey(request, reply, { key, seconds: ends.endsAt - at });
    return reply.code(cookieRoutes.startSession.status).header('cache-control', 'no-store').send(endOut(ends));
  });
  mount(api, cookieRoutes.endSession, admit, async (request, reply) => {
    refuseCrossSite(request);
    readRequest(cookieRoutes.endSession, request);
    await endPresented(presentedHash(request));
    takeKey(reply);
    return reply.header('cache-control', 'no-store').send({});
  });

  /** A browser has one session: the one it brings ends when it begins another. */
  const endPresented = async (hash: Buffer | null): Promise<void> => {
    const at = now();
    const found = hash === null ? null : await findSession(app, hash, at);
    if (found === null) return;
    await inTenant(app, found.tenantId, (db) => endSession(db, found.tenantId, { id: found.sessionId, at }));
  };
}

export function sessionReadHandlers({
  app,
  now,
  reportingZone,
  language,
  version,
}: SessionRouteOptions): ReadHandlers<'readSession'> {
  return {
    readSession: async ({ caller }) => ({
      body: {
        by: caller.session ? 'session' : isOfThisMachine(caller) ? 'this_machine' : 'token',
        role: caller.role,
        permissions: [...caller.permissions],
        name: await nameOf(app, caller),
        session: caller.session ? endOut(caller.session.ends) : null,
        timeZone: reportingZone,
        language,
        version,
        now: instantOut(now()),
      },
    }),
  };
}

export function sessionWriteHandlers({ now }: Pick<SessionRouteOptions, 'now'>): WriteHandlers<'keepSession'> {
  return {
    keepSession: async ({ caller: { tenantId, session } }, { db }) => {
      const ends = session ? await keepSession(db, tenantId, { id: session.id, at: now() }) : null;
      return { body: { session: ends === null ? null : endOut(ends) } };
    },
  };
}

async function nameOf(app: Kysely<Database>, { tenantId, personId }: Caller): Promise<string | null> {
  if (personId === null) return null;
  const found = await inTenant(app, tenantId, (db) =>
    sql<{ name: string | null }>`
      select p.name
      from person as p
      where p.tenant_id = ${tenantId}
        and p.id = ${personId}`.execute(db),
  );
  return found.rows[0]?.name ?? null;
}

function endOut({ endsAt, idleEndsAt }: SessionEnd): z.input<typeof sessionEndShape> {
  return { endsAt: instantOut(endsAt), idleEndsAt: instantOut(idleEndsAt) };
}
