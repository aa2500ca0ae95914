import { Failure, type FailureKey } from '#server/platform/failure.ts';
import { shownPath } from './import-problem.ts';

/** How files begin that people take for a CSV file by their name, and what they are told. */
const KINDS: readonly (readonly [beginning: readonly number[], failure: Extract<FailureKey, NoText>])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'failure.importZip'],
  [[0x50, 0x4b, 0x05, 0x06], 'failure.importZip'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'failure.importOldExcel'],
  [[0x1f, 0x8b], 'failure.importGzipTwice'],
  [[0x89, 0x50, 0x4e, 0x47], 'failure.importNoText'],
  [[0xff, 0xd8, 0xff], 'failure.importNoText'],
  [[0x25, 0x50, 0x44, 0x46], 'failure.importNoText'],
];

type NoText = 'failure.importZip' | 'failure.importOldExcel' | 'failure.importGzipTwice' | 'failure.importNoText';

/** One control character may be a slip of the other system; so large a part of them is no text. */
const MOST_CONTROLS = 0.05;
const LOOKED_AT_BYTES = 4_096;

/** Fails when a file of another kind begins so. `beginning`: its first bytes, as they lie on the disk. */
export function refuseOtherKind(beginning: Buffer, path: string): void {
  const found = KINDS.find(([bytes]) => bytes.every((byte, index) => beginning[index] === byte));
  if (found === undefined) return;
  throw new Failure(found[1], { file: shownPath(path) });
}

/** Fails when the first bytes are those of another kind of file, or more than a text has of control characters. */
export function refuseNoText(bytes: Buffer, path: string, { isUtf16 }: { readonly isUtf16: boolean }): void {
  refuseOtherKind(bytes, path);
  if (isUtf16) return;
  const looked = bytes.subarray(0, LOOKED_AT_BYTES);
  const controls = looked.reduce((count, byte) => count + (isControl(byte) ? 1 : 0), 0);
  if (controls > 1 && controls > MOST_CONTROLS * looked.length) {
    throw new Failure('failure.importNoText', { file: shownPath(path) });
  }
}

/** Tab, line ends, form feed and escape stand in texts. */
function isControl(byte: number): boolean {
  return byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b;
}
