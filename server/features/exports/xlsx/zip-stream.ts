import { Readable, type Writable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** A ZIP file that is written part by part. */
export interface ZipStream {
  /** Resolves when the last piece of the part was taken. */
  add(path: string, pieces: AsyncIterable<string> | readonly string[]): Promise<void>;
}

/** The earliest time that the format knows, as Excel writes it: the same table makes the same file. */
const PART_OPTIONS = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true };

/**
 * Writes a ZIP file into the sink while `fill` adds its parts, and ends the sink. Parts are taken as fast as the sink
 * takes them. The first failure of a part or of the sink ends both and is thrown.
 */
export async function writeZip(sink: Writable, fill: (zip: ZipStream) => Promise<void>): Promise<void> {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  let part: Readable | null = null;
  const written = pipeline(output, sink);
  // Awaited below; until then a failure of the sink must end the part that waits for it.
  written.catch((error: Error) => part?.destroy(error));
  zip.on('error', (error: Error) => output.destroy(error));
  try {
    await fill({
      add: async (path, pieces) => {
        part = Readable.from(pieces);
        const taken = finished(part, { writable: false });
        if (output.destroyed) part.destroy(output.errored ?? undefined);
        else zip.addReadStream(part, path, PART_OPTIONS);
        await taken;
      },
    });
    zip.end();
  } catch (error) {
    output.destroy(error as Error);
    await written.catch(() => undefined);
    throw error;
  }
  await written;
}
