import { Readable } from 'node:stream';
import type pg from 'pg';
import { inTenantSession } from '#server/platform/database.ts';
import type { LogBytes, OpenBytes } from './log-bytes.ts';

/** The bytes of an uploaded file lie in the database in pieces of this size, so that any process can go on with it. */
export const PIECE_BYTES = 1 << 20;
const BEGINNING_BYTES = 4;

/** A file in the database. */
export interface StoredLog {
  readonly tenantId: string;
  readonly importId: string;
  readonly fileName: string;
  readonly byteCount: number;
}

/** Adds a piece, and counts its bytes with the import. */
export async function savePiece(
  client: pg.ClientBase,
  { tenantId, importId }: Pick<StoredLog, 'tenantId' | 'importId'>,
  { number, bytes }: { readonly number: number; readonly bytes: Buffer },
): Promise<void> {
  await client.query('insert into log_piece (tenant_id, import_id, number, bytes) values ($1, $2, $3, $4)', [
    tenantId,
    importId,
    number,
    bytes,
  ]);
  await client.query(
    `update log_import as i
     set byte_count = i.byte_count + $3
     where i.tenant_id = $1
       and i.id = $2`,
    [tenantId, importId, bytes.length],
  );
}

/** Removes the bytes; the import and its report stay. */
export async function removePieces(client: pg.ClientBase, tenantId: string, importId: string): Promise<void> {
  await client.query('delete from log_piece as p where p.tenant_id = $1 and p.import_id = $2', [tenantId, importId]);
  await client.query(
    `update log_import as i
     set removed_at = now()
     where i.tenant_id = $1
       and i.id = $2
       and i.removed_at is null`,
    [tenantId, importId],
  );
}

/** The bytes of a stored file, a piece at a time. */
export function bytesOfPieces(pool: pg.Pool, log: StoredLog): LogBytes {
  return {
    name: log.fileName,
    open: async (): Promise<OpenBytes> => {
      let bytesRead = 0;
      const first = await pieceOf(pool, log, 0);
      const counted = async function* () {
        for await (const piece of piecesOf(pool, log)) {
          yield piece;
          bytesRead += piece.length;
        }
      };
      const stream = Readable.from(counted(), { objectMode: false });
      return {
        byteCount: log.byteCount,
        beginning: (first ?? Buffer.alloc(0)).subarray(0, BEGINNING_BYTES),
        stream,
        bytesRead: () => bytesRead,
        close: async () => {
          stream.destroy();
        },
      };
    },
  };
}

async function* piecesOf(pool: pg.Pool, log: StoredLog): AsyncGenerator<Buffer> {
  for (let number = 0; ; number += 1) {
    const piece = await pieceOf(pool, log, number);
    if (piece === null) return;
    yield piece;
  }
}

async function pieceOf(pool: pg.Pool, { tenantId, importId }: StoredLog, number: number): Promise<Buffer | null> {
  return inTenantSession(pool, tenantId, async ({ client }) => {
    const found = await client.query<{ bytes: Buffer }>(
      `select p.bytes
       from log_piece as p
       where p.tenant_id = $1
         and p.import_id = $2
         and p.number = $3`,
      [tenantId, importId, number],
    );
    return found.rows[0]?.bytes ?? null;
  });
}
