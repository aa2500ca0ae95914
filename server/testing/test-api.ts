import { after } from 'node:test';
import { sql } from 'kysely';
import type { Role } from '#contract/api/permissions.ts';
import { type Instant, instant, NEVER, parseInstant } from '#core/time/instant.ts';
import { defaultTenantId } from '#server/database/default-tenant.ts';
import { addApi } from '#server/features/api/index.ts';
import { insertToken, newToken, tokenHash } from '#server/features/people/index.ts';
import { inTenant, type OpenDatabase } from '#server/platform/database.ts';
import { closeHttp, createHttp, listen } from '#server/platform/http.ts';
import { createLog } from '#server/platform/log.ts';
import type { Settings } from '#server/platform/setting-table.ts';
import { readSettings } from '#server/platform/settings.ts';

/** When requests of tests happen, unless they say otherwise. */
export const TEST_NOW = parseInstant('2026-07-01T10:00:00Z');

/** An API of a test, over real HTTP. */
export interface TestApi {
  readonly address: string;
  get(path: string, token: string | null, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  post(path: string, token: string | null, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  close(): Promise<void>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Untyped, for tests look into bodies of every shape; null when it is no JSON. */
  readonly json: ReturnType<JSON['parse']>;
}

export interface TestApiOptions {
  readonly settings?: Partial<Settings>;
  readonly now?: () => Instant;
  readonly isOverloaded?: () => boolean;
  /** Hears every line of the log. */
  readonly onLog?: (line: string) => void;
}

const quiet = { meanLagSeconds: 0, longestLagSeconds: 0, openConnections: 0, busyConnections: 0, waiting: 0 };

/** Starts the API over a test's database, on a port of its own. It ends with the test file. */
export async function testApi(database: OpenDatabase, options: TestApiOptions = {}): Promise<TestApi> {
  const log = createLog('info', { write: (line: string) => options.onLog?.(line) });
  const http = createHttp(log, { read: async () => ({ isReady: true }) });
  const settings = { ...readSettings({}, '/nowhere'), KUNDIG_REQUESTS_PER_MINUTE: 1_000_000, ...options.settings };
  const load = { read: () => quiet, isOverloaded: options.isOverloaded ?? (() => false) };
  addApi(http, { database, settings, load, now: options.now ?? (() => TEST_NOW), openTenantId: defaultTenantId });
  const address = await listen(http, '127.0.0.1', 0);
  const close = () => closeHttp(http);
  after(close);
  const send = async (path: string, init: RequestInit): Promise<Answer> => {
    const answer = await fetch(address + path, init);
    const text = await answer.text();
    const isJson = /\bjson/.test(answer.headers.get('content-type') ?? '');
    return { status: answer.status, headers: answer.headers, text, json: isJson ? JSON.parse(text) : null };
  };
  const bearer = (token: string | null) => (token === null ? {} : { authorization: `Bearer ${token}` });
  return {
    address,
    close,
    get: (path, token, headers = {}) => send(path, { headers: { ...bearer(token), ...headers } }),
    post: (path, token, body, headers = {}) =>
      send(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...bearer(token), ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
  };
}

/** Makes a token of the tenant, valid until `expiresAt`. */
export async function makeToken(
  database: OpenDatabase,
  tenantId: string,
  {
    role,
    name = role,
    expiresAt = NEVER,
  }: { readonly role: Role; readonly name?: string; readonly expiresAt?: Instant },
): Promise<{ readonly token: string; readonly id: string }> {
  const token = newToken();
  const hash = tokenHash(token);
  if (hash === null) throw new Error('a new token has no hash');
  const id = await inTenant(database.app, tenantId, (trx) =>
    insertToken(trx, tenantId, { role, name, hash, expiresAt }),
  );
  return { token, id };
}

/** A second client of the installation. */
export async function makeTenant(database: OpenDatabase, id: string): Promise<void> {
  await inTenant(database.owner, id, (trx) =>
    sql`insert into tenant (id, slug, name) values (${id}, ${`tenant-${id}`}, 'Other')`.execute(trx),
  );
}

export const LONG_AGO = instant(0);
