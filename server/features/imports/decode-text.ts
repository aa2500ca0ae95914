import { isUtf8 } from 'node:buffer';
import type { ImportMapping } from '#contract/import-mapping.ts';

/** Bytes that are no text in the encoding; `linesBefore` of this piece are good. */
export class NotDecodable extends Error {
  readonly linesBefore: number;

  constructor(linesBefore: number) {
    super('not decodable');
    this.linesBefore = linesBefore;
  }
}

/** Turns bytes into text, piece by piece. A byte order mark falls away. Throws NotDecodable. */
export interface Decoder {
  decode(bytes: Buffer): string;
  end(): string;
}

export function decoderOf(encoding: ImportMapping['encoding']): Decoder {
  return encoding === 'utf-8' ? new Utf8Decoder() : streamingDecoder(encoding);
}

function streamingDecoder(encoding: string): Decoder {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const guarded = (decode: () => string): string => {
    try {
      return decode();
    } catch {
      throw new NotDecodable(0);
    }
  };
  return {
    decode: (bytes) => guarded(() => decoder.decode(bytes, { stream: true })),
    end: () => guarded(() => decoder.decode()),
  };
}

/** As the streaming decoder, and it knows the line of the first bad byte. */
class Utf8Decoder implements Decoder {
  #rest: Buffer = Buffer.alloc(0);
  #isFirst = true;

  decode(bytes: Buffer): string {
    const all = this.#rest.length === 0 ? bytes : Buffer.concat([this.#rest, bytes]);
    const whole = all.subarray(0, all.length - unfinishedBytes(all));
    this.#rest = all.subarray(whole.length);
    return this.#text(whole);
  }

  end(): string {
    return this.#text(this.#rest);
  }

  #text(bytes: Buffer): string {
    if (!isUtf8(bytes)) throw new NotDecodable(goodLines(bytes));
    const text = bytes.toString('utf8');
    const isMarked = this.#isFirst && text.startsWith('\uFEFF');
    if (text !== '') this.#isFirst = false;
    return isMarked ? text.slice(1) : text;
  }
}

/** How many bytes at the end begin a character that goes on in the next piece. */
function unfinishedBytes(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back]!;
    const isContinuation = (byte & 0xc0) === 0x80;
    if (isContinuation) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? back : 0;
  }
  return 0;
}

function goodLines(bytes: Buffer): number {
  let lines = 0;
  let start = 0;
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
    if (!isUtf8(bytes.subarray(start, end))) return lines;
    lines += 1;
    start = end + 1;
  }
  return lines;
}
