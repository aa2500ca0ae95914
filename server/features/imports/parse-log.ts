import { open } from 'node:fs/promises';
import { type Readable, Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { CsvError, parse } from 'csv-parse';
import { Failure } from '#server/platform/failure.ts';

/** One record of a CSV file with the line on which it begins. */
export interface LogRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

/** A file being read; `bytesRead` of `byteCount` tell how far it is (compressed bytes when it is compressed). */
export interface OpenLog {
  readonly header: readonly string[];
  readonly records: AsyncIterable<LogRecord>;
  readonly byteCount: number;
  bytesRead(): number;
  close(): Promise<void>;
}

/** No row of a log is that long: a quote that is never closed would otherwise fill the memory. */
const LONGEST_RECORD_BYTES = 1_000_000;
const GZIP_MAGIC = 0x1f8b;
const DELIMITERS = [',', ';', '\t', '|'];

/**
 * Opens a CSV file, compressed with gzip or not, with or without byte order mark, any line ends.
 * Fails with a sentence when it cannot be read, is empty, is no CSV or not UTF-8; reading on may fail so too.
 */
export async function openLog(path: string, delimiter: string): Promise<OpenLog> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw new Failure('failure.importFileUnreadable', { file: path, reason: error.code ?? error.message });
  });
  const { size } = await file.stat();
  const { buffer, bytesRead: magicBytes } = await file.read(Buffer.alloc(2), 0, 2, 0);
  const isGzip = magicBytes === 2 && buffer.readUInt16BE(0) === GZIP_MAGIC;
  if (!isGzip && path.endsWith('.gz')) throw new Failure('failure.importNotGzip', { file: path });
  let bytesRead = 0;
  const raw = file.createReadStream({ start: 0, highWaterMark: 1 << 18 });
  raw.on('data', (chunk) => {
    bytesRead += chunk.length;
  });
  const parser = parse({
    delimiter,
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_RECORD_BYTES,
  });
  const failed = (error: Error): void => {
    parser.destroy(error);
  };
  const text = utf8Only();
  const plain = isGzip ? raw.on('error', failed).pipe(createGunzip()) : raw;
  plain.on('error', failed).pipe(text).on('error', failed).pipe(parser);
  const records = recordsOf(parser, path);
  const first = await records.next();
  if (first.done) throw new Failure('failure.importEmpty', { file: path });
  const header = first.value.fields.map((name) => name.trim());
  if (header.length === 1) refuseOtherDelimiter(header[0]!, delimiter, path);
  return {
    header,
    records,
    byteCount: size,
    bytesRead: () => bytesRead,
    close: async () => {
      parser.destroy();
      raw.destroy();
      await file.close().catch(() => undefined);
    },
  };
}

async function* recordsOf(parser: Readable, path: string): AsyncGenerator<LogRecord> {
  let linesBefore = 0;
  try {
    for await (const { record, info } of parser) {
      yield { line: linesBefore + 1, fields: record };
      linesBefore = info.lines;
    }
  } catch (error) {
    throw failureOf(error, path, linesBefore + 1);
  }
}

function failureOf(error: unknown, path: string, line: number): unknown {
  if (error instanceof Failure) return error;
  if (error instanceof CsvError) {
    if (error.code === 'CSV_MAX_RECORD_SIZE')
      return new Failure('failure.importRowTooLong', { line, limit: LONGEST_RECORD_BYTES });
    return new Failure('failure.importMalformed', { line: Number(error.lines ?? line), reason: error.code });
  }
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code.startsWith('Z_') || code.startsWith('ERR_'))
    return new Failure('failure.importDamaged', { file: path, line });
  return error;
}

function refuseOtherDelimiter(header: string, delimiter: string, path: string): void {
  const other = DELIMITERS.find((candidate) => candidate !== delimiter && header.includes(candidate));
  if (other === undefined) return;
  const name = other === '\t' ? '\\t' : other;
  throw new Failure('failure.importDelimiter', { file: path, delimiter, other: name });
}

/** Lets UTF-8 through and nothing else: another encoding would change names without a word. */
function utf8Only(): Transform {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  const check = (chunk: Buffer | undefined, done: (error?: Error | null, data?: Buffer) => void): void => {
    try {
      decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      done(new Failure('failure.importNotUtf8', { line }));
      return;
    }
    if (chunk) line += countLines(chunk);
    done(null, chunk);
  };
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => check(chunk, done),
    flush: (done) => check(undefined, done),
  });
}

function countLines(chunk: Buffer): number {
  let count = 0;
  for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) count += 1;
  return count;
}
