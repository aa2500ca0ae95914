import { randomBytes } from 'node:crypto';
import { unlinkSync } from 'node:fs';
import { open, rename, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { Failure } from '#server/platform/failure.ts';

/**
 * Writes a file as a whole or not at all: into a new file beside it, safe on the disk before it takes the name. A file
 * of that name is replaced. Whatever fails, and when `stop` is aborted, the new file is removed; what the disk refuses
 * is a `Failure`. `write` must end the stream.
 */
export async function writeWholeFile<T>(
  file: string,
  write: (sink: Writable) => Promise<T>,
  { stop }: { readonly stop: AbortSignal },
): Promise<T> {
  if ((await stat(file).catch(() => null))?.isDirectory()) throw new Failure('failure.exportIsFolder', { file });
  const beside = join(dirname(file), `.${basename(file).slice(0, 100)}.${randomBytes(6).toString('hex')}.part`);
  // On Ctrl-C the process ends at once, so nothing asynchronous would still be done.
  const remove = (): void => removeFile(beside);
  stop.addEventListener('abort', remove, { once: true });
  try {
    const result = await writeInto(beside, write);
    await putInPlace(beside, file);
    return result;
  } catch (error) {
    remove();
    throw error instanceof DiskRefusal ? (writeFailure(error.cause, file) ?? error.cause) : error;
  } finally {
    stop.removeEventListener('abort', remove);
  }
}

/** Marks what the disk said, so that it is not taken for what the source of the rows said. */
class DiskRefusal extends Error {}

/** When this has ended, well or not, the new file is closed. */
async function writeInto<T>(beside: string, write: (sink: Writable) => Promise<T>): Promise<T> {
  const handle = await onDisk(() => open(beside, 'wx'));
  const sink = handle.createWriteStream({ flush: true });
  try {
    const result = await write(sink);
    await onDisk(() => finished(sink));
    return result;
  } catch (error) {
    const isOfDisk = sink.errored !== null && sink.errored === error;
    sink.destroy();
    await finished(sink).catch(() => undefined);
    throw isOfDisk ? new DiskRefusal('write', { cause: error }) : error;
  }
}

async function onDisk<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new DiskRefusal('disk', { cause: error });
  }
}

async function putInPlace(beside: string, file: string): Promise<void> {
  await onDisk(() => rename(beside, file));
  // The new name is safe when the folder is; not every system can do that, and the file is whole either way.
  const folder = await open(dirname(file)).catch(() => null);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}

/** The sentence for what the disk refuses; null for all else. */
export function writeFailure(error: unknown, file: string): Failure | null {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new Failure('failure.exportFolderMissing', { file });
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new Failure('failure.exportForbidden', { file });
    case 'EISDIR':
      return new Failure('failure.exportIsFolder', { file });
    case 'ENAMETOOLONG':
      return new Failure('failure.exportNameTooLong', { file });
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return new Failure('failure.exportDiskFull', { file });
    default:
      return code === undefined ? null : new Failure('failure.exportUnwritable', { file, reason: code });
  }
}

function removeFile(file: string): void {
  try {
    unlinkSync(file);
  } catch {
    // It was never made, or has its place already.
  }
}
