import type { Kysely } from 'kysely';
import { permissionsOf } from '#contract/api/permissions.ts';
import type { Instant } from '#core/time/instant.ts';
import type { Database } from '#server/database/schema.ts';
import type { Authenticate, AuthenticateCookie, Caller } from '#server/platform/api/caller.ts';
import { presentedHash } from './session-cookie.ts';
import { findSession } from './session-store.ts';
import { tokenHash } from './token.ts';
import { findToken } from './token-store.ts';

/** Finds the caller of a token, asking the database every time: a revoked token ends with the request before it. */
export function authenticateByToken(db: Kysely<Database>, now: () => Instant): Authenticate {
  return async (token) => {
    const hash = tokenHash(token);
    const found = hash === null ? null : await findToken(db, hash, now());
    if (found === null) return null;
    const { tenantId, id, personId, role } = found;
    return { tenantId, tokenId: id, personId, role, permissions: permissionsOf(role) };
  };
}

/** Finds the caller of a session by its cookie: that of the token it was begun with, with what the token may do now. */
export function authenticateBySession(db: Kysely<Database>, now: () => Instant): AuthenticateCookie {
  return async (request) => {
    const hash = presentedHash(request);
    const found = hash === null ? null : await findSession(db, hash, now());
    if (found === null) return null;
    const { tenantId, id, personId, role, sessionId, ends } = found;
    const session = { id: sessionId, ends };
    return { tenantId, tokenId: id, personId, role, permissions: permissionsOf(role), session };
  };
}

const noToken = '00000000-0000-0000-0000-000000000000';

/** Whether this is the caller of a server that is open to its machine. */
export function isOfThisMachine({ tokenId }: Caller): boolean {
  return tokenId === noToken;
}

/** The caller when the server is open to this machine: nobody in particular, with the rights of a lead. */
export function callerOfThisMachine(tenantId: string): Caller {
  return {
    tenantId,
    tokenId: noToken,
    personId: null,
    role: 'lead',
    permissions: permissionsOf('lead'),
  };
}
