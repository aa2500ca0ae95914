import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { ImportMapping } from '#contract/import-mapping.ts';
import { CsvReader, type CsvRecord, RecordTooLong } from '#core/import/csv-reader.ts';
import { DELIMITERS } from '#core/import/guess-delimiter.ts';
import { Failure } from '#server/platform/failure.ts';
import { decoderOf, NotDecodable } from './decode-text.ts';
import { fileFailure, shown, shownPath } from './import-problem.ts';
import type { LogBytes, OpenBytes } from './log-bytes.ts';
import { numberColumns } from './numbered-columns.ts';
import { refuseNoText, refuseOtherKind } from './refuse-no-text.ts';

/** A file being read; `bytesRead` of `byteCount` tell how far it is (compressed bytes when it is compressed). */
export interface OpenLog {
  /** Each name once: what stands there again is numbered. */
  readonly header: readonly string[];
  readonly numberedColumns: readonly string[];
  /** The records after the header, as many at a time as were read. */
  readonly records: AsyncIterable<readonly CsvRecord[]>;
  readonly byteCount: number;
  bytesRead(): number;
  close(): Promise<void>;
}

/** No row of a log is that long: a quote that is never closed would otherwise fill the memory. */
const LONGEST_RECORD = 1_000_000;
const GZIP_MAGIC = 0x1f8b;
const READ_BYTES = 1 << 16;

/**
 * Opens a CSV file, compressed with gzip or not, with or without byte order mark, any line ends.
 * Fails with a sentence when it cannot be read, is empty, has another encoding or delimiter; reading on may fail so too.
 */
export async function openLog(
  log: LogBytes,
  { delimiter, encoding }: Pick<ImportMapping, 'delimiter' | 'encoding'>,
): Promise<OpenLog> {
  const path = log.name;
  const open = await log.open();
  try {
    const bytes = unpacked(open, path);
    const reader = new CsvReader(delimiter, LONGEST_RECORD);
    const batches = batchesOf(bytes, reader, { path, encoding });
    const { names, rest } = await headerOf(batches, path, delimiter);
    const { header, numbered: numberedColumns } = numberColumns(names);
    const close = async (): Promise<void> => {
      bytes.destroy();
      await open.close();
    };
    const records = withFirst(rest, batches);
    return { header, numberedColumns, records, byteCount: open.byteCount, bytesRead: open.bytesRead, close };
  } catch (error) {
    await open.close();
    throw error;
  }
}

/** The bytes without their compression. Fails when the name promises one that is not there. */
export function unpacked({ beginning, stream }: OpenBytes, path: string): Readable {
  const isGzip = beginning.length >= 2 && beginning.readUInt16BE(0) === GZIP_MAGIC;
  if (isGzip) return pipeline(stream, createGunzip({ chunkSize: READ_BYTES }), () => undefined);
  refuseOtherKind(beginning, path);
  if (beginning.length > 0 && path.toLowerCase().endsWith('.gz')) {
    throw new Failure('failure.importNotGzip', { file: shownPath(path) });
  }
  return stream;
}

/** The kind of UTF-16 that bytes begin with: it begins with its mark, or with two letters of which every second byte is zero. */
export function utf16Of(beginning: Buffer): 'utf-16le' | 'utf-16be' | null {
  const mark = beginning.length >= 2 ? beginning.readUInt16BE(0) : 0xffff;
  if (mark === 0xfffe) return 'utf-16le';
  if (mark === 0xfeff) return 'utf-16be';
  const zeros = [...beginning.subarray(0, 4)].map((byte) => byte === 0).join();
  if (zeros === 'false,true,false,true') return 'utf-16le';
  return zeros === 'true,false,true,false' ? 'utf-16be' : null;
}

function refuseUtf16(beginning: Buffer, path: string): void {
  const encoding = utf16Of(beginning);
  if (encoding !== null) throw new Failure('failure.importUtf16', { file: shownPath(path), encoding });
}

type Batches = AsyncGenerator<readonly CsvRecord[], void>;

async function headerOf(
  batches: Batches,
  path: string,
  delimiter: string,
): Promise<{ names: readonly string[]; rest: readonly CsvRecord[] }> {
  for (;;) {
    const { value: batch, done } = await batches.next();
    if (done) throw new Failure('failure.importEmpty', { file: shownPath(path) });
    const [first, ...rest] = batch;
    if (first === undefined) continue;
    if (first.kind === 'malformed') throw new Failure('failure.importHeader', { line: first.line });
    const names = first.fields.map((name) => name.trim());
    if (names.length === 1) refuseOtherDelimiter(names[0]!, delimiter, path);
    return { names, rest };
  }
}

async function* withFirst(first: readonly CsvRecord[], others: Batches): Batches {
  yield first;
  yield* others;
}

async function* batchesOf(
  bytes: Readable,
  reader: CsvReader,
  { path, encoding }: { readonly path: string; readonly encoding: ImportMapping['encoding'] },
): Batches {
  const decoder = decoderOf(encoding);
  try {
    let isFirst = true;
    for await (const piece of bytes) {
      if (isFirst && encoding === 'utf-8') refuseUtf16(piece.subarray(0, 4), path);
      if (isFirst) refuseNoText(piece, path, { isUtf16: encoding.startsWith('utf-16') });
      isFirst = false;
      yield reader.read(decoder.decode(piece));
    }
    yield reader.read(decoder.end());
    yield reader.end();
  } catch (error) {
    throw readingFailure(error, reader, { path, encoding });
  }
}

function readingFailure(
  error: unknown,
  reader: CsvReader,
  { path, encoding }: { readonly path: string; readonly encoding: string },
): unknown {
  if (error instanceof RecordTooLong) {
    return new Failure('failure.importRowTooLong', {
      line: error.line,
      field: error.field + 1,
      limit: LONGEST_RECORD,
    });
  }
  if (error instanceof NotDecodable) {
    return new Failure('failure.importEncoding', { line: reader.lineAfter(error.linesBefore), encoding });
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code.startsWith('Z_')) return new Failure('failure.importDamaged', { file: shownPath(path), line: reader.line });
  return /^E[A-Z]+$/.test(code) ? fileFailure(error, path) : error;
}

function refuseOtherDelimiter(header: string, delimiter: string, path: string): void {
  const other = DELIMITERS.find((candidate) => candidate !== delimiter && header.includes(candidate));
  if (other === undefined) return;
  throw new Failure('failure.importDelimiter', {
    file: shownPath(path),
    delimiter: nameOf(delimiter),
    other: nameOf(other),
  });
}

function nameOf(delimiter: string): string {
  return delimiter === '\t' ? '\\t' : shown(delimiter);
}
