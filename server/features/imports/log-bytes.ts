import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { fileFailure } from './import-problem.ts';

/** The bytes of a log, wherever they lie. */
export interface LogBytes {
  /** As a person knows the file. */
  readonly name: string;
  /** Opens them for one reading from the beginning. Fails with a sentence when they cannot be read. */
  open(): Promise<OpenBytes>;
}

/** Bytes being read: `bytesRead` of `byteCount` tell how far they are. */
export interface OpenBytes {
  readonly byteCount: number;
  /** The first bytes, four at most. */
  readonly beginning: Buffer;
  readonly stream: Readable;
  bytesRead(): number;
  close(): Promise<void>;
}

const READ_BYTES = 1 << 16;
const BEGINNING_BYTES = 4;

/** The bytes of a file on this machine. */
export function bytesOfFile(path: string): LogBytes {
  return { name: path, open: () => openFile(path) };
}

async function openFile(path: string): Promise<OpenBytes> {
  const file = await open(path).catch((error: unknown) => {
    throw fileFailure(error, path);
  });
  try {
    const room = Buffer.alloc(BEGINNING_BYTES);
    const { bytesRead } = await file.read(room, 0, room.length, 0).catch((error: unknown) => {
      throw fileFailure(error, path);
    });
    const { size } = await file.stat();
    const stream = file.createReadStream({ start: 0, highWaterMark: READ_BYTES });
    return {
      byteCount: size,
      beginning: room.subarray(0, bytesRead),
      stream,
      bytesRead: () => stream.bytesRead,
      close: async () => {
        stream.destroy();
        await file.close().catch(() => undefined);
      },
    };
  } catch (error) {
    await file.close().catch(() => undefined);
    throw error;
  }
}
