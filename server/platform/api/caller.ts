import type { FastifyRequest } from 'fastify';
import type { Permission, Role } from '#contract/api/permissions.ts';
import type { Instant } from '#core/time/instant.ts';

/** Who sends a request: a token, or the person at this machine when the server is open to it. */
export interface Caller {
  readonly tenantId: string;
  /** Of the token; all zeros without one. */
  readonly tokenId: string;
  /** The person that events name as the one who acted; null when nobody is known. */
  readonly personId: string | null;
  readonly role: Role;
  readonly permissions: ReadonlySet<Permission>;
  /** Of the browser that was signed in with the token; absent for a request that brings the token itself. */
  readonly session?: CallerSession;
}

export interface CallerSession {
  readonly id: string;
  readonly ends: { readonly endsAt: Instant; readonly idleEndsAt: Instant };
}

/** Says whose token this is; null for a token that is unknown, revoked or expired: nobody learns which. */
export type Authenticate = (token: string) => Promise<Caller | null>;

/** Says whose session the cookies of a request belong to; null without one that goes on. */
export type AuthenticateCookie = (request: FastifyRequest) => Promise<Caller | null>;

declare module 'fastify' {
  interface FastifyRequest {
    /** Set once the request is admitted. */
    caller: Caller | null;
  }
}
