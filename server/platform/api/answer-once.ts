import { createHash } from 'node:crypto';
import type pg from 'pg';
import { HttpProblem } from '#server/platform/problem.ts';
import type { Caller } from './caller.ts';

/** An answer as it is sent, and as it is kept. */
export interface StoredAnswer {
  readonly status: number;
  readonly etag: string | null;
  /** JSON text. */
  readonly body: string;
}

/** What makes a repeat recognisable: the key a client chose, and the digest of what it was used for. */
export interface RequestKey {
  readonly key: string;
  readonly digest: Buffer;
}

const keptHours = 24;
/** Cleaning is spread over requests, so that none waits long for it. */
const mostCleaned = 100;

/** The digest of a request: the same method, path and body make the same. */
export function requestDigest(method: string, path: string, body: unknown): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([method, path, canonical(body)]))
    .digest();
}

/**
 * Does the work once for a key and keeps its answer in the same transaction, so that effect and answer are stored
 * together or not at all. The same key with the same request gives that answer again; with another request it is
 * refused. Requests with one key at the same time wait for the first of them. Work that fails leaves no trace: its key
 * is free again.
 */
export async function answerOnce(
  client: pg.ClientBase,
  { caller, request }: { readonly caller: Caller; readonly request: RequestKey },
  work: () => Promise<StoredAnswer>,
): Promise<StoredAnswer> {
  const { tenantId, tokenId } = caller;
  const id = [tenantId, tokenId, request.key];
  await forgetOld(client, tenantId, id);
  const claimed = await client.query(
    `insert into idempotent_answer (tenant_id, token_id, key, digest)
     values ($1, $2, $3, $4)
     on conflict do nothing`,
    [...id, request.digest],
  );
  if (claimed.rowCount === 0) return await keptAnswer(client, id, request.digest);
  const answer = await work();
  await client.query(
    `update idempotent_answer as a
     set status = $4, etag = $5, body = $6
     where a.tenant_id = $1
       and a.token_id = $2
       and a.key = $3`,
    [...id, answer.status, answer.etag, answer.body],
  );
  return answer;
}

async function keptAnswer(client: pg.ClientBase, id: readonly string[], digest: Buffer): Promise<StoredAnswer> {
  const kept = await client.query<StoredAnswer & { digest: Buffer }>(
    `select a.digest, a.status, a.etag, a.body
     from idempotent_answer as a
     where a.tenant_id = $1
       and a.token_id = $2
       and a.key = $3`,
    [...id],
  );
  const row = kept.rows[0];
  // Somebody else cleaned it away between the two statements: the client may simply ask again.
  if (row === undefined) throw new HttpProblem('unavailable');
  if (!row.digest.equals(digest)) throw new HttpProblem('key_reused');
  return { status: row.status, etag: row.etag, body: row.body };
}

async function forgetOld(client: pg.ClientBase, tenantId: string, id: readonly string[]): Promise<void> {
  await client.query(
    `delete from idempotent_answer as a
     where a.tenant_id = $1
       and a.created_at < now() - interval '${keptHours} hours'
       and (a.token_id, a.key) in (
         select old.token_id, old.key
         from idempotent_answer as old
         where old.tenant_id = $1
           and old.created_at < now() - interval '${keptHours} hours'
         order by (old.token_id = $2 and old.key = $3) desc
         limit ${mostCleaned}
         for update skip locked
       )`,
    [tenantId, id[1], id[2]],
  );
}

/** The same value whatever the order of its keys. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== 'object') return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, inner]) => [name, canonical(inner)]);
}
