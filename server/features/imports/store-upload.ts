import type { Readable } from 'node:stream';
import type pg from 'pg';
import type { Caller } from '#server/platform/api/caller.ts';
import { inTenantSession } from '#server/platform/database.ts';
import { randomUUIDv7 } from '#server/platform/ids.ts';
import { HttpProblem } from '#server/platform/problem.ts';
import { PIECE_BYTES, savePiece } from './log-piece-store.ts';
import { bytesKept } from './stored-import.ts';

export interface Upload {
  readonly fileName: string;
  readonly bytes: Readable;
  readonly mostBytes: number;
}

/** All files of a tenant together may be so many times as large as one. */
const MOST_FILES_IN_SIZE = 4;

/**
 * Stores a file piece by piece as it arrives, each in a transaction of its own, and lets it wait to be looked at; returns
 * its import. What is refused or breaks off leaves nothing behind. No more than a piece is held in memory.
 */
export async function storeUpload(
  pool: pg.Pool,
  { tenantId, personId }: Pick<Caller, 'tenantId' | 'personId'>,
  { fileName, bytes, mostBytes }: Upload,
): Promise<string> {
  const importId = randomUUIDv7();
  await inTenantSession(pool, tenantId, async ({ client }) => {
    if ((await bytesKept(client, tenantId)) > (MOST_FILES_IN_SIZE - 1) * mostBytes)
      throw new HttpProblem('imports_full');
    await client.query('insert into log_import (tenant_id, id, file_name, created_by) values ($1, $2, $3, $4)', [
      tenantId,
      importId,
      fileName,
      personId,
    ]);
  });
  try {
    let number = 0;
    let size = 0;
    for await (const piece of piecesOf(bytes)) {
      size += piece.length;
      if (size > mostBytes) throw new HttpProblem('file_too_large');
      await inTenantSession(pool, tenantId, ({ client }) =>
        savePiece(client, { tenantId, importId }, { number, bytes: piece }),
      );
      number += 1;
    }
    if (size === 0) throw new HttpProblem('file_empty');
    await inTenantSession(pool, tenantId, ({ client }) => letLook(client, tenantId, importId));
    return importId;
  } catch (error) {
    await inTenantSession(pool, tenantId, ({ client }) =>
      client.query('delete from log_import as i where i.tenant_id = $1 and i.id = $2', [tenantId, importId]),
    );
    throw error;
  }
}

async function letLook(client: pg.ClientBase, tenantId: string, importId: string): Promise<void> {
  await client.query(
    `update log_import as i
     set stored_at = date_trunc('second', now()), task = 'inspect', task_state = 'waiting', task_options = '{}'
     where i.tenant_id = $1
       and i.id = $2`,
    [tenantId, importId],
  );
}

/** The same bytes in pieces of one size, the last one shorter. */
async function* piecesOf(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let size = 0;
  for await (const part of bytes) {
    held.push(part);
    size += part.length;
    while (size >= PIECE_BYTES) {
      const all = Buffer.concat(held);
      yield all.subarray(0, PIECE_BYTES);
      held = [all.subarray(PIECE_BYTES)];
      size -= PIECE_BYTES;
    }
  }
  if (size > 0) yield Buffer.concat(held);
}
