import { z } from 'zod';
import { PERMISSIONS, ROLES } from './permissions.ts';
import { route } from './route.ts';
import { instantAnswer, nothing, plainText } from './shapes.ts';

/** How long a session lasts: until its end, and not longer than this without a sign of its person. */
export const sessionEndShape = z.strictObject({ endsAt: instantAnswer, idleEndsAt: instantAnswer });

const sessionShape = z.strictObject({
  /** How the caller is known: by a session, by a token, or because the server is open to this machine. */
  by: z.enum(['session', 'token', 'this_machine']),
  role: z.enum(ROLES),
  permissions: z.array(z.enum(PERMISSIONS)),
  /** Of whoever holds the token; null once erased or when nobody is known. */
  name: z.string().nullable(),
  /** Null without a session. */
  session: sessionEndShape.nullable(),
  /** Of reports. */
  timeZone: z.string(),
  /** Of the installation; null: that of the browser. */
  language: z.enum(['de', 'en']).nullable(),
  version: z.string(),
  now: instantAnswer,
});

const ends = { endsAt: '2026-03-02T20:00:00Z', idleEndsAt: '2026-03-02T10:00:00Z' };
const me = {
  by: 'session',
  role: 'reader',
  permissions: ['metrics.read', 'figures.read', 'tickets.read'],
  name: 'Wall screen',
  session: ends,
  timeZone: 'Europe/Berlin',
  language: null,
  version: '0.1.0',
  now: '2026-03-02T08:00:00Z',
} satisfies z.input<typeof sessionShape>;

const common = { path: '/api/v1/session', group: 'server', params: nothing, query: nothing } as const;

export const sessionReadRoutes = {
  readSession: route({
    ...common,
    method: 'GET',
    access: 'signed_in',
    body: nothing,
    status: 200,
    answer: sessionShape,
    problems: [],
    example: { params: {}, query: {}, body: {}, answer: me },
  }),
} as const;

export const sessionWriteRoutes = {
  /** Sent while a person works: reading alone keeps no session open. */
  keepSession: route({
    ...common,
    path: '/api/v1/session/keep',
    method: 'POST',
    access: 'signed_in',
    body: nothing,
    status: 200,
    answer: z.strictObject({ session: sessionEndShape.nullable() }),
    problems: ['foreign_origin'],
    example: { params: {}, query: {}, body: {}, answer: { session: ends } },
  }),
} as const;

/** Routes that give the browser a cookie or take it away. */
export const sessionCookieRoutes = {
  startSession: route({
    ...common,
    method: 'POST',
    access: 'anyone',
    body: z.strictObject({ token: plainText(200) }),
    status: 201,
    answer: sessionEndShape,
    problems: ['token_missing', 'token_for_monitoring', 'foreign_origin'],
    example: { params: {}, query: {}, body: { token: 'kundig_…' }, answer: ends },
  }),
  endSession: route({
    ...common,
    path: '/api/v1/session/end',
    method: 'POST',
    access: 'anyone',
    body: nothing,
    status: 200,
    answer: nothing,
    problems: ['foreign_origin'],
    example: { params: {}, query: {}, body: {}, answer: {} },
  }),
} as const;
