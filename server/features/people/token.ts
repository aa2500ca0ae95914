import { createHash, randomBytes } from 'node:crypto';

/*
 * A token is 256 random bits behind a prefix by which scanners for lost secrets can tell it. Only its SHA-256 is kept:
 * nobody can guess 256 bits, so a slow hash, as for passwords, would cost time and add nothing.
 */

const prefix = 'kundig_';
const randomByteCount = 32;
const pattern = /^kundig_[\w-]{43}$/;

/** A new token. It is shown once and never stored. */
export function newToken(): string {
  return prefix + randomBytes(randomByteCount).toString('base64url');
}

/** Under what a token is stored and found; null for a text that cannot be a token. */
export function tokenHash(token: string): Buffer | null {
  return pattern.test(token) ? createHash('sha256').update(token).digest() : null;
}
