import * as crypto from 'node:crypto';

/** A new id: UUID version 7, so that ids made one after the other lie side by side in an index. */
export function randomUUIDv7(): string {
  // Node 26 has it; the types of the library do not know it yet.
  return (crypto as unknown as { randomUUIDv7(): string }).randomUUIDv7();
}
