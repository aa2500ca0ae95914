import { createHash } from 'node:crypto';
import { chownSync, lstatSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure } from '#server/platform/failure.ts';
import { type Account, fileOwner } from './account.ts';

/** The path of a socket may have 107 bytes on Linux and 103 on macOS, file name included; longer ones are fatal. */
const longestPath = 103;
const socketName = '.s.PGSQL.5432';
const attempts = 8;

/**
 * Makes the folder for the database's socket: short, named after the database folder, and closed to everybody else,
 * for who can reach the socket is let in.
 */
export function makeSocketFolder(databaseFolder: string, account: Account): string {
  const name = `kundig-${createHash('sha256').update(databaseFolder).digest('hex').slice(0, 12)}`;
  const parent = [tmpdir(), '/tmp'].find((folder) => fits(join(folder, `${name}-0`)));
  if (parent === undefined) throw new Failure('failure.socketFolder', { folder: tmpdir() });
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const folder = join(parent, attempt === 0 ? name : `${name}-${attempt}`);
    if (claim(folder, account)) return folder;
  }
  throw new Failure('failure.socketFolder', { folder: parent });
}

function fits(folder: string): boolean {
  return Buffer.byteLength(join(folder, socketName)) <= longestPath;
}

/** False when somebody else put something there first: the temporary folder is open to everyone on the machine. */
function claim(folder: string, account: Account): boolean {
  const owner = fileOwner(account);
  try {
    mkdirSync(folder, { mode: 0o700 });
    if (owner !== null) chownSync(folder, owner.uid, owner.gid);
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const found = lstatSync(folder);
  const expected = owner?.uid ?? process.getuid?.() ?? found.uid;
  return found.isDirectory() && found.uid === expected && (found.mode & 0o077) === 0;
}
