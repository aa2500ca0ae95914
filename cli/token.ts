import { parseArgs } from 'node:util';
import { ROLES, type Role } from '#contract/api/permissions.ts';
import { formatInstant, type Instant, instant, NEVER, parseInstant } from '#core/time/instant.ts';
import { parseLocalDate } from '#core/time/local-date.ts';
import { startOfDate, zoneOf } from '#core/time/zone.ts';
import { defaultTenantId } from '#server/database/default-tenant.ts';
import {
  insertToken,
  listTokens,
  newToken,
  revokeToken,
  type TokenRow,
  tokenHash,
} from '#server/features/people/index.ts';
import { inTenant } from '#server/platform/database.ts';
import { Failure } from '#server/platform/failure.ts';
import { say } from '#text/catalogue.ts';
import type { Language } from '#text/language.ts';
import type { CommandIo } from './command.ts';
import { textTable } from './table.ts';
import { type DatabaseWork, withDatabase } from './with-database.ts';

/** `kundig token`: makes, lists and revokes tokens of the API. */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  const [verb, ...rest] = args;
  const print = (text: string): void => {
    io.out.write(`${text}\n`);
  };
  if (verb === 'create') {
    const call = readCreate(rest);
    return await withDatabase(io, (work) => create(work, call, print));
  }
  if (verb === 'list') {
    const isJson = readList(rest);
    return await withDatabase(io, (work) => list(work, isJson ? tokensJson : tokensText, print));
  }
  const [id, ...more] = rest;
  if (verb === 'revoke' && id !== undefined && more.length === 0) {
    return await withDatabase(io, (work) => revoke(work, id, print));
  }
  throw new Failure('failure.tokenUsage');
}

type Print = (text: string) => void;

interface CreateCall {
  readonly role: Role;
  readonly name: string;
  readonly expires: string | null;
}

function readCreate(args: readonly string[]): CreateCall {
  const { values } = parse(args, { role: { type: 'string' }, name: { type: 'string' }, expires: { type: 'string' } });
  const role = ROLES.find((known) => known === values.role);
  if (role === undefined) throw new Failure('failure.tokenUsage');
  return { role, name: values.name ?? role, expires: values.expires ?? null };
}

function readList(args: readonly string[]): boolean {
  return parse(args, { json: { type: 'boolean' } }).values.json ?? false;
}

function parse<Options extends NonNullable<Parameters<typeof parseArgs>[0]>['options']>(
  args: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({ args: [...args], options });
  } catch {
    throw new Failure('failure.tokenUsage');
  }
}

async function create({ database, settings, language }: DatabaseWork, call: CreateCall, print: Print): Promise<number> {
  const { role, name } = call;
  const expiresAt = call.expires === null ? NEVER : expiryOf(call.expires, settings.KUNDIG_TIME_ZONE);
  const token = newToken();
  const hash = tokenHash(token);
  if (hash === null) throw new Error('a new token has no hash');
  await inTenant(database.app, defaultTenantId, (trx) =>
    insertToken(trx, defaultTenantId, { role, name, hash, expiresAt }),
  );
  print(`${say(language, 'token.created')}\n${token}`);
  return 0;
}

/** A local date means its first instant. */
function expiryOf(text: string, zone: string): Instant {
  try {
    const at = text.includes('T') ? parseInstant(text) : startOfDate(zoneOf(zone), parseLocalDate(text));
    if (at > now()) return at;
  } catch {
    // No date at all is answered like one that has passed.
  }
  throw new Failure('failure.tokenExpires', { value: text });
}

async function list(
  { database, language }: DatabaseWork,
  write: (tokens: readonly TokenRow[], language: Language) => string,
  print: Print,
): Promise<number> {
  print(write(await inTenant(database.app, defaultTenantId, (trx) => listTokens(trx, defaultTenantId)), language));
  return 0;
}

async function revoke({ database, language }: DatabaseWork, id: string, print: Print): Promise<number> {
  const isId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
  const isRevoked =
    isId &&
    (await inTenant(database.app, defaultTenantId, (trx) => revokeToken(trx, defaultTenantId, { id, at: now() })));
  if (!isRevoked) throw new Failure('failure.tokenUnknown', { id });
  print(say(language, 'token.revoked'));
  return 0;
}

function stateOf({ revokedAt, expiresAt }: TokenRow): 'gone' | 'expired' | 'valid' {
  if (revokedAt !== null) return 'gone';
  return expiresAt <= now() ? 'expired' : 'valid';
}

function tokensText(tokens: readonly TokenRow[], language: Language): string {
  if (tokens.length === 0) return say(language, 'token.none');
  const keys = ['token.id', 'token.name', 'token.role', 'token.made', 'token.expires', 'token.state'] as const;
  return textTable(
    keys.map((key) => ({ title: say(language, key), align: 'left' })),
    tokens.map((token) => [
      token.id,
      token.name ?? '',
      token.role,
      formatInstant(token.createdAt),
      token.expiresAt === NEVER ? say(language, 'token.never') : formatInstant(token.expiresAt),
      say(language, `token.${stateOf(token)}`),
    ]),
  );
}

function tokensJson(tokens: readonly TokenRow[]): string {
  const rows = tokens.map((token) => ({
    id: token.id,
    name: token.name,
    role: token.role,
    createdAt: formatInstant(token.createdAt),
    expiresAt: token.expiresAt === NEVER ? null : formatInstant(token.expiresAt),
    state: stateOf(token) === 'gone' ? 'revoked' : stateOf(token),
  }));
  return JSON.stringify(rows, null, 2);
}

function now(): Instant {
  return instant(Date.now() / 1000);
}
