import { createHash, randomBytes } from 'node:crypto';

/*
 * What a cookie holds: 256 random bits that mean nothing by themselves. As with tokens, only the SHA-256 is kept, so
 * that a copy of the database opens no session.
 */

const byteCount = 32;
const pattern = /^[\w-]{43}$/;

export function newSessionKey(): string {
  return randomBytes(byteCount).toString('base64url');
}

/** Under what a session is stored and found; null for a text that cannot be a key. */
export function sessionHash(key: string): Buffer | null {
  return pattern.test(key) ? createHash('sha256').update(key).digest() : null;
}
